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
import { closeTenant, keepTenantOpen, newTenantSettings, openTenant } from '../../offices/managing/tenants.ts'
import { addMember, refuseOperator } from '../../offices/staff/add-member.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { unitHealth } from '../../register/operations/operations.ts'
import type { Office } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { departureView } from '../views/departure-view.ts'

async function weighDuties(office: Office, { id, settings, awaitsStaff: waits }: Tenant) {
  const [members, working] = await Promise.all([office.staff.members(id), office.staff.working(id)])
  return {
    gaps: gapsByDuty(findGaps(working, settings)).map(({ duty }) => duty),
    awaitsStaff: awaitsStaff({ ...(waits && { awaitsStaff: waits }) }, unheldDuties(members, settings)),
  }
}

async function units(office: Office, operator: SignedIn) {
  const [tenants, guarded] = await Promise.all([office.tenants.list(), office.complaints.listGuarded()])
  const unread = guarded.filter(({ isUnread }) => isUnread)
  const items = tenants.map(async (tenant) => {
    const { id, openedAt, settings, closing } = tenant
    const [{ channelsDown, ...health }, quotas, departure] = await Promise.all([
      unitHealth(office, id),
      measureQuotas(office, tenant),
      office.departures.of(id),
    ])
    return {
      tenant: id,
      name: settings.name,
      openedAt,
      closing: closing ?? null,
      vouchedFor: wordFor(tenant),
      unreadCases: unread.filter(({ tenant: unit }) => unit === id).length,
      ...health,
      ...(await weighDuties(office, tenant)),
      channelsDown,
      quotas,
      departure: departure && departureView(departure, operator),
    }
  })
  return { items: await Promise.all(items) }
}

/** The operator opens tenants and sees no complaint. */
export const operatorTenantOperations = [
  op('GET /operator/tenants', {
    summary: 'Units of this service',
    may: 'session',
    answer: json(tenantList, 'All units'),
    does: ({ office, signedIn }) => units(office, signedIn),
  }),
  op('POST /operator/tenants/{tenant}/closing', {
    summary: 'Close a unit: from now on it takes no new complaints; it can be taken back until the days are over',
    may: 'session',
    body: closeSchema,
    answer: json(tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await closeTenant(office, signedIn, params.tenant, body)
      return units(office, signedIn)
    },
  }),
  op('PUT /operator/tenants/{tenant}/vouching', {
    summary: 'Say that a unit is the office that it says it is, as visitors read it; or take that back',
    may: 'session',
    body: vouchRequest,
    answer: json(tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await vouchFor(office, signedIn, params.tenant, body.word)
      return units(office, signedIn)
    },
  }),
  op('PUT /operator/tenants/{tenant}/quotas', {
    summary: 'Say how much of the service a unit may use',
    may: 'session',
    body: quotasSchema,
    answer: json(tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await setQuotas(office, signedIn, params.tenant, body)
      return units(office, signedIn)
    },
  }),
  op('DELETE /operator/tenants/{tenant}/closing', {
    summary: 'Take the closing of a unit back',
    may: 'session',
    answer: json(tenantList, 'All units'),
    does: async ({ office, signedIn, params }) => {
      await keepTenantOpen(office, signedIn, params.tenant)
      return units(office, signedIn)
    },
  }),
  op('POST /operator/tenants', {
    summary: 'Open a unit and invite its first admin',
    may: 'session',
    body: openSchema,
    answer: created(openedTenant, 'Opened'),
    does: async ({ office, signedIn, language, body }) => {
      const { slug, admin, ...named } = body
      await refuseOperator(office, admin.email)
      const tenant = await openTenant(office, slug, newTenantSettings(named))
      const opened = { by: signedIn.account.id, act: 'unit.opened', subject: tenant.id, detail: null } as const
      await office.record(PLATFORM_UNIT, opened)
      const inviter = { id: null, name: signedIn.account.name, language: language }
      const first = { ...admin, position: 'Admin unit', roles: ['tenant_admin'] } as const
      const { token } = await addMember(office, tenant.id, first, inviter)
      return { tenant: tenant.id, setUpUrl: token && office.links.invitation(token) }
    },
  }),
]

function wordFor(tenant: Tenant) {
  const word = standingVouching(tenant)
  return word && { at: word.at, by: word.by, basis: word.basis }
}
