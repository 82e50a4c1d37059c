import { createRoute, z } from '@hono/zod-openapi'
import {
  changeStaff as changeSchema,
  invitedStaffView,
  inviteStaff as inviteSchema,
  type StaffMemberView,
  staffList,
  staffMemberView,
} from '../../contract/session.ts'
import type { Membership } from '../../staff/account.ts'
import { changeStaff, inviteStaff, type ManageStaffPorts, removeStaff } from '../../staff/invite-staff.ts'
import { permissionsFor, requirePermission } from '../../staff/permissions.ts'
import type { Tenant } from '../../tenants/tenant.ts'
import type { Links } from '../links.ts'
import { answers, cookie, jsonBody, newApi, refusals, tenantParam } from '../openapi.ts'

export interface MemberPorts extends ManageStaffPorts {
  readonly links: Links
  /** Sends the one-time link; where no mail leaves the house it lands in the mailbox. */
  readonly mailInvitation: (tenant: Tenant, to: Membership, url: string) => Promise<void>
}

const memberParams = tenantParam.extend({ id: z.string() })

const list = createRoute({
  method: 'get',
  path: '/staff',
  summary: 'Staff of the unit and their roles',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, staffList, 'All members'),
})
const handlers = createRoute({
  method: 'get',
  path: '/handlers',
  summary: 'Who can be given a case',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, staffList, 'Members who handle cases'),
})
const invite = createRoute({
  method: 'post',
  path: '/staff',
  summary: 'Invite somebody',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(inviteSchema) },
  responses: answers(201, invitedStaffView, 'Invited; the one-time link is shown here once'),
})
const change = createRoute({
  method: 'patch',
  path: '/staff/{id}',
  summary: 'Change name, position and roles',
  security: cookie,
  request: { params: memberParams, ...jsonBody(changeSchema) },
  responses: answers(200, staffMemberView, 'Changed'),
})
const remove = createRoute({
  method: 'delete',
  path: '/staff/{id}',
  summary: 'Take all roles in this unit from somebody',
  security: cookie,
  request: { params: memberParams },
  responses: { 204: { description: 'Removed' }, ...refusals },
})

/** Mounted behind `identifyMember`. */
export function memberRoutes(ports: MemberPorts) {
  const view = async (membership: Membership): Promise<StaffMemberView> => {
    const { id, name, position, email, roles } = membership
    const account = await ports.staff.account(id)
    return { id, name, position, email, roles: [...roles], state: account?.passwordHash ? 'active' : 'invited' }
  }
  const api = newApi()
  api.openapi(list, async (c) => {
    requirePermission(c.get('staff'), 'staff.manage')
    const members = await ports.staff.members(c.get('staff').tenant)
    return c.json({ items: await Promise.all(members.map(view)) }, 200)
  })
  api.openapi(handlers, async (c) => {
    requirePermission(c.get('staff'), 'cases.read')
    const members = await ports.staff.members(c.get('staff').tenant)
    const able = members.filter(({ roles }) => permissionsFor(roles).has('cases.handle'))
    return c.json({ items: await Promise.all(able.map(view)) }, 200)
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
