import {
  type ClockName,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
  stopClock,
} from '../deadlines/clocks.ts'
import type { OfficeCalendar } from '../deadlines/office-calendar.ts'
import { packNamed, type RulePacks } from '../deadlines/rule-pack.ts'
import type { Instant } from '../shared/instant.ts'

/** What a unit counts by. */
export interface Counting {
  /** Its packs, oldest first; a case keeps the one that held when it was received. */
  readonly rulePacks: RulePacks
  readonly calendar: OfficeCalendar
}

/** What a case is counted by. */
interface CountedCase {
  readonly rulePack: string
  readonly category: string
}

type Clocks = readonly RunningClock[]

export const started = (
  clocks: Clocks,
  name: ClockName,
  { rulePack, category }: CountedCase,
  { rulePacks, calendar }: Counting,
  at: Instant,
): Clocks => [...clocks, startClock(name, packNamed(rulePacks, rulePack), calendar, at, category)]

export const stopped = (clocks: Clocks, names: readonly ClockName[], at: Instant): Clocks =>
  clocks.map((clock) => (names.includes(clock.clock) && clock.stoppedAt === null ? stopClock(clock, at) : clock))

export const allStopped = (clocks: Clocks, at: Instant): Clocks =>
  clocks.map((clock) => (clock.stoppedAt === null ? stopClock(clock, at) : clock))

export const allPaused = (clocks: Clocks, reason: string, at: Instant): Clocks =>
  clocks.map((clock) => (clock.stoppedAt === null && clock.pausedAt === null ? pauseClock(clock, reason, at) : clock))

export const allResumed = (clocks: Clocks, { calendar }: Counting, at: Instant): Clocks =>
  clocks.map((clock) =>
    clock.stoppedAt === null && clock.pausedAt !== null ? resumeClock(clock, calendar, at) : clock,
  )

/** The date that comes first among clocks that run; `null` when none does. */
export function nextDueAt(clocks: Clocks): Instant | null {
  let next: Instant | null = null
  for (const { dueAt, stoppedAt, pausedAt } of clocks) {
    if (stoppedAt === null && pausedAt === null && (next === null || dueAt < next)) next = dueAt
  }
  return next
}

/** The clock of that name that runs or ran last. */
export const clockNamed = (clocks: Clocks, name: ClockName): RunningClock | undefined =>
  clocks.findLast((clock) => clock.clock === name)
