import { z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import * as tenantSettingsWire from '../../contract/tenant-settings.ts'
import * as unitWire from '../../contract/unit.ts'
import { decreedYears } from '../../offices/calendar/office-calendar.ts'
import { readIcs } from '../../offices/calendar/read-ics.ts'
import { currentPack, pauseDaysOf } from '../../offices/calendar/rule-pack.ts'
import * as sealing from '../../offices/managing/sealing.ts'
import { configureTenant, readHistory, readSettings } from '../../offices/managing/settings.ts'
import { requirePermission } from '../../offices/staff/permissions.ts'
import type { Configuration } from '../../offices/tenants/configuration.ts'
import type { SealingKeys } from '../../offices/tenants/sealing-keys.ts'
import { labelsOf, lockMinutesOf, quarantines, type Tenant } from '../../offices/tenants/tenant.ts'
import { checkEmbed } from '../../offices/widgets/check-embed.ts'
import { findings, type Verdict } from '../../offices/widgets/examine-page.ts'
import { listSightings, troubles } from '../../offices/widgets/sightings.ts'
import { previewCalendar } from '../../register/forecasts.ts'
import { parseDay } from '../../shared/instant.ts'
import { normalizeOrigin } from '../../shared/site-origin.ts'
import type { AppEnv } from '../app-env.ts'
import type { ApiOffice } from '../office.ts'
import { json, op, passTo } from '../operation.ts'
import { staffNames } from '../views/common-views.ts'
import { sealingView } from '../views/staff-view.ts'

const PAGE = 20

const view = (office: ApiOffice, tenant: Tenant) => settingsView(tenant, office.malwareScanner !== null)

export const settingsOperations = [
  op('GET /settings', {
    summary: 'The settings of the unit',
    may: ['tenant.configure'],
    answer: json(tenantSettingsWire.tenantSettings, 'The settings and their revision'),
    does: async ({ office, staff }) => view(office, await readSettings(office, staff)),
  }),
  op('PUT /settings', {
    summary: 'Set the settings of the unit, as a whole',
    may: ['tenant.configure'],
    body: tenantSettingsWire.tenantSettings,
    answer: json(tenantSettingsWire.tenantSettings, 'Saved'),
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
    answer: json(unitWire.settingsHistory, 'A page of it'),
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
    body: tenantSettingsWire.previewRequest,
    answer: json(tenantSettingsWire.calendarPreview, 'The days that change, and how many open cases move'),
    does: async ({ office, staff, body }) => previewCalendar(office, staff, calendarFrom(body.timeZone, body.calendar)),
  }),
  op('POST /settings/calendar/holidays', {
    summary: 'Read holidays from an .ics file; changes nothing',
    may: ['tenant.configure'],
    body: tenantSettingsWire.readHolidaysRequest,
    answer: json(tenantSettingsWire.readHolidays, 'The holidays found, and what was left out'),
    does: async ({ staff, body }) => {
      requirePermission(staff, 'tenant.configure')
      const { days, leftOut } = readIcs(body.text)
      return { days, leftOut }
    },
  }),
]

export function settingsView(
  { revision, settings }: Tenant,
  malwareScanner: boolean,
): tenantSettingsWire.TenantSettingsView {
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

type SetByService = 'malwareScanner' | 'rulePacks' | 'decreedYears'

function settingsFrom({
  timeZone,
  contact,
  calendar,
  ...rest
}: Omit<tenantSettingsWire.TenantSettingsView, 'revision' | SetByService>): Configuration {
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
  timeZone: tenantSettingsWire.TenantSettingsView['timeZone'],
  { week, localDays, holidayYears }: tenantSettingsWire.TenantSettingsView['calendar'],
): Configuration['calendar'] => ({
  timeZone,
  week,
  localDays: localDays.map((local) => ({ ...local, day: parseDay(local.day) })),
  holidayYears: holidayYears.map(({ year, days }) => ({
    year,
    days: days.map((holiday) => ({ ...holiday, day: parseDay(holiday.day) })),
  })),
})

export const embedOperations = [
  op('POST /embed/check', {
    summary: 'Look at a page of the office’s site and say whether the widget is right there; nothing of it is kept',
    may: ['tenant.configure'],
    body: unitWire.embedRequest,
    answer: json(unitWire.embedCheck, 'What was found'),
    does: async ({ office, staff, body }) => {
      office.limits.before('looking', staff.tenant)
      const { verdicts, policyLines, ...rest } = await checkEmbed(office, staff, body.url)
      const judged = verdicts.map((verdict) => ({ ...verdict, state: stateOf(verdict) }))
      return { ...rest, verdicts: judged, policyLines }
    },
  }),
  op('GET /embed/sightings', {
    summary: 'Origins whose pages showed the widget of the unit, when last, and what went wrong',
    may: ['tenant.configure'],
    answer: json(unitWire.widgetSightings, 'The latest first'),
    does: async ({ office, staff }) => {
      const seen = await listSightings(office, staff)
      const items = seen.map(({ id, at, widget, layer, modes = [], standing, countedSince, troubles: counts }) => ({
        origin: id,
        standing,
        lastSeenAt: at,
        version: widget,
        layer,
        modes,
        countedSince,
        troubles: troubles.flatMap((trouble) => (counts[trouble] ? [{ trouble, count: counts[trouble] }] : [])),
      }))
      return { items, newestVersion: office.widgetReleases[0]?.version ?? null }
    },
  }),
]

function stateOf({ check: name, finding }: Verdict): 'good' | 'poor' | 'bad' {
  const states: Readonly<Record<string, 'good' | 'poor' | 'bad'>> = findings[name]
  return states[finding] ?? 'bad'
}

const showSealing = async (office: ApiOffice, c: Context<AppEnv>, keys: SealingKeys) => {
  c.header('Cache-Control', 'no-store')
  return sealingView(keys, c.get('staff'), await staffNames(office, c.get('staff').tenant), office.now())
}

/** The service never has the private half of these keys. */
export const sealingOperations = [
  op('GET /sealing', {
    summary: 'The keys to which browsers seal identities',
    description: 'To custodians also the secret halves, as they were wrapped in a browser.',
    may: sealing.confirms,
    answer: json(unitWire.sealingView, 'Newest first'),
    does: async ({ office, staff, c }) => showSealing(office, c, await sealing.readSealing(office, staff)),
  }),
  op('POST /sealing/keys', {
    summary: 'Give a key that was made in a custodian’s browser; a second person confirms it',
    may: sealing.holds,
    body: unitWire.makeSealingKey,
    answer: json(unitWire.sealingView, 'Waits for a second person'),
    does: passTo(sealing.makeSealingKey, showSealing),
  }),
  op('POST /sealing/confirmation', {
    summary: 'As a second person, have identities sealed to the key that waits',
    may: sealing.confirms,
    body: unitWire.confirmSealingKey,
    answer: json(unitWire.sealingView, 'Holds from now on'),
    does: passTo(sealing.confirmSealingKey, showSealing),
  }),
  op('DELETE /sealing/waiting', {
    summary: 'Forget the key that waits',
    may: sealing.confirms,
    answer: json(unitWire.sealingView, 'Forgotten'),
    does: async ({ office, staff, c }) => showSealing(office, c, await sealing.discardSealingKey(office, staff)),
  }),
  op('POST /sealing/end', {
    summary: 'Ask that new identities are kept the ordinary way again; a second person confirms it within seven days',
    may: sealing.holds,
    answer: json(unitWire.sealingView, 'Waits for a second person'),
    does: async ({ office, staff, c }) => showSealing(office, c, await sealing.askToEndSealing(office, staff)),
  }),
  op('DELETE /sealing/end', {
    summary: 'Take the request to end sealing back',
    may: sealing.confirms,
    answer: json(unitWire.sealingView, 'Sealing goes on'),
    does: async ({ office, staff, c }) => showSealing(office, c, await sealing.withdrawEndOfSealing(office, staff)),
  }),
  op('POST /sealing/end/confirmation', {
    summary: 'As a second person, have new identities kept the ordinary way again; what is sealed stays so',
    may: sealing.confirms,
    answer: json(unitWire.sealingView, 'Holds from now on'),
    does: async ({ office, staff, c }) => showSealing(office, c, await sealing.confirmEndOfSealing(office, staff)),
  }),
  op('POST /sealing/ways', {
    summary: 'Keep a key under one’s own passphrase or passkey too',
    may: sealing.holds,
    body: unitWire.addWayIn,
    answer: json(unitWire.sealingView, 'Kept'),
    does: passTo(sealing.addWayIn, showSealing),
  }),
  op('POST /sealing/ways/removal', {
    summary: 'Take away a way into a key, never the last',
    may: sealing.holds,
    body: unitWire.removeWayIn,
    answer: json(unitWire.sealingView, 'Gone'),
    does: passTo(sealing.removeWayIn, showSealing),
  }),
]
