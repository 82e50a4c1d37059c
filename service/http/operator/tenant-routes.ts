import { createRoute } from '@hono/zod-openapi'
import type { ComplaintStore } from '../../complaints/complaint-store.ts'
import { openedTenant, openTenant as openSchema, tenantList } from '../../contract/tenant-settings.ts'
import { addMember, type InviteStaffPorts } from '../../staff/invite-staff.ts'
import { newTenantSettings } from '../../tenants/new-tenant.ts'
import { type OpenTenantPorts, openTenant } from '../../tenants/open-tenant.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import type { Links } from '../links.ts'
import { answers, cookie, jsonBody, newApi } from '../openapi.ts'

const list = createRoute({
  method: 'get',
  path: '/',
  summary: 'Units of this service',
  security: cookie,
  responses: answers(200, tenantList, 'All units'),
})
const open = createRoute({
  method: 'post',
  path: '/',
  summary: 'Open a unit and invite its first admin',
  security: cookie,
  request: jsonBody(openSchema),
  responses: answers(201, openedTenant, 'Opened'),
})

/** Mounted behind `identifyOperator`. The operator opens units and sees no complaint. */
export function operatorTenantRoutes(
  ports: OpenTenantPorts & InviteStaffPorts & { readonly links: Links; readonly complaints: ComplaintStore },
) {
  const api = newApi()
  api.openapi(list, async (c) => {
    const [tenants, guarded] = await Promise.all([ports.tenants.list(), ports.complaints.guarded()])
    const unread = guarded.filter(({ isUnread }) => isUnread)
    const items = tenants.map(({ id, openedAt, settings }) => ({
      tenant: id,
      name: settings.name,
      openedAt,
      unreadCases: unread.filter(({ tenant }) => tenant === id).length,
    }))
    return c.json({ items }, 200)
  })
  api.openapi(open, async (c) => {
    const { slug, admin, ...named } = c.req.valid('json')
    const tenant = await openTenant(ports, slug, newTenantSettings(named))
    const { token } = await addMember(ports, tenant.id as TenantId, {
      ...admin,
      position: 'Admin unit',
      roles: ['tenant_admin'],
    })
    return c.json({ tenant: tenant.id, setUpUrl: token && ports.links.invitation(token) }, 201)
  })
  return api
}
