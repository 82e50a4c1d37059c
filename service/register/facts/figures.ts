import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { FigureName } from '../../offices/report-figures.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { CaseFacts } from './case-facts.ts'

type Test = (facts: CaseFacts, now: Instant) => boolean

const isOpen: Test = ({ status }) => isOneOf(openStatuses, status)
const isLate: Test = ({ dueAt }, now) => dueAt !== undefined && dueAt < now

/** It has an answer, or a date for one passed: a reporter who waits beyond it was not answered in time. */
const isTimed: Test = (facts, now) => facts.answeredAt !== undefined || facts.missed === true || isLate(facts, now)
const isInTime: Test = (facts, now) => facts.answeredAt !== undefined && !facts.missed && !isLate(facts, now)

const isBorneOut: Test = ({ outcome }) => outcome === 'substantiated' || outcome === 'partly_substantiated'

/** Says which cases a figure counts. Reports and the register that a figure opens both ask here. */
export const figureTests: Readonly<Record<FigureName, Test>> = {
  received: () => true,
  open: isOpen,
  late: isLate,
  verified: ({ verifiedAt }) => verifiedAt !== undefined,
  unverified: (facts, now) => isOpen(facts, now) && facts.verifiedAt === undefined,
  responded: ({ respondedAt }) => respondedAt !== undefined,
  unresponded: (facts, now) => isOpen(facts, now) && facts.respondedAt === undefined,
  answered: ({ answeredAt }) => answeredAt !== undefined,
  handled: ({ verifiedAt, answeredAt }) => verifiedAt !== undefined && answeredAt !== undefined,
  unhandled: (facts, now) => isOpen(facts, now) && facts.verifiedAt !== undefined && facts.answeredAt === undefined,
  closed: ({ closedAt }) => closedAt !== undefined,
  unclosed: (facts, now) => isOpen(facts, now) || facts.status === 'answered',
  unanswered: (facts, now) => isOpen(facts, now) && facts.answeredAt === undefined,
  timed: isTimed,
  in_time: isInTime,
  out_of_time: (facts, now) => isTimed(facts, now) && !isInTime(facts, now),
  decided: ({ decided }) => decided === true,
  objected: ({ objected }) => objected === true,
  reopened: ({ reopened }) => reopened === true,
  paused: ({ paused }) => paused === true,
  extended: ({ extended }) => extended === true,
  completion_asked: ({ completionAsked }) => completionAsked === true,
  rated: ({ stars }) => stars !== undefined,
  low_rated: ({ stars }) => stars !== undefined && stars <= 2,
  unsolved: ({ unsolved }) => unsolved === true,
  borne_out: isBorneOut,
  improved: (facts, now) => isBorneOut(facts, now) && facts.improvedAt !== undefined,
  called: ({ called }) => called !== undefined,
  call_unsolved: ({ called }) => called === 'unsolved',
}

/** What these count is open now, or has a date that still counts: one that was left before is not among them. */
export const figuresOfNow: ReadonlySet<FigureName> = new Set([
  ...(['open', 'late', 'unverified', 'unresponded', 'unhandled', 'unanswered'] as const),
])
