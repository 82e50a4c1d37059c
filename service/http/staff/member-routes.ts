import { z } from '@hono/zod-openapi'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
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
import { giveWork, type SuccessionPorts } from '../../desk/succession.ts'
import {
  changeStaff,
  invitationState,
  inviteAgain,
  inviteStaff,
  type LeavingPorts,
  type ManageStaffPorts,
  type Placed,
  removeStaff,
} from '../../keeping/accounts/invite-staff.ts'
import { askForReset, type ResetPorts } from '../../keeping/accounts/reset-account.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import { unitRolesOf } from '../../offices/staff/posts.ts'
import type { Links } from '../links.ts'
import { answers, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'

export interface MemberPorts
  extends ManageStaffPorts,
    ResetPorts,
    LeavingPorts,
    Pick<CaseActionPorts, 'vault'>,
    Pick<SuccessionPorts, 'approvals' | 'papers'> {
  readonly now: ManageStaffPorts['now']
  readonly newId: () => string
  readonly newSecret: () => string
  readonly hashSecret: (secret: string) => string
  readonly links: Links
  readonly complaints: ComplaintStore
}

const memberParams = tenantParam.extend({ id: z.string() })

const list = route.get('/staff', {
  summary: 'Staff of the unit and their roles',
  ...forStaff('staff.manage'),
  request: { params: tenantParam },
  responses: answers(200, staffList, 'All members'),
})
const handlers = route.get('/handlers', {
  summary: 'Who can be given a case',
  ...forStaff('cases.read'),
  request: {
    params: tenantParam,
    query: z.object({ case: z.string().max(60).optional(), part: z.enum(['lead', 'assist']).optional() }),
  },
  responses: answers(200, staffList, 'Members who handle cases, or who can handle that one'),
})
const colleagues = route.get('/colleagues', {
  summary: 'Whom of the unit’s staff a complaint can be about',
  ...forStaff('cases.enter'),
  request: { params: tenantParam },
  responses: answers(200, colleagueList, 'All members by name and position'),
})
const invite = route.post('/staff', {
  summary: 'Invite somebody',
  ...forStaff('staff.manage'),
  request: { params: tenantParam, ...jsonBody(inviteSchema) },
  responses: answers(201, invitedStaffView, 'Invited; the one-time link is mailed, or shown here once'),
})
const again = route.post('/staff/{id}/invitation', {
  summary: 'Send a new one-time link to somebody who has not accepted yet',
  ...forStaff('staff.manage'),
  request: { params: memberParams },
  responses: answers(201, invitedStaffView, 'The one-time link is mailed, or shown here once; the one before is void'),
})
const reset = route.post('/staff/{id}/reset', {
  summary: 'Ask a second person to let somebody back in who lost password or second factor',
  ...forStaff('staff.manage'),
  request: { params: memberParams, ...jsonBody(resetSchema) },
  responses: { 204: { description: 'Asked' }, ...refusals },
})
const change = route.patch('/staff/{id}', {
  summary: 'Change name, position and roles',
  ...forStaff('staff.manage'),
  request: { params: memberParams, ...jsonBody(changeSchema) },
  responses: answers(200, changedStaffView, 'Changed; `asked` waits for a second person'),
})
const remove = route.delete('/staff/{id}', {
  summary: 'Take all roles in this unit from somebody, and give their open cases to a successor',
  ...forStaff('staff.manage'),
  request: { params: memberParams, query: z.object({ successor: opaqueId.optional() }) },
  responses: { 204: { description: 'Removed' }, ...refusals },
})

const succession = route.get('/successions/{id}', {
  summary: 'What of somebody’s work would go to a successor, and what cannot',
  ...forStaff('staff.manage'),
  request: { params: memberParams, query: z.object({ successor: opaqueId.optional() }) },
  responses: answers(200, successionView, 'Counts by kind'),
})

export function memberRoutes(ports: MemberPorts) {
  const view = async (membership: Membership): Promise<StaffMemberView> => {
    const { id, name, position, email, roles, limits = {}, unitRoles = [], reportsTo = null } = membership
    const [account, invitation] = [await ports.staff.account(id), await invitationState(ports, membership)]
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
  const placedView = async ({ membership, token, asked, unitAsked }: Placed): Promise<InvitedStaffView> => ({
    staff: await view(membership),
    setUpUrl: token && ports.links.invitation(token),
    ...{ asked, unitAsked: unitAsked.map(({ name }) => name) },
  })
  const api = newApi()
  api.openapi(list, async (c) => {
    requirePermission(c.get('staff'), 'staff.manage')
    const members = await ports.staff.members(c.get('staff').tenant)
    return c.json({ items: await Promise.all(members.map(view)) }, 200)
  })
  api.openapi(handlers, async (c) => {
    const { case: number, part } = c.req.valid('query')
    const able = await handlersFor(ports, c.get('staff'), { number, part })
    const items = able.map(async ({ membership, ...load }) => ({ ...(await view(membership)), ...load }))
    return c.json({ items: await Promise.all(items) }, 200)
  })
  api.openapi(colleagues, async (c) => {
    requirePermission(c.get('staff'), 'cases.enter')
    const members = await ports.staff.members(c.get('staff').tenant)
    return c.json({ items: members.map(({ id, name, position }) => ({ id, name, position })) }, 200)
  })
  api.openapi(invite, async (c) => {
    const { reason, ...member } = c.req.valid('json')
    const placed = await inviteStaff(ports, c.get('staff'), member, { language: c.get('language'), reason })
    return c.json(await placedView(placed), 201)
  })
  api.openapi(again, async (c) => {
    const telling = { language: c.get('language') }
    return c.json(await placedView(await inviteAgain(ports, c.get('staff'), c.req.valid('param').id, telling)), 201)
  })
  api.openapi(reset, async (c) => {
    await askForReset(ports, c.get('staff'), c.req.valid('param').id, c.req.valid('json'))
    return c.body(null, 204)
  })
  api.openapi(change, async (c) => {
    const { reason, ...wanted } = c.req.valid('json')
    const telling = { language: c.get('language'), reason }
    const changed = await changeStaff(ports, c.get('staff'), c.req.valid('param').id, wanted, telling)
    const { membership, asked, unitAsked } = changed
    return c.json({ ...(await view(membership)), asked, unitAsked: unitAsked.map(({ name }) => name) }, 200)
  })
  api.openapi(succession, async (c) => {
    const { successor = '' } = c.req.valid('query')
    const sums = await giveWork(ports, c.get('staff'), c.req.valid('param').id, successor, { isPreview: true })
    return c.json(sums, 200)
  })
  api.openapi(remove, async (c) => {
    const { successor } = c.req.valid('query')
    if (successor) await giveWork(ports, c.get('staff'), c.req.valid('param').id, successor)
    await removeStaff(ports, c.get('staff'), c.req.valid('param').id, { language: c.get('language') })
    return c.body(null, 204)
  })
  return api
}
