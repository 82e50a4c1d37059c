import { z } from '@hono/zod-openapi'
import { opaqueId } from '../../contract/fields.ts'
import {
  changedStaffView,
  changeStaff as changeSchema,
  colleagueList,
  type InvitedStaffView,
  invitedStaffView,
  inviteStaff as inviteSchema,
  askForReset as resetSchema,
  type StaffMemberView,
  staffList,
  successionView,
} from '../../contract/session.ts'
import { handlersFor } from '../../desk/dispatch.ts'
import { giveWork } from '../../desk/succession.ts'
import {
  changeStaff,
  invitationState,
  inviteAgain,
  inviteStaff,
  type Placed,
  removeStaff,
} from '../../keeping/accounts/invite-staff.ts'
import { askForReset } from '../../keeping/accounts/reset-account.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { unitRolesOf } from '../../offices/staff/posts.ts'
import type { Office } from '../office.ts'
import { created, json, nothing, op } from '../operation.ts'

const view = async (office: Office, membership: Membership): Promise<StaffMemberView> => {
  const { id, name, position, email, roles, limits = {}, unitRoles = [], reportsTo = null } = membership
  const [account, invitation] = [await office.staff.account(id), await invitationState(office, membership)]
  const state = account && isInUse(account) && !invitation ? 'active' : 'invited'
  const own = unitRolesOf(membership).map(({ id, name }) => {
    const { categories = null } = unitRoles.find((held) => held.id === id) ?? {}
    return { id, name, categories }
  })
  return {
    ...{ id, name, position, email, roles, limits },
    ...(own.length > 0 && { unitRoles: own }),
    ...{ reportsTo, state, invitation },
  }
}

const placedView = async (
  office: Office,
  { membership, token, asked, unitAsked }: Placed,
): Promise<InvitedStaffView> => ({
  staff: await view(office, membership),
  setUpUrl: token && office.links.invitation(token),
  ...{ asked, unitAsked: unitAsked.map(({ name }) => name) },
})

export const memberOperations = [
  op('GET /staff', {
    summary: 'Staff of the unit and their roles',
    may: ['staff.manage'],
    answer: json(staffList, 'All members'),
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
    answer: json(staffList, 'Members who handle cases, or who can handle that one'),
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
    answer: json(colleagueList, 'All members by name and position'),
    does: async ({ office, staff }) => {
      requirePermission(staff, 'cases.enter')
      const members = await office.staff.members(staff.tenant)
      return { items: members.map(({ id, name, position }) => ({ id, name, position })) }
    },
  }),
  op('POST /staff', {
    summary: 'Invite somebody',
    may: ['staff.manage'],
    body: inviteSchema,
    answer: created(invitedStaffView, 'Invited; the one-time link is mailed, or shown here once'),
    does: async ({ office, staff, language, body }) => {
      const { reason, ...member } = body
      const placed = await inviteStaff(office, staff, member, { language: language, reason })
      return placedView(office, placed)
    },
  }),
  op('POST /staff/{id}/invitation', {
    summary: 'Send a new one-time link to somebody who has not accepted yet',
    may: ['staff.manage'],
    params: { id: z.string() },
    answer: created(invitedStaffView, 'The one-time link is mailed, or shown here once; the one before is void'),
    does: async ({ office, staff, language, params }) => {
      const telling = { language: language }
      return placedView(office, await inviteAgain(office, staff, params.id, telling))
    },
  }),
  op('POST /staff/{id}/reset', {
    summary: 'Ask a second person to let somebody back in who lost password or second factor',
    may: ['staff.manage'],
    params: { id: z.string() },
    body: resetSchema,
    answer: nothing('Asked'),
    does: async ({ office, staff, params, body }) => {
      await askForReset(office, staff, params.id, body)
    },
  }),
  op('PATCH /staff/{id}', {
    summary: 'Change name, position and roles',
    may: ['staff.manage'],
    params: { id: z.string() },
    body: changeSchema,
    answer: json(changedStaffView, 'Changed; `asked` waits for a second person'),
    does: async ({ office, staff, language, params, body }) => {
      const { reason, ...wanted } = body
      const telling = { language: language, reason }
      const changed = await changeStaff(office, staff, params.id, wanted, telling)
      const { membership, asked, unitAsked } = changed
      return { ...(await view(office, membership)), asked, unitAsked: unitAsked.map(({ name }) => name) }
    },
  }),
  op('GET /successions/{id}', {
    summary: 'What of somebody’s work would go to a successor, and what cannot',
    may: ['staff.manage'],
    params: { id: z.string() },
    query: z.object({ successor: opaqueId.optional() }),
    answer: json(successionView, 'Counts by kind'),
    does: async ({ office, staff, params, query }) => {
      const { successor = '' } = query
      const sums = await giveWork(office, staff, params.id, successor, { isPreview: true })
      return sums
    },
  }),
  op('DELETE /staff/{id}', {
    summary: 'Take all roles in this unit from somebody, and give their open cases to a successor',
    may: ['staff.manage'],
    params: { id: z.string() },
    query: z.object({ successor: opaqueId.optional() }),
    answer: nothing('Removed'),
    does: async ({ office, staff, language, params, query }) => {
      const { successor } = query
      if (successor) await giveWork(office, staff, params.id, successor)
      await removeStaff(office, staff, params.id, { language: language })
    },
  }),
]
