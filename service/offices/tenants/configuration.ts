import type { Instant } from '../../shared/instant.ts'
import { dayNumberOf, dayOf } from '../calendar/day-number.ts'
import { type OfficeCalendar, type Week, weekdays } from '../calendar/office-calendar.ts'
import { editPacks, type PackRules } from '../calendar/rule-pack.ts'
import { localDateOf } from '../calendar/working-days.ts'
import type { Translated } from '../translated.ts'
import { raiseVersion } from './shown-texts.ts'
import type { Category, TenantSettings } from './tenant.ts'

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
