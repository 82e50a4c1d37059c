import { type ClockName, packNamed } from '../offices/calendar/rule-pack.ts'
import type { ComplaintClass } from '../offices/vocabulary.ts'
import { DAY, type Instant, plusMilliseconds } from '../shared/instant.ts'
import {
  type CountingRules,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
  stopClock,
} from './deadlines/clocks.ts'

interface CountedCase {
  readonly rulePack: string
  readonly category: string
}

/** A clock paused for this reason waits for the reporter's completion; the wording knows it. */
export const COMPLETION = 'completion'

/** A clock paused for this reason belongs to a joined case; the wording knows it. */
export const MERGED = 'merged'

type Clocks = readonly RunningClock[]

export const withClock = (
  clocks: Clocks,
  name: ClockName,
  { rulePack, category }: CountedCase,
  { rulePacks, calendar }: CountingRules,
  at: Instant,
): Clocks => [...clocks, startClock(name, packNamed(rulePacks, rulePack), calendar, at, category)]

/** The clock by which a case of this class is handled. */
export const handlingClockOf = ({ class: kind }: { readonly class: ComplaintClass }): ClockName =>
  kind === 'oversight' ? 'handling_oversight' : 'handling_non_oversight'

export const stopClocks = (clocks: Clocks, names: readonly ClockName[], at: Instant): Clocks =>
  clocks.map((clock) => (names.includes(clock.clock) && clock.stoppedAt === null ? stopClock(clock, at) : clock))

export const stopAll = (clocks: Clocks, at: Instant): Clocks =>
  clocks.map((clock) => (clock.stoppedAt === null ? stopClock(clock, at) : clock))

export const pauseAll = (clocks: Clocks, reason: string, at: Instant): Clocks =>
  clocks.map((clock) => (clock.stoppedAt === null && clock.pausedAt === null ? pauseClock(clock, reason, at) : clock))

/** Resumes what waited for the reporter's completion; pauses by the office remain. */
export const resumeAfterCompletion = (clocks: Clocks, { calendar }: CountingRules, at: Instant): Clocks =>
  clocks.map((clock) => (clock.pauseReason === COMPLETION ? resumeClock(clock, calendar, at) : clock))

/** Resumes what was paused while the case was joined to another; pauses by the office remain. */
export const resumeAfterMerge = (clocks: Clocks, { calendar }: CountingRules, at: Instant): Clocks =>
  clocks.map((clock) => (clock.pauseReason === MERGED ? resumeClock(clock, calendar, at) : clock))

const officeClocks: readonly ClockName[] = [
  'verification',
  'first_response',
  'handling_non_oversight',
  'handling_oversight',
  'objection_decision',
]

export const isOfficeClock = ({ clock }: RunningClock): boolean => officeClocks.includes(clock)

const isRunning = ({ stoppedAt, pausedAt }: RunningClock): boolean => stoppedAt === null && pausedAt === null
const isByStaff = (reason: string | null): boolean => reason !== COMPLETION && reason !== MERGED

const isOfficePause = ({ stoppedAt, pausedAt, pauseReason }: RunningClock): boolean =>
  stoppedAt === null && pausedAt !== null && isByStaff(pauseReason)

/** Staff stop a count once, and the head once more. */
const pausesAllowed = { staff: 1, head: 2 } as const

const pausesTaken = (clocks: Clocks): number =>
  Math.max(0, ...clocks.filter(isRunning).map(({ pauses }) => pauses.filter(({ reason }) => isByStaff(reason)).length))

export const mayPause = (clocks: Clocks, by: keyof typeof pausesAllowed): boolean =>
  pausesTaken(clocks.filter(isOfficeClock)) < pausesAllowed[by]

export const runsForOffice = (clocks: Clocks): boolean =>
  clocks.some((clock) => isOfficeClock(clock) && isRunning(clock))

/** A pause from before pauses had an end gets ten working days, which are two weeks without holidays. */
const oldPauseLasts = 14 * DAY

/** Returns the latest end of the pauses by staff that stand now, the earliest first; `null` if none stands. */
export function pausedUntil(clocks: Clocks): Instant | null {
  const ends = clocks.flatMap((clock) =>
    isOfficePause(clock) && clock.pausedAt
      ? [clock.pauseEndsAt ?? plusMilliseconds(clock.pausedAt, oldPauseLasts)]
      : [],
  )
  return ends.sort()[0] ?? null
}

/** The pause by staff that stands now. */
export const standingPause = (clocks: Clocks): RunningClock | undefined => clocks.find(isOfficePause)

/** Tells whether staff ever stopped a count of this case. */
export const wasPausedByStaff = (clocks: Clocks): boolean =>
  clocks.some(
    (clock) => isOfficeClock(clock) && (isOfficePause(clock) || clock.pauses.some(({ reason }) => isByStaff(reason))),
  )

/** True if the office itself paused a clock that it can resume. */
export const hasOfficePause = (clocks: Clocks): boolean => clocks.some(isOfficePause)

/**
 * Overdue clocks keep running, so that nobody can hide them by pausing.
 * @param reason the id of its text, which is in the dossier
 * @param endsAt when it ends at the latest
 */
export const pauseByOffice = (clocks: Clocks, reason: string, at: Instant, endsAt: Instant): Clocks =>
  clocks.map((clock) =>
    isOfficeClock(clock) && isRunning(clock) && at <= clock.dueAt ? pauseClock(clock, reason, at, endsAt) : clock,
  )

export const resumeByOffice = (clocks: Clocks, { calendar }: CountingRules, at: Instant): Clocks =>
  clocks.map((clock) => (isOfficePause(clock) ? resumeClock(clock, calendar, at) : clock))

export const runningHandling = (clocks: Clocks): RunningClock | undefined =>
  clocks.find((clock) => clock.clock.startsWith('handling') && isRunning(clock))

export const runningFromReceipt = (counted: CountedCase, counting: CountingRules, at: Instant): Clocks =>
  withClock(withClock([], 'verification', counted, counting, at), 'first_response', counted, counting, at)

/** Puts the texts of pauses and extensions into the clocks; the store keeps those in the dossier. */
export function withReasons(clocks: Clocks, reasons: Readonly<Record<string, string>>): Clocks {
  const withReason = <Thing extends { readonly reason: string }>(thing: Thing): Thing => ({
    ...thing,
    reason: reasons[thing.reason] ?? thing.reason,
  })
  return clocks.map((clock) => ({
    ...clock,
    pauses: clock.pauses.map(withReason),
    extensions: clock.extensions?.map(withReason),
    pauseReason: clock.pauseReason === null ? null : (reasons[clock.pauseReason] ?? clock.pauseReason),
  }))
}

export function nextDueAt(clocks: Clocks): Instant | null {
  let next: Instant | null = null
  for (const { dueAt, stoppedAt, pausedAt } of clocks) {
    if (stoppedAt === null && pausedAt === null && (next === null || dueAt < next)) next = dueAt
  }
  return next
}

export const clockNamed = (clocks: Clocks, name: ClockName): RunningClock | undefined =>
  clocks.findLast((clock) => clock.clock === name)
