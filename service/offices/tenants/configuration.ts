import type { Instant } from '../../shared/instant.ts'
import { dayNumberOf, dayOf } from '../calendar/day-number.ts'
import { type OfficeCalendar, type Week, weekdays } from '../calendar/office-calendar.ts'
import { editPacks, type PackRules } from '../calendar/rule-pack.ts'
import { localDateOf } from '../calendar/working-days.ts'
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
    categories: wanted.categories.map((category) => keepLabels(before, category, at)),
    privacyNotice: raiseVersion(before, wanted),
    rulePacks: editPacks(before.rulePacks, rules, at),
    calendar: editCalendar(before.calendar, wanted.calendar, at),
    letters: { ...letters, letterhead: { ...letters.letterhead, logo: before.letters.letterhead.logo } },
  }
}

/** A renamed category remembers what it was called until then. */
function keepLabels({ categories }: TenantSettings, { formerLabels: _, ...wanted }: Category, at: Instant): Category {
  const before = categories.find(({ code }) => code === wanted.code)
  const isSame = before?.label.id === wanted.label.id && before.label.en === wanted.label.en
  const former = [...(before?.formerLabels ?? []), ...(before && !isSame ? [{ until: at, label: before.label }] : [])]
  return former.length > 0 ? { ...wanted, formerLabels: former } : wanted
}

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
