import { wroteAnswer } from '../case/access/deciders.ts'
import { moveCaseDates } from '../case/access/move-dates.ts'
import type { Office } from '../case/office/office.ts'
import type { MovableStore } from '../case/store/complaint-queues.ts'
import { waitingFor } from '../case/store/kept-complaint.ts'
import { momentsOf, type WantedAbsence } from '../keeping/accounts/set-absences.ts'
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
import { type DutyGap, type Gap, gapsByDuty, gapsWhileAway } from '../offices/duties/duties.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { type Configuration, editCalendar } from '../offices/tenants/configuration.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Duty } from '../offices/vocabulary.ts'
import type { Clock, Day } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Query } from '../storage/collection.ts'
import { categoriesLimiting, MOST_TASKS } from './list-today.ts'

export interface ForeseenWait extends DutyGap {
  /** `null` where no cases wait for the duty, or they are not the viewer's to count. */
  readonly cases: number | null
}

const inStatus = (status: string) => ({ index: 'work', where: { status } })

/** The cases that wait for each duty; the others are no work on a case. */
const waitingForDuty: Partial<Record<Duty, Omit<Query, 'limit'>>> = {
  verify: inStatus('received'),
  handle: inStatus('in_progress'),
  sign: inStatus('awaiting_approval'),
  decide_objection: inStatus('objected'),
  keep_identities: waitingFor('identityAskedAt'),
  answer_data_requests: waitingFor('dataRequestDueAt'),
}

/** Says what nobody could do while somebody is away, and how many cases that the viewer may read wait for it now. */
export async function foreseeAbsence(
  ports: Office,
  viewer: StaffMember,
  id: string,
  wanted: WantedAbsence,
): Promise<readonly ForeseenWait[]> {
  if (id !== viewer.id) requirePermission(viewer, 'staff.manage')
  const [members, { settings }] = await Promise.all([
    ports.staff.members(viewer.tenant),
    ports.tenants.get(viewer.tenant),
  ])
  if (!members.some((one) => one.id === id)) throw new Refusal('not-found', 'staff/unknown')
  const now = ports.now()
  const wished = { ...momentsOf(wanted, settings.calendar), setAt: now }
  const gaps = gapsWhileAway(members, id, wished, settings, now)
  const needed = gapsByDuty(gaps)
  return Promise.all(needed.map(async (gap) => ({ ...gap, cases: await countCases(ports, viewer, gap, gaps) })))
}

async function countCases(
  { complaints }: Office,
  viewer: StaffMember,
  { duty, categories }: DutyGap,
  gaps: readonly Gap[],
): Promise<number | null> {
  const query = waitingForDuty[duty]
  if (!query || !viewer.permissions.has('cases.read')) return null
  const read = categoriesLimiting(viewer, ['cases.read'])
  const category = categories.filter((one) => read?.includes(one) ?? true)
  const hidden = await complaints.guardedNumbers(viewer.tenant, [...viewer.guardMarks])
  const found = await complaints.waiting(viewer.tenant, {
    ...query,
    also: { ...query.also, category },
    limit: MOST_TASKS + 1 + hidden.size,
  })
  const seen = found.map(({ number }) => number).filter((one) => !hidden.has(one))
  if (duty !== 'decide_objection') return Math.min(seen.length, MOST_TASKS + 1)
  // The objection to somebody's answer waits where nobody besides them is there.
  const opened = await complaints.several(viewer.tenant, seen, () => {})
  const waits = opened.filter((complaint) =>
    gaps.some(
      (gap) =>
        gap.duty === duty &&
        gap.category === complaint.category &&
        gap.besides !== null &&
        wroteAnswer({ id: gap.besides }, complaint),
    ),
  )
  return Math.min(waits.length, MOST_TASKS + 1)
}

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

/** Says what a calendar would change, and changes nothing. */
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

const namedDays = (of: OfficeCalendar, other: OfficeCalendar): DayNumber[] => {
  const years = [...of.holidayYears, ...other.holidayYears].map(({ year }) => year)
  const holidays = years.flatMap((year) => holidaysOfYear(year, of))
  return [...holidays, ...of.localDays].map(({ day }) => dayNumberOf(day))
}

const stateOf = (day: DayNumber, calendar: OfficeCalendar): string =>
  JSON.stringify(whyClosed(day, calendar)?.name ?? openBlocksOn(day, calendar))
