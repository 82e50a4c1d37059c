import { createRoute } from '@hono/zod-openapi'
import { type TenantSettingsView, tenantSettings } from '../../contract/tenant-settings.ts'
import { decreedYears } from '../../deadlines/holidays.ts'
import { currentPack } from '../../deadlines/rule-pack.ts'
import type { Day } from '../../shared/instant.ts'
import type { Configuration } from '../../tenants/configuration.ts'
import { type ConfigurePorts, configureTenant, readSettings } from '../../tenants/configure-tenant.ts'
import { quarantines, type Tenant } from '../../tenants/tenant.ts'
import { answers, forStaff, jsonBody, newApi, tenantParam } from '../openapi.ts'

const show = createRoute({
  method: 'get',
  path: '/',
  summary: 'The settings of the unit',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam },
  responses: answers(200, tenantSettings, 'The settings and their revision'),
})
const change = createRoute({
  method: 'put',
  path: '/',
  summary: 'Set the settings of the unit, as a whole',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(tenantSettings) },
  responses: answers(200, tenantSettings, 'Saved'),
})

/** Mounted behind `identifyMember`. */
export function settingsRoutes(ports: ConfigurePorts) {
  const api = newApi()
  const view = (tenant: Tenant) => settingsView(tenant, ports.malwareScanner !== null)
  api.openapi(show, async (c) => c.json(view(await readSettings(ports, c.get('staff'))), 200))
  api.openapi(change, async (c) => {
    const { revision, malwareScanner: _, rulePacks: __, decreedYears: ___, ...body } = c.req.valid('json')
    const saved = await configureTenant(ports, c.get('staff'), { revision, settings: settingsFrom(body) })
    return c.json(view(saved), 200)
  })
  return api
}

function settingsView({ revision, settings }: Tenant, malwareScanner: boolean): TenantSettingsView {
  const { calendar, contact, rulePacks, ...rest } = settings
  const { clocks, categories, extension } = currentPack(rulePacks)
  const { address, telephone, fax, email, officeHours } = contact
  return {
    ...rest,
    revision,
    malwareScanner,
    evidence: { ...settings.evidence, quarantine: quarantines(settings) },
    // A unit that was opened before it could ask for this does not.
    requireSecondFactor: settings.requireSecondFactor ?? false,
    timeZone: calendar.timeZone,
    contact: {
      officeHours,
      ...(address && { address }),
      ...(telephone && { telephone }),
      ...(fax && { fax }),
      ...(email && { email }),
    },
    calendar: { week: calendar.week, localDays: calendar.localDays, holidayYears: calendar.holidayYears },
    rules: { clocks, categories, extension },
    rulePacks,
    decreedYears,
  }
}

/** What the service tells and nobody writes. */
type Told = 'malwareScanner' | 'rulePacks' | 'decreedYears'

function settingsFrom({
  timeZone,
  contact,
  calendar,
  ...rest
}: Omit<TenantSettingsView, 'revision' | Told>): Configuration {
  return {
    ...rest,
    letters: { ...rest.letters, letterhead: { ...rest.letters.letterhead, logo: null } },
    origins: rest.origins.map((origin) => origin.toLowerCase()),
    contact: {
      address: contact.address || null,
      telephone: contact.telephone || null,
      fax: contact.fax || null,
      email: contact.email ?? null,
      officeHours: contact.officeHours,
    },
    calendar: {
      timeZone,
      week: calendar.week,
      localDays: calendar.localDays.map((local) => ({ ...local, day: local.day as Day })),
      holidayYears: calendar.holidayYears.map(({ year, days }) => ({
        year,
        days: days.map((holiday) => ({ ...holiday, day: holiday.day as Day })),
      })),
    },
  }
}
