import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as installationWire from '../../contract/installation.ts'
import { decideApproval } from '../../contract/keeping.ts'
import { staffRequestList } from '../../contract/staff.ts'
import { vouchRequest } from '../../contract/unit.ts'
import { measureQuotas } from '../../filing/quotas/quotas.ts'
import { decideAsOperator, requestsForOperator } from '../../keeping/accounts/carry-out-request.ts'
import { personActs } from '../../offices/act-vocabulary.ts'
import { awaitsStaff, findGaps, gapsByDuty, unheldDuties } from '../../offices/duties/duties.ts'
import { setQuotas, standingVouching, vouchFor } from '../../offices/managing/operators.ts'
import { closeTenant, keepTenantOpen, newTenantSettings, openTenant } from '../../offices/managing/tenants.ts'
import { addMember, refuseOperator } from '../../offices/staff/add-member.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { unitHealth } from '../../register/operations/operations.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { created, json, op } from '../operation.ts'
import { viewWordings } from '../view-wording.ts'
import { byName } from '../views/common-views.ts'
import { personOf } from '../views/keeping-view.ts'
import { departureView } from '../views/staff-view.ts'

async function weighDuties(office: ApiOffice, { id, settings, awaitsStaff: waits }: Tenant) {
  const [members, working] = await Promise.all([office.staff.members(id), office.staff.working(id)])
  return {
    gaps: gapsByDuty(findGaps(working, settings)).map(({ duty }) => duty),
    awaitsStaff: awaitsStaff({ ...(waits && { awaitsStaff: waits }) }, unheldDuties(members, settings)),
  }
}

async function units(office: ApiOffice, operator: SignedIn) {
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
    answer: json(installationWire.tenantList, 'All units'),
    does: ({ office, signedIn }) => units(office, signedIn),
  }),
  op('POST /operator/tenants/{tenant}/closing', {
    summary: 'Close a unit: from now on it takes no new complaints; it can be taken back until the days are over',
    may: 'session',
    body: installationWire.closeTenant,
    answer: json(installationWire.tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await closeTenant(office, signedIn, params.tenant, body)
      return units(office, signedIn)
    },
  }),
  op('PUT /operator/tenants/{tenant}/vouching', {
    summary: 'Say that a unit is the office that it says it is, as visitors read it; or take that back',
    may: 'session',
    body: vouchRequest,
    answer: json(installationWire.tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await vouchFor(office, signedIn, params.tenant, body.word)
      return units(office, signedIn)
    },
  }),
  op('PUT /operator/tenants/{tenant}/quotas', {
    summary: 'Say how much of the service a unit may use',
    may: 'session',
    body: installationWire.setQuotas,
    answer: json(installationWire.tenantList, 'All units'),
    does: async ({ office, signedIn, params, body }) => {
      await setQuotas(office, signedIn, params.tenant, body)
      return units(office, signedIn)
    },
  }),
  op('DELETE /operator/tenants/{tenant}/closing', {
    summary: 'Take the closing of a unit back',
    may: 'session',
    answer: json(installationWire.tenantList, 'All units'),
    does: async ({ office, signedIn, params }) => {
      await keepTenantOpen(office, signedIn, params.tenant)
      return units(office, signedIn)
    },
  }),
  op('POST /operator/tenants', {
    summary: 'Open a unit and invite its first admin',
    may: 'session',
    body: installationWire.openTenant,
    answer: created(installationWire.openedTenant, 'Opened'),
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

/** A unit that moved away is deleted by two operators. */
export const departureOperations = [
  op('POST /operator/tenants/{tenant}/departure', {
    summary: 'Bring the confirmation that a moved unit arrived: from now on everybody is led to the new address',
    may: 'session',
    body: installationWire.bringConfirmation,
    answer: json(installationWire.departureView, 'Confirmed'),
    does: async ({ office, signedIn, params, body }) =>
      departureView(await office.departures.confirm(signedIn, params.tenant, body.confirmation), signedIn),
  }),
  op('POST /operator/tenants/{tenant}/departure/deletion', {
    summary: 'Another operator allows that the moved unit is deleted here',
    may: 'session',
    answer: json(installationWire.departureView, 'Allowed; it is deleted within a minute'),
    does: async ({ office, signedIn, params }) =>
      departureView(await office.departures.allowDeletion(signedIn, params.tenant), signedIn),
  }),
]

async function waiting(office: ApiOffice, c: Context<AppEnv>) {
  const wording = viewWordings[c.get('language')]
  const items = (await requestsForOperator(office)).map(async (approval) => {
    const { id, tenant, act, askedAt, content } = approval
    const { name } = (await office.tenants.get(tenant)).settings
    const by = byName(wording)(content.askedBy)
    const [personAct] = personActs.filter((one) => one === act)
    const person = personOf(approval, wording)
    if (!person || !personAct) return []
    return [{ id, tenant, unit: name, act: personAct, askedAt, by, reason: content.reason, person }]
  })
  return { items: (await Promise.all(items)).flat() }
}

export const operatorRequestOperations = [
  op('GET /operator/requests', {
    summary: 'Requests about staff for which the unit has no second person',
    may: 'session',
    answer: json(staffRequestList, 'All that wait'),
    does: ({ office, c }) => waiting(office, c),
  }),
  op('POST /operator/requests/{tenant}/{id}/decision', {
    summary: 'Say yes or no as the second person that the unit lacks',
    may: 'session',
    params: { tenant: z.string().max(60), id: z.string().max(60) },
    body: decideApproval,
    answer: json(staffRequestList, 'All that wait now'),
    does: async ({ office, signedIn, language, params, body, c }) => {
      const decision = { tenant: params.tenant, id: params.id, ...body }
      await decideAsOperator(office, signedIn, decision, language)
      return waiting(office, c)
    },
  }),
]
