import type { Instant } from '../../shared/instant.ts'
import type { RunningClock } from '../clocks.ts'
import type { DayGroup } from '../day-groups.ts'
import type { DayKind } from '../days-of-clock.ts'
import type { MovedDate } from '../moved-date.ts'
import type { OfficeCalendar } from '../office-calendar.ts'
import type { ClockName, ClockRule, ClockUnit } from '../rule-pack.ts'

/** Dates and clocks in words of one language. */
export interface ClockWording {
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly units: Readonly<Record<ClockUnit, string>>
  /** What an amount rests on: its article, or that it is a service target. */
  legalBasis(rule: ClockRule): string
  /** `Senin, 23 November 2026` */
  formatDay(at: Instant, calendar: OfficeCalendar): string
  /** `Senin, 23 November 2026 pukul 14.30 WIB` */
  formatDayTime(at: Instant, calendar: OfficeCalendar): string
  /** How the date was counted: one sentence, and one more for each pause and for holidays not decreed yet. */
  explainClock(clock: RunningClock, calendar: OfficeCalendar): string
  /** `24–26 November` and what these days were to the count. */
  sayDays(group: DayGroup, unit: ClockUnit): { when: string; what: string; kind: DayKind }
  /** From when to when a date moved, and by which days. */
  explainMove(moved: MovedDate, calendar: OfficeCalendar): string
}
