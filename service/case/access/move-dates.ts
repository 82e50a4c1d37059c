import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import type { SkippedDay } from '../../offices/calendar/working-days.ts'
import { type Instant, SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import { type MovedDate, type RunningClock, recountClock } from '../deadlines/clocks.ts'
import type { Office } from '../office/office.ts'
import type { HistoryLine } from '../shape/history.ts'
import type { MovableCase, MovedCase } from '../store/complaint-queues.ts'

/** Applies a changed calendar to a case; `null` if nothing changes. See `recountClock` for the dates that stay. */
export function moveCaseDates({ clocks }: MovableCase, calendar: OfficeCalendar, at: Instant): MovedCase | null {
  const recounted = clocks.map((clock) => recountClock(clock, calendar, at))
  if (recounted.every((clock, position) => clock === clocks[position])) return null
  const moved = recounted.flatMap((clock, position) => {
    const before = clocks[position]
    return before && before.dueAt !== clock.dueAt ? [describeMove(before, clock)] : []
  })
  const line: HistoryLine = { at, event: 'dates_moved', by: { kind: 'system' }, text: null, public: true, moved }
  return { clocks: recounted, line: moved.length > 0 ? line : null }
}

function describeMove(before: RunningClock, after: RunningClock): MovedDate {
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

export interface MovingPace {
  readonly signal: AbortSignal
  /** Waits after a batch that took so many milliseconds. */
  rest(took: number): Promise<void>
}

/** After this time every process knows the change and files by the new calendar. */
const KNOWN_EVERYWHERE_AFTER = 3 * SECOND

const BATCH = 500

/**
 * Moves the dates of open cases of each tenant whose calendar changed, in batches. A moved case is not moved again, so
 * this can be killed at any time and start anew, also in several processes; the tenant's mark is cleared after a
 * complete pass.
 * @returns how many cases moved
 */
export async function moveDates(office: Office, pace: MovingPace): Promise<number> {
  const { tenants, now } = office
  let moved = 0
  for (const tenant of await tenants.toRecount()) {
    const since = Date.parse(tenant.recountSince ?? '')
    if (Date.parse(now()) - since < KNOWN_EVERYWHERE_AFTER) continue
    moved += await moveDatesOf(office, tenant.id, tenant.settings.calendar, pace)
    if (pace.signal.aborted) return moved
    // A newer change of the calendar sets the mark again.
    await tenants.replace({ ...tenant, recountSince: null })
  }
  return moved
}

// The latest dates come first, so a date that moves later is behind and not met again.
async function moveDatesOf(
  { complaints, now }: Office,
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
      page.items.map((one) => complaints.move(one, (found) => moveCaseDates(found, calendar, at))),
    )
    moved += done.filter(Boolean).length
    after = page.nextCursor
    await rest(Date.now() - began)
  } while (after && !signal.aborted)
  return moved
}
