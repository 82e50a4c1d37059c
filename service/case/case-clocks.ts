import { type ClockName, packNamed, pauseDaysOf, ruleFor } from '../offices/calendar/rule-pack.ts'
import type { ComplaintClass } from '../offices/vocabulary.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../shared/instant.ts'
import { applyDecision } from './complaint.ts'
import {
  type CountingRules,
  countClock,
  isOverdue,
  type MovedDate,
  pauseClock,
  type RunningClock,
  resumeClock,
  startClock,
  stopClock,
  type Terms,
} from './deadlines/clocks.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Moment } from './shape/history.ts'

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

type Outline = Pick<Complaint, 'status' | 'clocks'>

/** Returns the date for the reporter: the one that was promised after the first had passed, or else that first one. */
export const dateOf = ({ dueAt, promisedAt }: RunningClock): Instant => promisedAt ?? dueAt

const isUnnotified = (clock: RunningClock): boolean =>
  isOfficeClock(clock) && isRunning(clock) && clock.toldPassed !== dateOf(clock)

export const unnotifiedClocks = (clocks: readonly RunningClock[], now: Instant): readonly RunningClock[] =>
  clocks.filter((clock) => isUnnotified(clock) && dateOf(clock) < now)

export const lateClocks = (clocks: readonly RunningClock[]): readonly RunningClock[] =>
  clocks.filter((clock) => isOfficeClock(clock) && clock.stoppedAt === null && clock.toldPassed !== undefined)

const REMINDED_BEFORE = [7, 2]

/** The distance from the last moment of a day back to eight in its morning. */
const TO_THE_MORNING = 16 * HOUR - 1

/**
 * Returns when the reporter is reminded to complete: seven and two days before the date, in the morning, but never
 * before the request.
 */
export function reminderMoments({ dueAt, startedAt }: RunningClock): readonly Instant[] {
  return REMINDED_BEFORE.map((days) => plusMilliseconds(dueAt, -days * DAY - TO_THE_MORNING)).filter(
    (moment) => moment > startedAt,
  )
}

export const completionClock = ({ status, clocks }: Outline): RunningClock | undefined =>
  status === 'incomplete'
    ? clocks.findLast(({ clock, stoppedAt }) => clock === 'completion' && stoppedAt === null)
    : undefined

/** Returns when time alone moves a case: a date passes, completion is missing, or a pause by staff ends. */
export function nextNoticeAt(complaint: Outline): Instant | null {
  const dates = complaint.clocks.filter(isUnnotified).map(dateOf)
  const completion = completionClock(complaint)
  const reminder = completion && reminderMoments(completion)[completion.reminders ?? 0]
  if (reminder) dates.push(reminder)
  const paused = pausedUntil(complaint.clocks)
  if (paused) dates.push(paused)
  return dates.reduce<Instant | null>((first, date) => (first === null || date < first ? date : first), null)
}

type Facts = Pick<Complaint, 'category' | 'class' | 'receivedAt' | 'rulePack'>

const fromReceipt: readonly ClockName[] = ['verification', 'first_response']
const handling: readonly ClockName[] = ['handling_non_oversight', 'handling_oversight']

/**
 * Counts the clocks as they would stand if the complaint had been filed with the corrected facts: by the rules of the
 * day on which it was received. Pauses and extensions remain. Clocks that no corrected fact decides stay as they are.
 */
export const recountCorrected = (
  clocks: Complaint['clocks'],
  before: Facts,
  after: Facts,
  rules: CountingRules,
  now: Instant,
): Complaint['clocks'] =>
  clocks.map((clock) => {
    const terms = termsOf(clock, before, after, rules)
    return terms === null ? clock : recount({ ...clock, ...terms, rulePack: after.rulePack }, clock, rules, now)
  })

function termsOf(
  clock: RunningClock,
  before: Facts,
  after: Facts,
  { rulePacks }: CountingRules,
): Pick<Terms, 'clock' | 'amount' | 'unit' | 'startedAt'> | null {
  const isHandling = handling.includes(clock.clock)
  if (!isHandling && !fromReceipt.includes(clock.clock)) return null
  const name = isHandling ? handlingClockOf(after) : clock.clock
  const startedAt = clock.startedAt === before.receivedAt && !isHandling ? after.receivedAt : clock.startedAt
  const { amount, unit } =
    clock.isShortened && name === clock.clock
      ? clock
      : ruleFor(packNamed(rulePacks, after.rulePack), name, after.category)
  const isSame = name === clock.clock && startedAt === clock.startedAt && amount === clock.amount && unit === clock.unit
  return isSame ? null : { clock: name, startedAt, amount, unit }
}

/** What the reporter knows of a passed date holds only while the corrected date has passed too. */
function recount(terms: RunningClock, before: RunningClock, { calendar }: CountingRules, now: Instant): RunningClock {
  const { promisedAt, toldPassed, ...counted } = { ...terms, ...countClock(terms, calendar) }
  if (!isOverdue(counted, now) || toldPassed === undefined) return counted
  const late = { ...counted, ...(promisedAt && { promisedAt }) }
  return { ...late, toldPassed: toldPassed === dateOf(before) ? dateOf(late) : toldPassed }
}

/** Lists the dates of running clocks that a correction moved. */
export const movedBy = (before: Complaint['clocks'], after: Complaint['clocks']): readonly MovedDate[] =>
  after.flatMap((clock, at) => {
    const from = before[at]?.dueAt
    return from === undefined || clock.stoppedAt !== null || from === clock.dueAt
      ? []
      : [{ clock: clock.clock, from, to: clock.dueAt, leftOut: [], countedAgain: [] }]
  })

/** A reason says something from this many letters and digits on; full stops and dashes do not count. */
export const REASON_SAYS_FROM = 10

export const saysEnough = (reason: string): boolean => (reason.match(/[\p{L}\p{N}]/gu) ?? []).length >= REASON_SAYS_FROM

/** Returns when a pause that begins now ends at the latest, counted as the dates are: day 0 is the day of its beginning. */
export function latestEndOfPause({ rulePack }: Pick<Complaint, 'rulePack'>, moment: Moment): Instant {
  const amount = pauseDaysOf(packNamed(moment.rulePacks, rulePack))
  const terms = { clock: 'first_response', amount, unit: 'working_days', startedAt: moment.at, pauses: [] } as const
  return countClock(terms, moment.calendar).dueAt
}

/**
 * Ends the pauses by staff, because their limit came or the reporter wrote. A case without one is returned unchanged.
 * @param at when they end; their limit may lie a moment back
 */
export function endPause(complaint: Complaint, at: Instant, moment: Moment): Complaint {
  if (!hasOfficePause(complaint.clocks)) return complaint
  return applyDecision(
    complaint,
    moment,
    { clocks: resumeByOffice(complaint.clocks, moment, at) },
    { event: 'clocks_resumed', by: { kind: 'system' } },
  )
}
