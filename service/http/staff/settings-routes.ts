import { z } from '@hono/zod-openapi'
import { settingsHistory as settingsHistorySchema } from '../../contract/settings-history.ts'
import {
  calendarPreview,
  previewRequest,
  readHolidaysRequest,
  readHolidays as readHolidaysSchema,
  type TenantSettingsView,
  tenantSettings,
} from '../../contract/tenant-settings.ts'
import { decreedYears } from '../../offices/calendar/office-calendar.ts'
import { readIcs } from '../../offices/calendar/read-ics.ts'
import { currentPack, pauseDaysOf } from '../../offices/calendar/rule-pack.ts'
import { type ConfigurePorts, configureTenant, readHistory, readSettings } from '../../offices/managing/settings.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Configuration } from '../../offices/tenants/configuration.ts'
import { labelsOf, lockMinutesOf, quarantines, type Tenant } from '../../offices/tenants/tenant.ts'
import { type PreviewPorts, previewCalendar } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import { normalizeOrigin } from '../../shared/site-origin.ts'
import { answers, forStaff, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { staffNames } from '../views/staff-names.ts'

const show = route.get('/', {
  summary: 'The settings of the unit',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam },
  responses: answers(200, tenantSettings, 'The settings and their revision'),
})
const change = route.put('/', {
  summary: 'Set the settings of the unit, as a whole',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(tenantSettings) },
  responses: answers(200, tenantSettings, 'Saved'),
})

const history = route.get('/history', {
  summary: 'Who changed which setting from what to what, newest first',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, query: z.object({ cursor: z.string().max(1_000).optional() }) },
  responses: answers(200, settingsHistorySchema, 'A page of it'),
})

const preview = route.post('/calendar/preview', {
  summary: 'What a calendar would change; changes nothing',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(previewRequest) },
  responses: answers(200, calendarPreview, 'The days that change, and how many open cases move'),
})
const readFile = route.post('/calendar/holidays', {
  summary: 'Read holidays from an .ics file; changes nothing',
  ...forStaff('tenant.configure'),
  request: { params: tenantParam, ...jsonBody(readHolidaysRequest) },
  responses: answers(200, readHolidaysSchema, 'The holidays found, and what was left out'),
})

const PAGE = 20

export type SettingsRoutePorts = ConfigurePorts & PreviewPorts & { readonly staff: StaffDirectory }

export function settingsRoutes(ports: SettingsRoutePorts) {
  const api = newApi()
  const view = (tenant: Tenant) => settingsView(tenant, ports.malwareScanner !== null)
  api.openapi(show, async (c) => c.json(view(await readSettings(ports, c.get('staff'))), 200))
  api.openapi(change, async (c) => {
    const { revision, malwareScanner: _, rulePacks: __, decreedYears: ___, ...body } = c.req.valid('json')
    const saved = await configureTenant(ports, c.get('staff'), { revision, settings: settingsFrom(body) })
    return c.json(view(saved), 200)
  })
  api.openapi(history, async (c) => {
    const reader = c.get('staff')
    const page = await readHistory(ports, reader, { after: c.req.valid('query').cursor, limit: PAGE })
    const names = await staffNames(ports, reader.tenant)
    const items = page.items.map(({ at, by, changes }) => ({ at, by: names.get(by) ?? null, changes }))
    return c.json({ items, nextCursor: page.nextCursor }, 200)
  })
  api.openapi(preview, async (c) => {
    const { timeZone, calendar } = c.req.valid('json')
    return c.json(await previewCalendar(ports, c.get('staff'), calendarFrom(timeZone, calendar)), 200)
  })
  api.openapi(readFile, async (c) => {
    requirePermission(c.get('staff'), 'tenant.configure')
    const { days, leftOut } = readIcs(c.req.valid('json').text)
    return c.json({ days, leftOut }, 200)
  })
  return api
}

export function settingsView({ revision, settings }: Tenant, malwareScanner: boolean): TenantSettingsView {
  const { calendar, contact, rulePacks, ...rest } = settings
  const pack = currentPack(rulePacks)
  const { clocks, categories, extension } = pack
  const { address, telephone, fax, email, officeHours } = contact
  return {
    ...rest,
    categories: settings.categories.map(({ formerLabels: _, formerNextSteps: __, ...category }) => category),
    revision,
    malwareScanner,
    publicStatistics: settings.publicStatistics ?? false,
    allowsOwnDecision: settings.allowsOwnDecision ?? false,
    mostOpenCases: settings.mostOpenCases ?? null,
    labels: labelsOf(settings),
    evidence: { ...settings.evidence, quarantine: quarantines(settings) },
    // Tenants from before this setting do not require it.
    requireSecondFactor: settings.requireSecondFactor ?? false,
    lockAfterMinutes: lockMinutesOf(settings),
    timeZone: calendar.timeZone,
    contact: {
      officeHours,
      ...(address && { address }),
      ...(telephone && { telephone }),
      ...(fax && { fax }),
      ...(email && { email }),
    },
    calendar: { week: calendar.week, localDays: calendar.localDays, holidayYears: calendar.holidayYears },
    rules: { clocks, categories, extension, pauseDays: pauseDaysOf(pack) },
    rulePacks,
    decreedYears,
  }
}

/** Fields that only the service sets. */
type SetByService = 'malwareScanner' | 'rulePacks' | 'decreedYears'

function settingsFrom({
  timeZone,
  contact,
  calendar,
  ...rest
}: Omit<TenantSettingsView, 'revision' | SetByService>): Configuration {
  return {
    ...rest,
    publicStatistics: rest.publicStatistics ?? false,
    letters: { ...rest.letters, letterhead: { ...rest.letters.letterhead, logo: null } },
    origins: [...new Set(rest.origins.map((origin) => normalizeOrigin(origin) ?? origin))],
    contact: {
      address: contact.address || null,
      telephone: contact.telephone || null,
      fax: contact.fax || null,
      email: contact.email ?? null,
      officeHours: contact.officeHours,
    },
    calendar: calendarFrom(timeZone, calendar),
  }
}

/** `calendarProblems` has checked before that days exist. */
const calendarFrom = (
  timeZone: TenantSettingsView['timeZone'],
  { week, localDays, holidayYears }: TenantSettingsView['calendar'],
): Configuration['calendar'] => ({
  timeZone,
  week,
  localDays: localDays.map((local) => ({ ...local, day: parseDay(local.day) })),
  holidayYears: holidayYears.map(({ year, days }) => ({
    year,
    days: days.map((holiday) => ({ ...holiday, day: parseDay(holiday.day) })),
  })),
})
