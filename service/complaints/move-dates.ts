import { type RunningClock, recountClock } from '../deadlines/clocks.ts'
import type { MovedDate } from '../deadlines/moved-date.ts'
import type { OfficeCalendar } from '../deadlines/office-calendar.ts'
import type { SkippedDay } from '../deadlines/working-days.ts'
import { type Clock, type Instant, SECOND } from '../shared/instant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { MovableCase, MovableStore } from './complaint-moves.ts'
import type { HistoryLine } from './shape/history.ts'

export interface Moved {
  readonly clocks: readonly RunningClock[]
  /** `null` where the count reads otherwise and no date moved. */
  readonly line: HistoryLine | null
}

/** What a calendar that changed does to a case; `null`: nothing. See `recountClock` for what stays where it is. */
export function movedDates({ clocks }: MovableCase, calendar: OfficeCalendar, at: Instant): Moved | null {
  const recounted = clocks.map((clock) => recountClock(clock, calendar, at))
  if (recounted.every((clock, position) => clock === clocks[position])) return null
  const moved = recounted.flatMap((clock, position) => {
    const before = clocks[position]
    return before && before.dueAt !== clock.dueAt ? [movedDate(before, clock)] : []
  })
  const line: HistoryLine = { at, event: 'dates_moved', by: { kind: 'system' }, text: null, public: true, moved }
  return { clocks: recounted, line: moved.length > 0 ? line : null }
}

function movedDate(before: RunningClock, after: RunningClock): MovedDate {
  const missingIn = (others: readonly SkippedDay[], days: readonly SkippedDay[]) =>
    days.filter(({ day, name }) => name !== null && others.every((other) => other.day !== day))
  return {
    clock: after.clock,
    from: before.dueAt,
    to: after.dueAt,
    leftOut: missingIn(before.skipped, after.skipped),
    countedAgain: missingIn(after.skipped, before.skipped).filter(({ day }) => day <= after.dueAt.slice(0, 10)),
  }
}

interface MovePorts {
  readonly complaints: MovableStore
  readonly tenants: TenantDirectory
  readonly now: Clock
}

/** How the moving shares the machine with everybody else. */
export interface MovingPace {
  readonly signal: AbortSignal
  /** Waits after a batch that took so many milliseconds. */
  rest(took: number): Promise<void>
}

/** Until then every process knows of the change, and files by the new calendar. */
const KNOWN_EVERYWHERE_AFTER = 3 * SECOND

const BATCH = 500

/**
 * Moves the dates of open cases of each unit whose calendar changed, batch by batch. A case that was moved is not moved
 * again, so it can be stopped or killed at any time and begin anew, in several processes too; the mark of the unit goes
 * when a whole pass is through. @returns how many cases moved
 */
export async function moveDates(ports: MovePorts, pace: MovingPace): Promise<number> {
  const { tenants, now } = ports
  let moved = 0
  for (const tenant of await tenants.toRecount()) {
    const since = Date.parse(tenant.recountSince ?? '')
    if (Date.parse(now()) - since < KNOWN_EVERYWHERE_AFTER) continue
    moved += await moveDatesOf(ports, tenant.id as TenantId, tenant.settings.calendar, pace)
    if (pace.signal.aborted) return moved
    // Whoever changed the calendar meanwhile has set the mark anew.
    await tenants.replace({ ...tenant, recountSince: null })
  }
  return moved
}

// Latest dates first: a date that moves on lies behind, and is not met again.
async function moveDatesOf(
  { complaints, now }: MovePorts,
  tenant: TenantId,
  calendar: OfficeCalendar,
  { signal, rest }: MovingPace,
): Promise<number> {
  let moved = 0
  let after: string | null = null
  do {
    const began = Date.now()
    const at = now()
    const page = await complaints.movable(tenant, at, { limit: BATCH, after })
    const done = await Promise.all(
      page.items.map((one) => complaints.move(one, (found) => movedDates(found, calendar, at))),
    )
    moved += done.filter(Boolean).length
    after = page.nextCursor
    await rest(Date.now() - began)
  } while (after && !signal.aborted)
  return moved
}
