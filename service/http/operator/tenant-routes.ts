import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { setQuotas as quotasSchema } from '../../contract/quotas.ts'
import {
  closeTenant as closeSchema,
  openedTenant,
  openTenant as openSchema,
  tenantList,
} from '../../contract/tenants.ts'
import { vouchRequest } from '../../contract/trust.ts'
import { measureQuotas } from '../../filing/quotas/quotas.ts'
import { awaitsStaff, findGaps, gapsByDuty, unheldDuties } from '../../offices/duties/duties.ts'
import { setQuotas, standingVouching, vouchFor } from '../../offices/managing/operators.ts'
import {
  type CloseTenantPorts,
  closeTenant,
  type DepartureDesk,
  keepTenantOpen,
  newTenantSettings,
  type OpenTenantPorts,
  openTenant,
} from '../../offices/managing/tenants.ts'
import { addMember, type InviteStaffPorts, refuseOperator } from '../../offices/staff/add-member.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { type UnitHealthPorts, unitHealth } from '../../register/operations/operations.ts'
import type { Links } from '../links.ts'
import { answers, cookie, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { departureView } from '../views/departure-view.ts'

const list = route.get('/', {
  summary: 'Units of this service',
  security: cookie,
  responses: answers(200, tenantList, 'All units'),
})
const open = route.post('/', {
  summary: 'Open a unit and invite its first admin',
  security: cookie,
  request: jsonBody(openSchema),
  responses: answers(201, openedTenant, 'Opened'),
})

const close = route.post('/{tenant}/closing', {
  summary: 'Close a unit: from now on it takes no new complaints; it can be taken back until the days are over',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(closeSchema) },
  responses: answers(200, tenantList, 'All units'),
})
const vouch = route.put('/{tenant}/vouching', {
  summary: 'Say that a unit is the office that it says it is, as visitors read it; or take that back',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(vouchRequest) },
  responses: answers(200, tenantList, 'All units'),
})
const limit = route.put('/{tenant}/quotas', {
  summary: 'Say how much of the service a unit may use',
  security: cookie,
  request: { params: tenantParam, ...jsonBody(quotasSchema) },
  responses: answers(200, tenantList, 'All units'),
})
const keepOpen = route.delete('/{tenant}/closing', {
  summary: 'Take the closing of a unit back',
  security: cookie,
  request: { params: tenantParam },
  responses: answers(200, tenantList, 'All units'),
})

/** The operator opens tenants and sees no complaint. */
export function operatorTenantRoutes(
  ports: OpenTenantPorts &
    CloseTenantPorts &
    InviteStaffPorts &
    UnitHealthPorts & {
      readonly links: Links
      readonly complaints: ComplaintStore
      readonly departures: Pick<DepartureDesk, 'of'>
    },
) {
  const api = newApi()
  async function weighDuties({ id, settings, awaitsStaff: waits }: Tenant) {
    const [members, working] = await Promise.all([ports.staff.members(id), ports.staff.working(id)])
    return {
      gaps: gapsByDuty(findGaps(working, settings)).map(({ duty }) => duty),
      awaitsStaff: awaitsStaff({ ...(waits && { awaitsStaff: waits }) }, unheldDuties(members, settings)),
    }
  }
  async function units(operator: SignedIn) {
    const [tenants, guarded] = await Promise.all([ports.tenants.list(), ports.complaints.listGuarded()])
    const unread = guarded.filter(({ isUnread }) => isUnread)
    const items = tenants.map(async (tenant) => {
      const { id, openedAt, settings, closing } = tenant
      const [{ channelsDown, ...health }, quotas, departure] = await Promise.all([
        unitHealth(ports, id),
        measureQuotas(ports, tenant),
        ports.departures.of(id),
      ])
      return {
        tenant: id,
        name: settings.name,
        openedAt,
        closing: closing ?? null,
        vouchedFor: wordFor(tenant),
        unreadCases: unread.filter(({ tenant: unit }) => unit === id).length,
        ...health,
        ...(await weighDuties(tenant)),
        channelsDown,
        quotas,
        departure: departure && departureView(departure, operator),
      }
    })
    return { items: await Promise.all(items) }
  }
  api.openapi(list, async (c) => c.json(await units(c.get('signedIn')), 200))
  api.openapi(close, async (c) => {
    await closeTenant(ports, c.get('signedIn'), c.req.valid('param').tenant, c.req.valid('json'))
    return c.json(await units(c.get('signedIn')), 200)
  })
  api.openapi(vouch, async (c) => {
    await vouchFor(ports, c.get('signedIn'), c.req.valid('param').tenant, c.req.valid('json').word)
    return c.json(await units(c.get('signedIn')), 200)
  })
  api.openapi(limit, async (c) => {
    await setQuotas(ports, c.get('signedIn'), c.req.valid('param').tenant, c.req.valid('json'))
    return c.json(await units(c.get('signedIn')), 200)
  })
  api.openapi(keepOpen, async (c) => {
    await keepTenantOpen(ports, c.get('signedIn'), c.req.valid('param').tenant)
    return c.json(await units(c.get('signedIn')), 200)
  })
  api.openapi(open, async (c) => {
    const { slug, admin, ...named } = c.req.valid('json')
    await refuseOperator(ports, admin.email)
    const tenant = await openTenant(ports, slug, newTenantSettings(named))
    const opened = { by: c.get('signedIn').account.id, act: 'unit.opened', subject: tenant.id, detail: null } as const
    await ports.record(PLATFORM_UNIT, opened)
    const inviter = { id: null, name: c.get('signedIn').account.name, language: c.get('language') }
    const first = { ...admin, position: 'Admin unit', roles: ['tenant_admin'] } as const
    const { token } = await addMember(ports, tenant.id, first, inviter)
    return c.json({ tenant: tenant.id, setUpUrl: token && ports.links.invitation(token) }, 201)
  })
  return api
}

function wordFor(tenant: Tenant) {
  const word = standingVouching(tenant)
  return word && { at: word.at, by: word.by, basis: word.basis }
}
