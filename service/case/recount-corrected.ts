import type { ClockName } from '../offices/calendar/rule-pack.ts'
import { packNamed, ruleFor } from '../offices/calendar/rule-pack.ts'
import type { Instant } from '../shared/instant.ts'
import { handlingClockOf } from './case-clocks.ts'
import { type CountingRules, isOverdue, type RunningClock } from './deadlines/clocks.ts'
import { countClock, type Terms } from './deadlines/count-clock.ts'
import type { MovedDate } from './deadlines/moved-date.ts'
import { dateOf } from './late-clocks.ts'
import type { Complaint } from './shape/complaint.ts'

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
