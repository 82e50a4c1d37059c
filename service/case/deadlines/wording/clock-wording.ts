import type { OfficeCalendar } from '../../../offices/calendar/office-calendar.ts'
import type { ClockName, ClockRule, ClockUnit } from '../../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../../shared/instant.ts'
import type { MovedDate, RunningClock } from '../clocks.ts'
import type { DayGroup, DayKind } from '../days-of-clock.ts'

export interface ClockWording {
  readonly clocks: Readonly<Record<ClockName, string>>
  readonly units: Readonly<Record<ClockUnit, string>>
  legalBasis(rule: ClockRule): string
  /** Returns for example `Senin, 23 November 2026`. */
  formatDay(at: Instant, calendar: OfficeCalendar): string
  /** Returns for example `Senin, 23 November 2026 pukul 14.30 WIB`. */
  formatDayTime(at: Instant, calendar: OfficeCalendar): string
  /** Explains the count in one sentence, with one more for each pause and for holidays that are not decreed yet. */
  explainClock(clock: RunningClock, calendar: OfficeCalendar): string
  /** Returns for example `24–26 November` and how the count treated these days. */
  sayDays(group: DayGroup, unit: ClockUnit): { when: string; what: string; kind: DayKind }
  /** Returns for example `dihentikan sementara sejak 24 November karena menunggu saksi, paling lama sampai Senin, 7 Desember 2026`. */
  sayPause(clock: RunningClock, calendar: OfficeCalendar): string
  explainMove(moved: MovedDate, calendar: OfficeCalendar): string
}
