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
import { configureTenant, readHistory, readSettings } from '../../offices/managing/settings.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import type { Configuration } from '../../offices/tenants/configuration.ts'
import { labelsOf, lockMinutesOf, quarantines, type Tenant } from '../../offices/tenants/tenant.ts'
import { previewCalendar } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import { normalizeOrigin } from '../../shared/site-origin.ts'
import type { Office } from '../office.ts'
import { json, op } from '../operation.ts'
import { staffNames } from '../views/staff-names.ts'

const PAGE = 20

const view = (office: Office, tenant: Tenant) => settingsView(tenant, office.malwareScanner !== null)

export const settingsOperations = [
  op('GET /settings', {
    summary: 'The settings of the unit',
    may: ['tenant.configure'],
    answer: json(tenantSettings, 'The settings and their revision'),
    does: async ({ office, staff }) => view(office, await readSettings(office, staff)),
  }),
  op('PUT /settings', {
    summary: 'Set the settings of the unit, as a whole',
    may: ['tenant.configure'],
    body: tenantSettings,
    answer: json(tenantSettings, 'Saved'),
    does: async ({ office, staff, body }) => {
      const { revision, malwareScanner: _, rulePacks: __, decreedYears: ___, ...asked } = body
      const saved = await configureTenant(office, staff, { revision, settings: settingsFrom(asked) })
      return view(office, saved)
    },
  }),
  op('GET /settings/history', {
    summary: 'Who changed which setting from what to what, newest first',
    may: ['tenant.configure'],
    query: z.object({ cursor: z.string().max(1_000).optional() }),
    answer: json(settingsHistorySchema, 'A page of it'),
    does: async ({ office, staff, query }) => {
      const page = await readHistory(office, staff, { after: query.cursor, limit: PAGE })
      const names = await staffNames(office, staff.tenant)
      const items = page.items.map(({ at, by, changes }) => ({ at, by: names.get(by) ?? null, changes }))
      return { items, nextCursor: page.nextCursor }
    },
  }),
  op('POST /settings/calendar/preview', {
    summary: 'What a calendar would change; changes nothing',
    may: ['tenant.configure'],
    body: previewRequest,
    answer: json(calendarPreview, 'The days that change, and how many open cases move'),
    does: async ({ office, staff, body }) => {
      const { timeZone, calendar } = body
      return previewCalendar(office, staff, calendarFrom(timeZone, calendar))
    },
  }),
  op('POST /settings/calendar/holidays', {
    summary: 'Read holidays from an .ics file; changes nothing',
    may: ['tenant.configure'],
    body: readHolidaysRequest,
    answer: json(readHolidaysSchema, 'The holidays found, and what was left out'),
    does: async ({ staff, body }) => {
      requirePermission(staff, 'tenant.configure')
      const { days, leftOut } = readIcs(body.text)
      return { days, leftOut }
    },
  }),
]

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
