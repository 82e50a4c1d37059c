import type { Instant } from '../../shared/instant.ts'
import type { Collection, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { outlineLimits } from '../case-limits.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import { writeChange } from '../search/change-clock.ts'
import type { HistoryLine } from '../shape/history.ts'
import type { KeptComplaint } from './kept-complaint.ts'

export type MovableCase = Pick<KeptComplaint, 'clocks'>

/** Moves dates without opening sealed data, so that a hundred thousand cases take seconds. */
export interface MovableStore {
  movable(
    tenant: TenantId,
    from: Instant,
    paging: { readonly limit: number; readonly after: string | null },
  ): Promise<Page<KeptComplaint>>
  /**
   * Decides on the stored state and saves.
   * @returns whether a date moved
   */
  move(found: KeptComplaint, decide: (found: MovableCase) => MovedCase | null): Promise<boolean>
}

export function movableUntil(clocks: readonly RunningClock[]): Instant | null {
  let latest: Instant | null = null
  for (const { dueAt, unit, stoppedAt, pausedAt } of clocks) {
    if (stoppedAt !== null || pausedAt !== null || unit === 'hours') continue
    if (latest === null || dueAt > latest) latest = dueAt
  }
  return latest
}

export const complaintMoves = (kept: Collection<KeptComplaint>): MovableStore => ({
  movable: (tenant, from, { limit, after }) =>
    kept.find(tenant, { index: 'movable', range: { from }, order: 'descending', limit, ...(after && { after }) }),

  async move(found, decide) {
    for (let current: KeptComplaint | null = found; current; current = await kept.get(found.tenant, found.id)) {
      if (current.destroyed) return false
      const moved = decide(current)
      if (!moved) return false
      const lines = current.linesToSeal ?? []
      const linesToSeal = moved.line ? withLine(lines, moved.line) : lines
      const after = { ...current, clocks: moved.clocks, linesToSeal }
      const isGuarded = Boolean(current.guard)
      if (await writeChange(found.tenant, isGuarded, (changedAt) => kept.replace({ ...after, changedAt })))
        return moved.line !== null
    }
    return false
  },
})

/**
 * Adds a history line that waits to be sealed by the next act. If calendars change repeatedly without an act, the two
 * oldest lines are combined: the result shows each date before its first move and after its last.
 */
function withLine(lines: readonly HistoryLine[], line: HistoryLine): readonly HistoryLine[] {
  const [first, second, ...rest] = lines
  if (!first || !second || lines.length < outlineLimits.linesToSeal) return [...lines, line]
  const moved = new Map(first.moved?.map((one) => [one.clock, one]))
  for (const one of second.moved ?? []) moved.set(one.clock, { ...one, from: moved.get(one.clock)?.from ?? one.from })
  return [{ ...second, moved: [...moved.values()] }, ...rest, line]
}

export interface MovedCase {
  readonly clocks: readonly RunningClock[]
  /** `null` if the count changed but no date moved. */
  readonly line: HistoryLine | null
}
