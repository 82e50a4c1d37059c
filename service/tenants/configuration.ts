import { dayNumberOf, dayOf } from '../deadlines/day-number.ts'
import { type OfficeCalendar, type Week, weekdays } from '../deadlines/office-calendar.ts'
import { editedPacks, type PackRules } from '../deadlines/rule-pack.ts'
import { localDateOf } from '../deadlines/working-days.ts'
import type { Instant } from '../shared/instant.ts'
import type { TenantSettings } from './tenant.ts'

/** What an admin writes: settings without what the service keeps of earlier ones. */
export interface Configuration extends Omit<TenantSettings, 'rulePacks' | 'calendar'> {
  readonly rules: PackRules
  readonly calendar: Omit<OfficeCalendar, 'formerWeeks'>
}

/**
 * The settings after an edit: other rules are a new version of the pack, the week that held stays for what is past, and
 * so does the logo, which is drawn by us from what was uploaded.
 */
export function configured(
  before: TenantSettings,
  { rules, letters, ...wanted }: Configuration,
  at: Instant,
): TenantSettings {
  return {
    ...wanted,
    rulePacks: editedPacks(before.rulePacks, rules, at),
    calendar: editedCalendar(before.calendar, wanted.calendar, at),
    letters: { ...letters, letterhead: { ...letters.letterhead, logo: before.letters.letterhead.logo } },
  }
}

/** A new week holds from the day on which it is written; what was counted before goes on by the week that held then. */
export function editedCalendar(before: OfficeCalendar, wanted: Configuration['calendar'], at: Instant): OfficeCalendar {
  const { formerWeeks } = before
  if (isSameWeek(before.week, wanted.week)) return { ...wanted, formerWeeks }
  const until = dayOf(dayNumberOf(localDateOf(at, wanted)) - 1)
  // Of two changes on one day the first week held for no day at all.
  const isKept = formerWeeks.every((former) => former.until < until)
  return { ...wanted, formerWeeks: isKept ? [...formerWeeks, { until, week: before.week }] : formerWeeks }
}

/** Whether every date would be counted in the same way. */
export const isSameCalendar = (one: OfficeCalendar, other: OfficeCalendar): boolean =>
  JSON.stringify(inOneOrder(one)) === JSON.stringify(inOneOrder(other))

const inOneOrder = ({ timeZone, week, localDays, holidayYears }: OfficeCalendar) => [
  timeZone,
  weekdays.map((weekday) => week[weekday]),
  localDays.map(({ day, name, blocks }) => [day, name, blocks ?? []]),
  holidayYears.map(({ year, days }) => [year, days.map(({ day, name, kind }) => [day, name, kind])]),
]

const isSameWeek = (one: Week, other: Week): boolean =>
  weekdays.every((weekday) => JSON.stringify(one[weekday]) === JSON.stringify(other[weekday]))
