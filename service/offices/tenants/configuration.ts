import type { Instant } from '../../shared/instant.ts'
import { type FieldProblem, refuseField } from '../../shared/refusal.ts'
import { dayNumberOf, dayOf, type OfficeCalendar, type Week, weekdays } from '../calendar/office-calendar.ts'
import { editPacks, type PackRules } from '../calendar/rule-pack.ts'
import { localDateOf } from '../calendar/working-days.ts'
import { readIn, type Translated } from '../translated.ts'
import type { Language } from '../vocabulary.ts'
import type { Category, FormerTexts, ShownTexts, Tenant, TenantSettings } from './tenant.ts'

const wordsOf = ({ procedure: { title, rules }, privacyNotice: { text } }: ShownTexts) =>
  JSON.stringify([title.id, title.en, rules.map((rule) => [rule.id, rule.en]), text.id, text.en])

/**
 * Reporters declare that they read one version of both texts, so each change raises it, also where an admin did not.
 */
export function raiseVersion(before: ShownTexts, wanted: ShownTexts): ShownTexts['privacyNotice'] {
  if (wordsOf(before) === wordsOf(wanted)) return { ...wanted.privacyNotice, version: before.privacyNotice.version }
  const version = Math.max(before.privacyNotice.version + 1, wanted.privacyNotice.version)
  return { ...wanted.privacyNotice, version }
}

/** Keeps the texts that a change replaces, so that every version that somebody accepted can be read. */
export const keepTexts = (
  { settings, formerTexts = [] }: Pick<Tenant, 'settings' | 'formerTexts'>,
  now: ShownTexts,
  until: Instant,
): readonly FormerTexts[] => {
  const { procedure, privacyNotice } = settings
  return privacyNotice.version === now.privacyNotice.version
    ? formerTexts
    : [...formerTexts, { procedure, privacyNotice, until }]
}

/** `null` where that version was never shown, or before versions were kept. */
export const findTexts = ({ settings, formerTexts = [] }: Tenant, version: number): ShownTexts | null =>
  [settings, ...formerTexts].find(({ privacyNotice }) => privacyNotice.version === version) ?? null

/** The text that is hashed: procedure, then privacy notice, in one language. */
export const composeShownText = ({ procedure, privacyNotice }: ShownTexts, language: Language): string =>
  [procedure.title, ...procedure.rules, privacyNotice.text].map((text) => readIn(text, language)).join('\n\n')

/** An admin edits these settings, without the earlier versions that the service keeps. */
export interface Configuration extends Omit<TenantSettings, 'rulePacks' | 'calendar'> {
  readonly rules: PackRules
  readonly calendar: Omit<OfficeCalendar, 'formerWeeks'>
}

/**
 * Returns the settings after an edit. Changed rules become a new version of the pack, the previous week stays for past
 * days, and so does the logo, which we draw from the uploaded file.
 */
export function applyConfiguration(
  before: TenantSettings,
  { rules, letters, ...wanted }: Configuration,
  at: Instant,
): TenantSettings {
  return {
    ...wanted,
    // A program that knows nothing of labels removes none.
    labels: wanted.labels ?? before.labels,
    categories: wanted.categories.map((category) => keepFormer(before, category, at)),
    privacyNotice: raiseVersion(before, wanted),
    rulePacks: editPacks(before.rulePacks, rules, at),
    calendar: editCalendar(before.calendar, wanted.calendar, at),
    letters: { ...letters, letterhead: { ...letters.letterhead, logo: before.letters.letterhead.logo } },
  }
}

/** A category remembers what it was called, and what happened next, until now. */
function keepFormer({ categories }: TenantSettings, wanted: Category, at: Instant): Category {
  const { formerLabels: _, formerNextSteps: __, ...written } = wanted
  const before = categories.find(({ code }) => code === wanted.code)
  const { formerLabels = [], formerNextSteps = [] } = before ?? {}
  const wasNext = before?.nextSteps ?? null
  const isRenamed = before && !isSameText(before.label, written.label)
  const isNextNew = before && !isSameText(wasNext, written.nextSteps ?? null)
  const labels = [...formerLabels, ...(isRenamed ? [{ until: at, label: before.label }] : [])]
  const texts = [...formerNextSteps, ...(isNextNew ? [{ until: at, text: wasNext }] : [])]
  return {
    ...written,
    ...(labels.length > 0 && { formerLabels: labels }),
    ...(texts.length > 0 && { formerNextSteps: texts }),
  }
}

const isSameText = (one: Translated | null, other: Translated | null): boolean =>
  one?.id === other?.id && one?.en === other?.en

/** A new week applies from the day of the edit; earlier days are counted by the week that applied then. */
export function editCalendar(before: OfficeCalendar, wanted: Configuration['calendar'], at: Instant): OfficeCalendar {
  const { formerWeeks } = before
  if (isSameWeek(before.week, wanted.week)) return { ...wanted, formerWeeks }
  const until = dayOf(dayNumberOf(localDateOf(at, wanted)) - 1)
  // After two changes on one day, the first week applied to no day.
  const isKept = formerWeeks.every((former) => former.until < until)
  return { ...wanted, formerWeeks: isKept ? [...formerWeeks, { until, week: before.week }] : formerWeeks }
}

/** Tells whether every date would be counted in the same way. */
export const isSameCalendar = (one: OfficeCalendar, other: OfficeCalendar): boolean =>
  JSON.stringify(sortCalendar(one)) === JSON.stringify(sortCalendar(other))

const sortCalendar = ({ timeZone, week, localDays, holidayYears }: OfficeCalendar) => [
  timeZone,
  weekdays.map((weekday) => week[weekday]),
  localDays.map(({ day, name, blocks }) => [day, name, blocks ?? []]),
  holidayYears.map(({ year, days }) => [year, days.map(({ day, name, kind }) => [day, name, kind])]),
]

const isSameWeek = (one: Week, other: Week): boolean =>
  weekdays.every((weekday) => JSON.stringify(one[weekday]) === JSON.stringify(other[weekday]))

/** Cases keep what was ticked by its Indonesian text, so no category has one twice. */
export const stepProblems = (categories: readonly Pick<Category, 'steps'>[]): FieldProblem[] =>
  categories.flatMap(({ steps = [] }, at) => {
    const texts = steps.map(({ id }) => id)
    return texts.flatMap((text, step) =>
      texts.indexOf(text) === step ? [] : [{ path: `categories.${at}.steps.${step}.id`, code: 'taken' }],
    )
  })

/** Finds a category that the tenant offers. */
export function chooseCategory(categories: readonly Category[], code: string): Category {
  const category = categories.find((one) => one.active && one.code === code)
  if (!category) throw refuseField('category/unknown', 'category', 'unknown')
  return category
}
