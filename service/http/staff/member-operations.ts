import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as accountWire from '../../contract/account.ts'
import { opaqueId } from '../../contract/fields.ts'
import * as staffWire from '../../contract/staff.ts'
import { handlersFor } from '../../desk/dispatch.ts'
import { giveWork } from '../../desk/succession.ts'
import * as invitations from '../../keeping/accounts/invite-staff.ts'
import { askForReset } from '../../keeping/accounts/reset-account.ts'
import { agreeToAbsence, setAbsences } from '../../keeping/accounts/set-absences.ts'
import {
  changeUnitRole,
  knownPermissions,
  makeUnitRole,
  readUnitRoles,
  removeUnitRole,
  weighUnitRole,
} from '../../keeping/accounts/unit-roles.ts'
import { vouchFor } from '../../keeping/accounts/vouch-for.ts'
import type { Membership, UnitRoles } from '../../offices/staff/account.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { ruleOfPermissions } from '../../offices/staff/grant-rules.ts'
import { mixesIn, requirePermission } from '../../offices/staff/permissions.ts'
import { unitRolesOf } from '../../offices/staff/posts.ts'
import { vouchers } from '../../offices/staff/vouching.ts'
import { foreseeAbsence } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { categoryNames, dutiesView, viewOfRoles } from '../views/staff-view.ts'

const view = async (office: ApiOffice, membership: Membership): Promise<accountWire.StaffMemberView> => {
  const { id, name, position, email, roles, limits = {}, unitRoles = [], reportsTo = null, isUnvouched } = membership
  const [account, invitation] = [await office.staff.account(id), await invitations.invitationState(office, membership)]
  const state = account && isInUse(account) && !invitation ? 'active' : 'invited'
  const own = unitRolesOf(membership).map(({ id, name }) => {
    const { categories = null } = unitRoles.find((held) => held.id === id) ?? {}
    return { id, name, categories }
  })
  return {
    ...{ id, name, position, email, roles, limits },
    ...(own.length > 0 && { unitRoles: own }),
    ...{ reportsTo, state, invitation, ...(isUnvouched && { isUnvouched }) },
  }
}

const placedView = async (
  office: ApiOffice,
  { membership, token, asked, unitAsked }: invitations.Placed,
): Promise<accountWire.InvitedStaffView> => ({
  staff: await view(office, membership),
  setUpUrl: token && office.links.invitation(token),
  ...{ asked, unitAsked: unitAsked.map(({ name }) => name) },
})

export const memberOperations = [
  op('GET /staff', {
    summary: 'Staff of the unit and their roles',
    may: ['staff.manage'],
    answer: json(accountWire.staffList, 'All members'),
    does: async ({ office, staff }) => {
      requirePermission(staff, 'staff.manage')
      const members = await office.staff.members(staff.tenant)
      return { items: await Promise.all(members.map((member) => view(office, member))) }
    },
  }),
  op('GET /handlers', {
    summary: 'Who can be given a case',
    may: ['cases.read'],
    query: z.object({ case: z.string().max(60).optional(), part: z.enum(['lead', 'assist']).optional() }),
    answer: json(accountWire.staffList, 'Members who handle cases, or who can handle that one'),
    does: async ({ office, staff, query }) => {
      const { case: number, part } = query
      const able = await handlersFor(office, staff, { number, part })
      const items = able.map(async ({ membership, ...load }) => ({ ...(await view(office, membership)), ...load }))
      return { items: await Promise.all(items) }
    },
  }),
  op('GET /colleagues', {
    summary: 'Whom of the unit’s staff a complaint can be about',
    may: ['cases.enter'],
    answer: json(accountWire.colleagueList, 'All members by name and position'),
    does: async ({ office, staff }) => {
      requirePermission(staff, 'cases.enter')
      const members = await office.staff.members(staff.tenant)
      return { items: members.map(({ id, name, position }) => ({ id, name, position })) }
    },
  }),
  op('POST /staff', {
    summary: 'Invite somebody',
    may: ['staff.manage'],
    body: accountWire.inviteStaff,
    answer: created(accountWire.invitedStaffView, 'Invited; the one-time link is mailed, or shown here once'),
    does: async ({ office, staff, language, body }) => {
      const { reason, ...member } = body
      const placed = await invitations.inviteStaff(office, staff, member, { language: language, reason })
      return placedView(office, placed)
    },
  }),
  op('POST /staff/{id}/invitation', {
    summary: 'Send a new one-time link to somebody who has not accepted yet',
    may: ['staff.manage'],
    answer: created(
      accountWire.invitedStaffView,
      'The one-time link is mailed, or shown here once; the one before is void',
    ),
    does: async ({ office, staff, language, params }) => {
      const telling = { language: language }
      return placedView(office, await invitations.inviteAgain(office, staff, params.id, telling))
    },
  }),
  op('POST /staff/{id}/vouching', {
    summary: 'Say that one knows in person who has the account, so that it reads cases as its roles say',
    may: vouchers,
    answer: nothing('Vouched for'),
    does: ({ office, staff, params }) => vouchFor(office, staff, params.id),
  }),
  op('POST /staff/{id}/reset', {
    summary: 'Ask a second person to let somebody back in who lost password or second factor',
    may: ['staff.manage'],
    body: accountWire.askForReset,
    answer: nothing('Asked'),
    does: ({ office, staff, params, body }) => askForReset(office, staff, params.id, body),
  }),
  op('PATCH /staff/{id}', {
    summary: 'Change name, position and roles',
    may: ['staff.manage'],
    body: accountWire.changeStaff,
    answer: json(accountWire.changedStaffView, 'Changed; `asked` waits for a second person'),
    does: async ({ office, staff, language, params, body }) => {
      const { reason, ...wanted } = body
      const telling = { language: language, reason }
      const changed = await invitations.changeStaff(office, staff, params.id, wanted, telling)
      const { membership, asked, unitAsked } = changed
      return { ...(await view(office, membership)), asked, unitAsked: unitAsked.map(({ name }) => name) }
    },
  }),
  op('GET /successions/{id}', {
    summary: 'What of somebody’s work would go to a successor, and what cannot',
    may: ['staff.manage'],
    query: z.object({ successor: opaqueId.optional() }),
    answer: json(accountWire.successionView, 'Counts by kind'),
    does: async ({ office, staff, params, query }) => {
      const { successor = '' } = query
      const sums = await giveWork(office, staff, params.id, successor, { isPreview: true })
      return sums
    },
  }),
  op('DELETE /staff/{id}', {
    summary: 'Take all roles in this unit from somebody, and give their open cases to a successor',
    may: ['staff.manage'],
    query: z.object({ successor: opaqueId.optional() }),
    answer: nothing('Removed'),
    does: async ({ office, staff, language, params, query }) => {
      const { successor } = query
      if (successor) await giveWork(office, staff, params.id, successor)
      await invitations.removeStaff(office, staff, params.id, { language: language })
    },
  }),
]

async function shown(office: ApiOffice, c: Context<AppEnv>, made: UnitRoles) {
  const members = await office.staff.members(c.get('staff').tenant)
  return viewOfRoles(made, members, viewWordings[c.get('language')])
}

export const roleOperations = [
  op('GET /staff/roles', {
    summary: 'What each role may do, those of the unit’s own included',
    may: ['staff.manage'],
    answer: json(staffWire.rolesView, 'All roles and all permissions'),
    does: async ({ office, staff, c }) => shown(office, c, await readUnitRoles(office, staff)),
  }),
  op('POST /unit-roles', {
    summary: 'Make a role of the unit’s own',
    may: ['staff.manage'],
    body: staffWire.writeUnitRole,
    answer: created(staffWire.rolesView, 'It can be given'),
    does: async ({ office, staff, body, c }) => {
      const { version, ...written } = body
      return shown(office, c, await makeUnitRole(office, staff, version, written))
    },
  }),
  op('POST /unit-role-weights', {
    summary: 'What follows from a role of the unit’s own before it is saved; nothing changes',
    may: ['staff.manage'],
    body: staffWire.weighUnitRole,
    answer: json(staffWire.unitRoleWeight, 'What it mixes, and what would be left open'),
    does: async ({ office, staff, body }) => {
      const { id, permissions: wanted } = body
      const known = knownPermissions(wanted)
      const { leavesOpen, holders } = await weighUnitRole(office, staff, id, known)
      return {
        ...{ mixes: mixesIn(known), leavesOpen, holders },
        byTwo: ruleOfPermissions(known).byTwo,
      }
    },
  }),
  op('PUT /unit-roles/{id}', {
    summary: 'Change a role of the unit’s own',
    may: ['staff.manage'],
    params: { id: z.string().max(100) },
    body: staffWire.writeUnitRole,
    answer: json(staffWire.rolesView, 'It holds at once for all who have it'),
    does: async ({ office, staff, params, body, c }) =>
      shown(office, c, await changeUnitRole(office, staff, params.id, body)),
  }),
  op('DELETE /unit-roles/{id}', {
    summary: 'Remove a role of the unit’s own that nobody holds',
    may: ['staff.manage'],
    params: { id: z.string().max(100) },
    answer: json(staffWire.rolesView, 'Removed'),
    does: async ({ office, staff, params, c }) => shown(office, c, await removeUnitRole(office, staff, params.id)),
  }),
]

const dutyView = async (office: ApiOffice, c: Context<AppEnv>) => {
  const { id } = c.get('tenant')
  return dutiesView({
    ...{ tenant: c.get('tenant'), viewer: c.get('staff'), now: office.now(), language: c.get('language') },
    members: await office.staff.members(id),
    working: await office.staff.working(id),
  })
}

export const dutyOperations = [
  op('GET /duties', {
    summary: 'What the unit must be able to do, who can today, and who is away',
    may: 'session',
    answer: json(staffWire.dutiesView, 'All duties, and all members with their absences'),
    does: ({ office, c }) => dutyView(office, c),
  }),
  op('PUT /duties/absences/{id}', {
    summary: 'Say when somebody is away and who stands in. For oneself it takes no permission',
    may: ['staff.manage'],
    body: staffWire.setAbsences,
    answer: json(staffWire.dutiesView, 'Set; all duties as they are now'),
    does: async ({ office, staff, params, body, c }) => {
      const absences = body.absences.map((one) => ({
        ...one,
        firstDay: parseDay(one.firstDay),
        lastDay: parseDay(one.lastDay),
      }))
      await setAbsences(office, staff, params.id, absences)
      return dutyView(office, c)
    },
  }),
  op('POST /duties/absences/{id}/agreement', {
    summary: 'Agree to an absence that somebody else entered: for oneself, as head, or for a head as the Inspektorat',
    may: vouchers,
    body: staffWire.wantedAbsence,
    answer: json(staffWire.dutiesView, 'Agreed; all duties as they are now'),
    does: async ({ office, staff, params, body, c }) => {
      const wanted = { ...body, firstDay: parseDay(body.firstDay), lastDay: parseDay(body.lastDay) }
      await agreeToAbsence(office, staff, params.id, wanted)
      return dutyView(office, c)
    },
  }),
  op('POST /duties/absences/{id}/foreseen', {
    summary: 'What nobody could do while somebody is away. For oneself it takes no permission',
    may: ['staff.manage'],
    body: staffWire.wantedAbsence,
    answer: json(staffWire.foreseenAbsence, 'Empty where somebody can do everything'),
    does: async ({ office, staff, tenant, language, params, body }) => {
      const wanted = { ...body, firstDay: parseDay(body.firstDay), lastDay: parseDay(body.lastDay) }
      const found = await foreseeAbsence(office, staff, params.id, wanted)
      const { settings } = tenant
      const waits = found.map((gap) => ({
        ...{ duty: gap.duty, cases: gap.cases },
        categories: categoryNames(gap, settings, language),
      }))
      return { waits }
    },
  }),
]
