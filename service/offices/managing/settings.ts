import type { Instant } from '../../shared/instant.ts'
import type { MalwareScanner } from '../../shared/outbound.ts'
import { type FieldProblem, Refusal, refuseField } from '../../shared/refusal.ts'
import { normalizeOrigin } from '../../shared/site-origin.ts'
import { type CollectionSpec, type Kept, type Page, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { calendarProblems } from '../calendar/office-calendar.ts'
import { type CategoryRule, currentPack, isBeyondLaw, type PackRules } from '../calendar/rule-pack.ts'
import { isReadableAccent } from '../colours/readable.ts'
import { questionProblems } from '../questions/question-problems.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import {
  applyConfiguration,
  type Configuration,
  isSameCalendar,
  keepTexts,
  stepProblems,
} from '../tenants/configuration.ts'
import { letterProblems } from '../tenants/letter-settings.ts'
import { templateProblems } from '../tenants/notice-settings.ts'
import {
  type ChangedValue,
  labelProblems,
  labelsOf,
  quarantines,
  type SettingsChange,
  type Tenant,
  type TenantSettings,
  usualLockMinutes,
} from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'

/** Long texts and pictures are cut, because the history tells of a change and is no copy. */
const MOST_CHARACTERS = 400

/** What a setting that came later means where it is missing: no, none, or a usual number. */
const meantBy: Readonly<Record<string, string>> = { lockAfterMinutes: String(usualLockMinutes), labels: '' }
const meaningOf = (path: string): string => meantBy[path] ?? 'false'

/** Lists what an edit changed. Items of a list are known by their code, not by their place. */
export function listChanges(before: TenantSettings, after: TenantSettings): readonly ChangedValue[] {
  const [from, to] = [valuesOf(before), valuesOf(after)]
  return [...new Set([...from.keys(), ...to.keys()])]
    .filter((path) => (from.get(path) ?? meaningOf(path)) !== (to.get(path) ?? meaningOf(path)))
    .map((path) => ({ path, from: cut(from.get(path)), to: cut(to.get(path)) }))
}

const cut = (value: string | undefined): string | null =>
  value === undefined ? null : value.length > MOST_CHARACTERS ? `${value.slice(0, MOST_CHARACTERS)}…` : value

/** What the service keeps beside an edit is none of its changes. */
function valuesOf({ rulePacks, calendar, privacyNotice, ...settings }: TenantSettings): ReadonlyMap<string, string> {
  const { formerWeeks: _, ...editable } = calendar
  const { clocks, categories, extension } = currentPack(rulePacks)
  const { version: __, ...notice } = privacyNotice
  const rules = { clocks, categories, extension }
  return new Map(flatten({ ...settings, calendar: editable, privacyNotice: notice, rules }, []))
}

const keptByService: readonly string[] = ['formerLabels', 'formerNextSteps']

type Flat = readonly (readonly [path: string, value: string])[]

function flatten(value: unknown, path: readonly string[]): Flat {
  if (value === null || value === undefined) return []
  if (typeof value !== 'object') return [[path.join('.'), String(value)]]
  if (Array.isArray(value)) return flattenItems(value, path)
  return Object.entries(value).flatMap(([key, part]) =>
    keptByService.includes(key) ? [] : flatten(part, [...path, key]),
  )
}

const flattenItems = (items: readonly unknown[], path: readonly string[]): Flat =>
  items.every((item) => typeof item !== 'object')
    ? [[path.join('.'), items.join(', ')]]
    : items.flatMap((item, at) => flatten(item, [...path, keyOf(item) ?? String(at + 1)]))

/** Items of a list are known by a code, the category of a rule and its clock, a day or a year. */
function keyOf(item: unknown): string | null {
  if (typeof item !== 'object' || item === null) return null
  const [, key] = Object.entries(item).find(([name]) => ['code', 'category', 'day', 'year'].includes(name)) ?? []
  if (key === undefined || key === '') return null
  return 'clock' in item && item.clock ? `${key}.${item.clock}` : String(key)
}

type KeptChange = Kept & SettingsChange

export const settingsChangeSpec: CollectionSpec<KeptChange> = {
  name: 'settingsChanges',
  keys: { revision: ({ revision }) => revision },
  indexes: { revision: { on: ['revision'] } },
}

/** The newest change lies with the settings themselves, so that neither is written without the other. */
export interface SettingsHistory {
  /** A change that is kept already stays. */
  keep(tenant: TenantId, change: SettingsChange): Promise<void>
  /** The newest comes first. @throws InvalidCursor */
  list(
    tenant: TenantId,
    page: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Page<KeptChange>>
}

export async function openSettingsHistory(store: Store): Promise<SettingsHistory> {
  const kept = await store.collection(settingsChangeSpec)
  return {
    async keep(tenant, change) {
      try {
        await kept.insert({ ...change, tenant, id: String(change.revision) })
      } catch (cause) {
        if (!(cause instanceof UniqueViolation) || cause.index !== 'id') throw cause
      }
    },
    list: (tenant, { after, limit }) =>
      kept.find(tenant, { index: 'revision', order: 'descending', limit, ...(after && { after }) }),
  }
}

export interface SettingsOffice extends StaffOffice {
  readonly settingsHistory: SettingsHistory
  /** `null` means that nothing is scanned here. */
  readonly malwareScanner: MalwareScanner | null
  /** The categories that cases of the tenant are in. */
  readonly categoriesInUse: (tenant: TenantId) => Promise<ReadonlySet<string>>
}

/** Moves the change before into the history, and returns the tenant as it is to be written. */
export async function withChange(
  { settingsHistory }: SettingsOffice,
  before: Tenant,
  settings: TenantSettings,
  { id: by }: StaffMember,
  at: Instant,
): Promise<Tenant> {
  const revision = before.revision + 1
  const changes = listChanges(before.settings, settings)
  if (before.lastChange) await settingsHistory.keep(before.id, before.lastChange)
  const lastChange = changes.length > 0 ? { revision, at, by, changes } : null
  return { ...before, revision, settings, lastChange }
}

/** The newest comes first. */
export async function readHistory(
  { tenants, settingsHistory }: SettingsOffice,
  staff: StaffMember,
  { after, limit }: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<SettingsChange>> {
  requirePermission(staff, 'tenant.configure')
  const page = await settingsHistory.list(staff.tenant, { after, limit })
  const { lastChange } = await tenants.get(staff.tenant)
  return after || !lastChange ? page : { ...page, items: [lastChange, ...page.items] }
}

export function settingsProblems(settings: Configuration): FieldProblem[] {
  const { categories, privacyChoices, identityPolicy, calendar, theme } = settings
  const problems: FieldProblem[] = calendarProblems(calendar).map(({ path, code }) => ({
    path: `calendar.${path}`,
    code,
  }))
  const codes = categories.map(({ code }) => code)
  for (const [at, code] of codes.entries()) {
    if (codes.indexOf(code) !== at) problems.push({ path: `categories.${at}.code`, code: 'taken' })
  }
  if (!categories.some(({ active }) => active)) problems.push({ path: 'categories', code: 'none-active' })
  if (theme.accent && !isReadableAccent(theme.accent)) problems.push({ path: 'theme.accent', code: 'low-contrast' })
  if (!privacyChoices.includes('confidential')) {
    for (const [at, { confidential }] of categories.entries()) {
      if (confidential) problems.push({ path: `categories.${at}.confidential`, code: 'contradicts-policy' })
    }
  }
  if (privacyChoices.every((choice) => choice === 'anonymous')) {
    const findStranded = (policy: unknown, path: string) =>
      policy === 'required' && problems.push({ path, code: 'contradicts-policy' })
    findStranded(identityPolicy, 'privacyChoices')
    for (const [at, category] of categories.entries()) {
      findStranded(category.identityPolicy, `categories.${at}.identityPolicy`)
    }
  }
  return [
    ...problems,
    ...categories.flatMap(({ questions = [] }, at) =>
      questionProblems(questions).map(({ path, code }) => ({ path: `categories.${at}.questions.${path}`, code })),
    ),
    ...stepProblems(categories),
    ...labelProblems(labelsOf(settings)),
    ...ruleProblems(settings),
    ...answerProblems(settings),
    ...originProblems(settings.origins),
    ...templateProblems(settings.notices.whatsappTemplates),
    ...letterProblems(settings.letters),
    ...retentionProblems(settings),
  ]
}

const originProblems = (origins: readonly string[]): FieldProblem[] =>
  origins.flatMap((origin, at) => (normalizeOrigin(origin) === null ? [{ path: `origins.${at}`, code: 'origin' }] : []))

/**
 * A rule for an unknown category would have no effect, and of two rules for one category and clock it is unclear which
 * is meant.
 */
function ruleProblems({ rules, categories }: Configuration): FieldProblem[] {
  const named = rules.categories.map(({ category, clock }) => `${category} ${clock}`)
  return rules.categories.flatMap(({ category }, at) => {
    const path = `rules.categories.${at}.category`
    if (!categories.some(({ code }) => code === category)) return [{ path, code: 'unknown' }]
    return named.indexOf(named[at] ?? '') === at ? [] : [{ path, code: 'taken' }]
  })
}

/** @param before the rules that hold now: what stands in them already keeps nobody from changing something else */
export function problemsWithLaw({ rules, categories }: Configuration, before: PackRules): FieldProblem[] {
  const isBeyond = (pack: PackRules, rule: CategoryRule): boolean => {
    const kind = categories.find(({ code }) => code === rule.category)?.class
    return isBeyondLaw(
      pack,
      rule,
      rule.clock ?? (kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'),
    )
  }
  const stood = new Set(before.categories.filter((rule) => isBeyond(before, rule)).map((rule) => JSON.stringify(rule)))
  return rules.categories.flatMap((rule, at) =>
    isBeyond(rules, rule) && !stood.has(JSON.stringify(rule))
      ? [{ path: `rules.categories.${at}.amount`, code: 'beyond-law' }]
      : [],
  )
}

/** The head answers complaints about officials, and no handler does so alone. */
const answerProblems = ({ categories }: Configuration): FieldProblem[] =>
  categories.flatMap(({ class: kind, handlerAnswers }, at) =>
    handlerAnswers && kind === 'oversight' ? [{ path: `categories.${at}.handlerAnswers`, code: 'oversight' }] : [],
  )

/**
 * Nothing is destroyed in the year in which it ended, and of two terms for the same cases it is unclear which is meant.
 */
function retentionProblems({ retention: { standard, exceptions } }: Configuration): FieldProblem[] {
  const terms = [
    ['retention.standard', standard] as const,
    ...exceptions.map((one, at) => [`retention.exceptions.${at}`, one] as const),
  ]
  const tooShort = terms
    .filter(([, { activeYears, inactiveYears }]) => activeYears + inactiveYears < 1)
    .map(([path]) => ({ path: `${path}.inactiveYears`, code: 'too-short' }))
  const names = exceptions.map(({ category, ending }) => `${category} ${ending}`)
  const unclear = exceptions.flatMap(({ category, ending }, at) => {
    const path = `retention.exceptions.${at}.category`
    if (category === null && ending === null) return [{ path, code: 'required' }]
    return names.indexOf(`${category} ${ending}`) === at ? [] : [{ path, code: 'taken' }]
  })
  return [...tooShort, ...unclear]
}

export async function readSettings(
  { tenants }: { readonly tenants: TenantDirectory },
  staff: StaffMember,
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  return tenants.get(staff.tenant)
}

/**
 * Replaces all settings of a tenant. Rules apply to new complaints only; a calendar also moves the dates of open ones.
 */
export async function configureTenant(
  office: SettingsOffice,
  staff: StaffMember,
  { revision, settings: wanted }: { readonly revision: number; readonly settings: Configuration },
): Promise<Tenant> {
  const { tenants, record, malwareScanner, now } = office
  requirePermission(staff, 'tenant.configure')
  const problems = settingsProblems(wanted)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const tenant = await tenants.get(staff.tenant)
  if (tenant.revision !== revision) throw changedMeanwhile()
  const beyond = problemsWithLaw(wanted, currentPack(tenant.settings.rulePacks))
  if (beyond.length > 0) throw new Refusal('invalid', 'request/invalid', {}, beyond)
  await refuseRemoved(office, tenant, wanted)
  const at = now()
  const settings = applyConfiguration(tenant.settings, wanted, at)
  const recountSince = isSameCalendar(tenant.settings.calendar, settings.calendar) ? tenant.recountSince : at
  if (!malwareScanner && quarantines(settings) && !quarantines(tenant.settings)) throw noScanner()
  const saved = await tenants.replace({
    ...(await withChange(office, tenant, settings, staff, at)),
    formerTexts: keepTexts(tenant, settings, at),
    recountSince: recountSince ?? null,
  })
  if (!saved) throw changedMeanwhile()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: String(saved.revision) })
  return saved
}

/** Cases would show a code in place of a name; a category that is no longer offered is archived. */
async function refuseRemoved({ categoriesInUse }: SettingsOffice, { id, settings }: Tenant, wanted: Configuration) {
  // Nobody knows without reading all cases which labels they have, so none is removed.
  const labels = wanted.labels && labelsOf(settings).filter((had) => !wanted.labels?.some((one) => one.id === had.id))
  if (labels?.length) throw new Refusal('conflict', 'label/removed')
  const removed = settings.categories.filter(({ code }) => wanted.categories.every((one) => one.code !== code))
  if (removed.length === 0) return
  const used = await categoriesInUse(id)
  const still = removed.filter(({ code }) => used.has(code)).map(({ code }) => code)
  if (still.length > 0) throw new Refusal('conflict', 'category/in-use', { categories: still.join(', ') })
}

// Without a scanner, files would never leave quarantine.
const noScanner = () => refuseField('request/invalid', 'evidence.quarantine', 'no-scanner')

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
