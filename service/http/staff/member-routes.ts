import { createRoute, z } from '@hono/zod-openapi'
import type { ComplaintStore } from '../../complaints/complaint-store.ts'
import { handlersFor } from '../../complaints/dispatch-complaint.ts'
import {
  changeStaff as changeSchema,
  colleagueList,
  invitedStaffView,
  inviteStaff as inviteSchema,
  type StaffMemberView,
  staffList,
  staffMemberView,
} from '../../contract/session.ts'
import type { Membership } from '../../staff/account.ts'
import {
  changeStaff,
  inviteStaff,
  type LeavingPorts,
  type ManageStaffPorts,
  removeStaff,
} from '../../staff/invite-staff.ts'
import { type RoleLimits, requirePermission } from '../../staff/permissions.ts'
import type { Tenant } from '../../tenants/tenant.ts'
import type { Links } from '../links.ts'
import { answers, forStaff, jsonBody, newApi, refusals, tenantParam } from '../openapi.ts'

export interface MemberPorts extends ManageStaffPorts, LeavingPorts {
  readonly links: Links
  readonly complaints: ComplaintStore
  /** Sends the one-time link; where no mail leaves the house it lands in the mailbox. */
  readonly mailInvitation: (tenant: Tenant, to: Membership, url: string) => Promise<void>
}

const memberParams = tenantParam.extend({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/staff',
  summary: 'Staff of the unit and their roles',
  ...forStaff('staff.manage'),
  request: { params: tenantParam },
  responses: answers(200, staffList, 'All members'),
})
const handlers = createRoute({
  method: 'get',
  path: '/handlers',
  summary: 'Who can be given a case',
  ...forStaff('cases.read'),
  request: {
    params: tenantParam,
    query: z.object({ case: z.string().max(60).optional(), part: z.enum(['lead', 'assist']).optional() }),
  },
  responses: answers(200, staffList, 'Members who handle cases, or who can handle that one'),
})
const colleagues = createRoute({
  method: 'get',
  path: '/colleagues',
  summary: 'Whom of the unit’s staff a complaint can be about',
  ...forStaff('cases.enter'),
  request: { params: tenantParam },
  responses: answers(200, colleagueList, 'All members by name and position'),
})
const invite = createRoute({
  method: 'post',
  path: '/staff',
  summary: 'Invite somebody',
  ...forStaff('staff.manage'),
  request: { params: tenantParam, ...jsonBody(inviteSchema) },
  responses: answers(201, invitedStaffView, 'Invited; the one-time link is shown here once'),
})
const change = createRoute({
  method: 'patch',
  path: '/staff/{id}',
  summary: 'Change name, position and roles',
  ...forStaff('staff.manage'),
  request: { params: memberParams, ...jsonBody(changeSchema) },
  responses: answers(200, staffMemberView, 'Changed'),
})
const remove = createRoute({
  method: 'delete',
  path: '/staff/{id}',
  summary: 'Take all roles in this unit from somebody',
  ...forStaff('staff.manage'),
  request: { params: memberParams },
  responses: { 204: { description: 'Removed' }, ...refusals },
})

const limitsView = (limits: RoleLimits): StaffMemberView['limits'] =>
  Object.fromEntries(Object.entries(limits).map(([role, categories]) => [role, [...categories]]))

/** Mounted behind `identifyMember`. */
export function memberRoutes(ports: MemberPorts) {
  const view = async (membership: Membership): Promise<StaffMemberView> => {
    const { id, name, position, email, roles, limits = {}, reportsTo = null } = membership
    const account = await ports.staff.account(id)
    const state = account?.passwordHash ? 'active' : 'invited'
    return { id, name, position, email, roles: [...roles], limits: limitsView(limits), reportsTo, state }
  }
  const api = newApi()
  api.openapi(list, async (c) => {
    requirePermission(c.get('staff'), 'staff.manage')
    const members = await ports.staff.members(c.get('staff').tenant)
    return c.json({ items: await Promise.all(members.map(view)) }, 200)
  })
  api.openapi(handlers, async (c) => {
    const { case: number, part } = c.req.valid('query')
    const able = await handlersFor(ports, c.get('staff'), { number, part })
    return c.json({ items: await Promise.all(able.map(view)) }, 200)
  })
  api.openapi(colleagues, async (c) => {
    requirePermission(c.get('staff'), 'cases.enter')
    const members = await ports.staff.members(c.get('staff').tenant)
    return c.json({ items: members.map(({ id, name, position }) => ({ id, name, position })) }, 200)
  })
  api.openapi(invite, async (c) => {
    const { membership, token } = await inviteStaff(ports, c.get('staff'), c.req.valid('json'))
    const setUpUrl = token && ports.links.invitation(token)
    if (setUpUrl) await ports.mailInvitation(c.get('tenant'), membership, setUpUrl)
    return c.json({ staff: await view(membership), setUpUrl }, 201)
  })
  api.openapi(change, async (c) =>
    c.json(await view(await changeStaff(ports, c.get('staff'), c.req.valid('param').id, c.req.valid('json'))), 200),
  )
  api.openapi(remove, async (c) => {
    await removeStaff(ports, c.get('staff'), c.req.valid('param').id)
    return c.body(null, 204)
  })
  return api
}
