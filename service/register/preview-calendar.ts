import { moveCaseDates } from '../case/access/move-dates.ts'
import type { MovableStore } from '../case/store/complaint-queues.ts'
import {
  type Block,
  calendarProblems,
  type DayNumber,
  dayNumberOf,
  dayOf,
  holidaysOfYear,
  type OfficeCalendar,
} from '../offices/calendar/office-calendar.ts'
import { localDayOf, momentAt, openBlocksOn, whyClosed } from '../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { type Configuration, editCalendar } from '../offices/tenants/configuration.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Clock, Day } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'

export interface ChangedDay {
  readonly day: Day
  readonly name: string | null
  readonly open: readonly Block[]
}

export interface CalendarPreview {
  /** Changed days from today on are listed in order, up to a limit. */
  readonly days: readonly ChangedDay[]
  /** If the weekly hours or the time zone change, any day may change. */
  readonly everyWeek: boolean
  readonly movedCases: number
}

export interface PreviewPorts {
  readonly tenants: TenantDirectory
  readonly complaints: MovableStore
  readonly now: Clock
  readonly yieldTurn: () => Promise<void>
}

const MOST_DAYS = 100
const BATCH = 200

/**
 * Says what a calendar would change, and changes nothing.
 * @throws Refusal `staff/not-permitted`, `request/invalid`
 */
export async function previewCalendar(
  { tenants, complaints, now, yieldTurn }: PreviewPorts,
  staff: StaffMember,
  wanted: Configuration['calendar'],
): Promise<CalendarPreview> {
  requirePermission(staff, 'tenant.configure')
  const problems = calendarProblems(wanted)
  if (problems.length > 0) {
    const inForm = problems.map(({ path, code }) => ({ path: `calendar.${path}`, code }))
    throw new Refusal('invalid', 'request/invalid', {}, inForm)
  }
  const at = now()
  const before = (await tenants.get(staff.tenant)).settings.calendar
  const after = editCalendar(before, wanted, at)
  const everyWeek = before.timeZone !== after.timeZone || after.formerWeeks.length !== before.formerWeeks.length
  const days = changedDays(before, after, localDayOf(at, after))
  const [first] = days
  if (!first && !everyWeek) return { days, everyWeek, movedCases: 0 }
  // A date before the first changed day stays.
  const isToday = !first || everyWeek || dayNumberOf(first.day) <= localDayOf(at, after)
  const from = isToday ? at : momentAt(dayNumberOf(first.day), '00:00', after)
  let movedCases = 0
  let cursor: string | null = null
  do {
    const page = await complaints.movable(staff.tenant, from, { limit: BATCH, after: cursor })
    movedCases += page.items.filter((one) => moveCaseDates(one, after, at)?.line).length
    cursor = page.nextCursor
    await yieldTurn()
  } while (cursor)
  return { days: days.slice(0, MOST_DAYS), everyWeek, movedCases }
}

/** Returns the days that either calendar names and that are worked or explained differently. */
function changedDays(before: OfficeCalendar, after: OfficeCalendar, today: DayNumber): ChangedDay[] {
  const named = new Set([...namedDays(before, after), ...namedDays(after, before)])
  return [...named]
    .sort((one, other) => one - other)
    .filter((day) => day >= today && stateOf(day, before) !== stateOf(day, after))
    .map((day) => {
      const closed = whyClosed(day, after)
      const name = closed?.name ?? after.localDays.find((local) => local.day === dayOf(day))?.name ?? null
      return { day: dayOf(day), name, open: closed ? [] : openBlocksOn(day, after) }
    })
}

/** Includes the holiday years that either calendar filled in, and its own days. */
const namedDays = (of: OfficeCalendar, other: OfficeCalendar): DayNumber[] => {
  const years = [...of.holidayYears, ...other.holidayYears].map(({ year }) => year)
  const holidays = years.flatMap((year) => holidaysOfYear(year, of))
  return [...holidays, ...of.localDays].map(({ day }) => dayNumberOf(day))
}

const stateOf = (day: DayNumber, calendar: OfficeCalendar): string =>
  JSON.stringify(whyClosed(day, calendar)?.name ?? openBlocksOn(day, calendar))
