import { type Block, type OfficeCalendar, weekdays } from '../../../service/offices/calendar/office-calendar.ts'

/**
 * Counts as an officer with a wall calendar would: quarter hour by quarter hour, day by day, sharing no code with the
 * service. Moments are milliseconds; times in calendars and moments lie on quarter hours.
 */
export interface Clerk {
  readonly calendar: OfficeCalendar
  readonly holidays: ReadonlySet<string>
}

const QUARTER = 15 * 60_000

/**
 * Tells day, weekday and time on the wall of a zone, as the platform's own time-zone data have it. It remembers
 * them, because the same days are counted for hundreds of offices.
 */
function aWallIn(timeZone: string) {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
  const look = (at: number) => {
    const [day = '', time = ''] = format.format(at).split(' ')
    return { day, time, weekday: weekdays[new Date(`${day}T12:00:00Z`).getUTCDay()]! }
  }
  const told = new Map<number, ReturnType<typeof look>>()
  return (at: number) => {
    const found = told.get(at) ?? look(at)
    told.set(at, found)
    return found
  }
}

const walls = new Map<string, ReturnType<typeof aWallIn>>()

function onTheWall(at: number, timeZone: string) {
  const wall = walls.get(timeZone) ?? aWallIn(timeZone)
  walls.set(timeZone, wall)
  return wall(at)
}

function isOpen(at: number, { calendar, holidays }: Clerk): boolean {
  const { day, time, weekday } = onTheWall(at, calendar.timeZone)
  const local = calendar.localDays.find((own) => own.day === day)
  const open = (blocks: readonly Block[]) => blocks.some(([opens, closes]) => opens <= time && time < closes)
  if (local) return open(local.blocks ?? [])
  const own = calendar.holidayYears.find(({ year }) => day.startsWith(`${year}`))
  if (own ? own.days.some((holiday) => holiday.day === day) : holidays.has(day)) return false
  const former = calendar.formerWeeks.find(({ until }) => day <= until)
  return open((former?.week ?? calendar.week)[weekday])
}

const midnightOf = (at: number, { calendar }: Clerk): number => {
  let quarter = at
  while (onTheWall(quarter, calendar.timeZone).time !== '00:00') quarter -= QUARTER
  return quarter
}

const DAY = 96 * QUARTER

/** The midnight before the first open quarter hour. */
function openDay(at: number, clerk: Clerk): number {
  let quarter = at
  while (!isOpen(quarter, clerk)) quarter += QUARTER
  return midnightOf(quarter, clerk)
}

const openQuarters = (midnight: number, clerk: Clerk): number[] =>
  Array.from({ length: 96 }, (_, quarter) => midnight + quarter * QUARTER).filter((quarter) => isOpen(quarter, clerk))

/** The first open quarter hour from then on. */
function firstOpen(at: number, clerk: Clerk): number {
  let quarter = at
  while (!isOpen(quarter, clerk)) quarter += QUARTER
  return quarter
}

/**
 * When `amount` working days are over, which may be after pauses; the days that were looked at; and how many days were
 * given because a pause would have left none.
 */
export function countSlowly(
  start: number,
  amount: number,
  pauses: readonly { readonly from: number; readonly to: number }[],
  clerk: Clerk,
): { readonly dueAt: number; readonly skipped: readonly string[]; readonly granted: number } {
  const skipped: string[] = []
  let granted = 0
  let remaining = amount
  let day = openDay(start, clerk)
  // A pause while the office was closed took nothing.
  const waiting = pauses.filter(({ from, to }) => firstOpen(from, clerk) !== firstOpen(to, clerk))
  for (;;) {
    const open = openQuarters(day, clerk)
    const closing = (open.at(-1) ?? day) + QUARTER
    const pause = waiting[0]
    const isOver = remaining === 0 && open.length > 0
    // A pause that begins before the next working day opens holds the count here, and lets it go where it ends.
    if (pause && open.length > 0 && pause.from < (isOver ? closing : firstOpen(closing, clerk))) {
      waiting.shift()
      day = openDay(pause.to, clerk)
      if (remaining === 0) {
        remaining = 1
        granted++
      }
      continue
    }
    if (isOver) return { dueAt: closing, skipped, granted }
    day += DAY
    if (openQuarters(day, clerk).length > 0) remaining--
    else skipped.push(onTheWall(day, clerk.calendar.timeZone).day)
  }
}
