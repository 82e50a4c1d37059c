import { dayNumberOf } from '../../offices/calendar/day-number.ts'
import type { Day } from '../../shared/instant.ts'
import type { DayKind, DayOfClock } from './days-of-clock.ts'

export interface DayGroup {
  readonly from: Day
  readonly to: Day
  readonly kind: DayKind
  /** These are the first and the last ordinal of the counted days in this group. */
  readonly counts: readonly [first: number, last: number] | null
  readonly name: string | null
}

export function inGroups(days: readonly DayOfClock[]): DayGroup[] {
  const groups: DayGroup[] = []
  for (const { day, kind, count, name } of days) {
    const last = groups.at(-1)
    const goesOn =
      last?.kind === kind && last.name === name && dayNumberOf(last.to) + 1 === dayNumberOf(day) && kind !== 'begin'
    const counts: DayGroup['counts'] =
      count === null ? null : [last && goesOn && last.counts ? last.counts[0] : count, count]
    if (last && goesOn) groups[groups.length - 1] = { ...last, to: day, counts }
    else groups.push({ from: day, to: day, kind, counts, name })
  }
  return groups
}
