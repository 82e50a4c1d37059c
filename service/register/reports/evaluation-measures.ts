import { openStatuses } from '../../case/store/complaint-tallies.ts'
import { isProven } from '../../case/tasks.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDayOf } from '../../offices/calendar/working-days.ts'
import { type Outcome, outcomes } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf, keysOf, recordOf } from '../../shared/records.ts'
import type { CaseFacts } from '../facts/case-facts.ts'

/** The Bupati's questions: speed, clarity, communication, use of data. */
export const evaluationGroups = ['speed', 'clarity', 'communication', 'data'] as const
export type EvaluationGroup = (typeof evaluationGroups)[number]

type Better = 'less' | 'more' | null

export const indicators = {
  toVerification: { group: 'speed', better: 'less' },
  toFirstResponse: { group: 'speed', better: 'less' },
  toAnswer: { group: 'speed', better: 'less' },
  inTime: { group: 'speed', better: 'more' },
  paused: { group: 'speed', better: 'less' },
  objected: { group: 'clarity', better: 'less' },
  completionAsked: { group: 'clarity', better: 'less' },
  lowRated: { group: 'clarity', better: 'less' },
  unsolved: { group: 'clarity', better: 'less' },
  noticesSent: { group: 'communication', better: 'more' },
  noticesArrived: { group: 'communication', better: 'more' },
  messagesAnswered: { group: 'communication', better: 'more' },
  delaysExplained: { group: 'communication', better: 'more' },
  declaredConcerned: { group: 'data', better: null },
  rated: { group: 'data', better: 'more' },
  // More founded complaints can mean a worse office, or better-founded reporting.
  borneOut: { group: 'data', better: null },
} as const satisfies Record<string, { readonly group: EvaluationGroup; readonly better: Better }>
export type IndicatorName = keyof typeof indicators

/** Nothing can be concluded from fewer than these. */
export const FEW = 10

export interface Measure {
  /** Days, or a percentage; `null` means that nothing was measured. */
  readonly value: number | null
  /** It is set for a share only. */
  readonly part: number | null
  readonly of: number
  /** How many cases a median leaves out, because they are not done. */
  readonly undone?: number
}

export interface Indicator {
  readonly name: IndicatorName
  readonly group: EvaluationGroup
  readonly unit: 'days' | 'percent'
  readonly now: Measure
  readonly before: Measure
  /** `null` means that one of them is missing, or that neither direction is better. */
  readonly change: 'better' | 'worse' | 'same' | null
  readonly isOfFew: boolean
}

const unmeasured: Share = { part: 0, of: 0 }

const measureOf = (figure: Share | Middle = unmeasured): Measure =>
  'days' in figure
    ? { value: figure.days, part: null, of: figure.of, ...(figure.undone !== undefined && { undone: figure.undone }) }
    : { value: figure.of === 0 ? null : Math.round((100 * figure.part) / figure.of), part: figure.part, of: figure.of }

export const indicatorsOf = (figures: EvaluationFigures, before: EvaluationFigures): Indicator[] =>
  keysOf(indicators).map((name) => {
    const { group, better } = indicators[name]
    const [now, then] = [measureOf(figures[name]), measureOf(before[name])]
    return {
      name,
      group,
      unit: now.part === null ? 'days' : 'percent',
      now,
      before: then,
      change: changeOf(now.value, then.value, better),
      isOfFew: Math.min(now.of, then.of) < FEW,
    }
  })

function changeOf(now: number | null, before: number | null, better: Better): Indicator['change'] {
  if (now === null || before === null || better === null) return null
  if (now === before) return 'same'
  return now < before === (better === 'less') ? 'better' : 'worse'
}

export interface Share {
  readonly part: number
  readonly of: number
}

/**
 * The median, in calendar days; `null` means that nothing was measured. It knows only those that are done, so it comes
 * with how many are not; figures that were kept before that leave it out.
 */
export interface Middle {
  readonly days: number | null
  readonly of: number
  readonly undone?: number
}

/** Only the tenant's own records count. */
export interface EvaluationFigures {
  readonly received: number
  readonly answered: number
  readonly open: number
  readonly late: number
  readonly toVerification: Middle
  readonly toFirstResponse: Middle
  readonly toAnswer: Middle
  /** Answers, and what is overdue without one: late for want of a verification or an answer. */
  readonly inTime: Share
  /** Staff stopped the count at least once. */
  readonly paused?: Share
  /** Reporters who did not understand or accept the answer object. */
  readonly objected: Share
  readonly rated: Share
  readonly lowRated: Share
  readonly unsolved: Share
  readonly completionAsked: Share
  readonly noticesSent: Share
  readonly noticesArrived: Share
  readonly messagesAnswered: Share
  readonly delaysExplained: Share
  readonly borneOut: Share
  /** Of the cases in which staff declared whether they are concerned, those in which somebody may be. */
  readonly declaredConcerned?: Share
  readonly byCategory: Readonly<Record<string, number>>
  readonly byOutcome: Readonly<Partial<Record<Outcome, number>>>
}

/** An answer to a message is owed within this many calendar days. */
export const ANSWERED_WITHIN = 7

export interface EvaluationMeasure {
  take(facts: CaseFacts): void
  figures(): EvaluationFigures
}

/** Takes the facts of the cases one by one, and keeps counts only. */
export function measureEvaluation(calendar: OfficeCalendar, now: Instant): EvaluationMeasure {
  const totals = { received: 0, answered: 0, open: 0, late: 0 }
  const waits = recordOf(waitNames, (): Waits => ({ days: new Map(), undone: 0 }))
  const shares = recordOf(shareNames, (): Writable => ({ part: 0, of: 0 }))
  const byCategory: Record<string, number> = {}
  const byOutcome: Partial<Record<Outcome, number>> = {}
  const count = (name: ShareName, isPart: boolean) => add(shares[name], isPart ? 1 : 0, 1)
  const daysTo = (from: Instant, to: Instant) => localDayOf(to, calendar) - localDayOf(from, calendar)

  function countWait(counts: Waits, from: Instant, to: Instant | undefined, isAwaited: boolean) {
    const { days } = counts
    if (to !== undefined) days.set(daysTo(from, to), (days.get(daysTo(from, to)) ?? 0) + 1)
    else if (isAwaited) counts.undone++
  }

  function countAnswer({ answeredAt, outcome, objected, stars, missed }: CaseFacts, late: boolean) {
    if (outcome) {
      totals.answered++
      byOutcome[outcome] = (byOutcome[outcome] ?? 0) + 1
      count('objected', objected === true)
      count('borneOut', isProven(outcome))
      count('rated', stars !== undefined)
    }
    if (answeredAt !== undefined || missed || late) count('inTime', answeredAt !== undefined && !missed)
  }

  function countContact({ notices: [settled, taken, arrived] = [0, 0, 0], messages = [] }: CaseFacts) {
    add(shares.noticesSent, taken, settled)
    add(shares.noticesArrived, arrived, taken)
    for (const [at, replyAt] of messages) {
      const isAnswered = replyAt !== null && daysTo(at, replyAt) <= ANSWERED_WITHIN
      // One that can still be answered in time is left out.
      if (isAnswered || daysTo(at, now) > ANSWERED_WITHIN) count('messagesAnswered', isAnswered)
    }
  }

  return {
    take(facts) {
      const { receivedAt, category, status, stars, unsolved } = facts
      const late = facts.dueAt !== undefined && facts.dueAt < now
      const isOpen = isOneOf(openStatuses, status)
      totals.received++
      if (isOpen) totals.open++
      if (late) totals.late++
      byCategory[category] = (byCategory[category] ?? 0) + 1
      for (const [name, at] of [
        ['toVerification', facts.verifiedAt],
        ['toFirstResponse', facts.respondedAt],
        ['toAnswer', facts.answeredAt],
      ] as const) {
        countWait(waits[name], receivedAt, at, isOpen)
      }
      count('paused', facts.paused === true)
      count('completionAsked', facts.completionAsked === true)
      countAnswer(facts, late)
      if (stars !== undefined) {
        count('lowRated', stars <= 2)
        count('unsolved', unsolved === true)
      }
      countContact(facts)
      if (facts.declared) count('declaredConcerned', facts.declaredConcerned === true)
      if (late || facts.delayExplained) count('delaysExplained', facts.delayExplained === true)
    },

    figures: () => ({
      ...totals,
      ...shares,
      toVerification: middleOf(waits.toVerification),
      toFirstResponse: middleOf(waits.toFirstResponse),
      toAnswer: middleOf(waits.toAnswer),
      byCategory,
      byOutcome: Object.fromEntries(outcomes.flatMap((one) => (byOutcome[one] ? [[one, byOutcome[one]]] : []))),
    }),
  }
}

function add(share: Writable, part: number, of: number): void {
  share.part += part
  share.of += of
}

const waitNames = ['toVerification', 'toFirstResponse', 'toAnswer'] as const

interface Waits {
  readonly days: Map<number, number>
  /** Open cases that still wait for it. */
  undone: number
}

const shareNames = [
  'inTime',
  'paused',
  'objected',
  'rated',
  'lowRated',
  'unsolved',
  'completionAsked',
  'noticesSent',
  'noticesArrived',
  'messagesAnswered',
  'delaysExplained',
  'borneOut',
  'declaredConcerned',
] as const
type ShareName = (typeof shareNames)[number]
interface Writable {
  part: number
  of: number
}

function middleOf({ days: counts, undone }: Waits): Middle {
  const sorted = [...counts].sort(([one], [other]) => one - other)
  const of = sorted.reduce((sum, [, cases]) => sum + cases, 0)
  const at = (place: number): number => {
    let passed = 0
    for (const [days, cases] of sorted) {
      passed += cases
      if (place < passed) return days
    }
    return 0
  }
  return { days: of === 0 ? null : (at(Math.floor((of - 1) / 2)) + at(Math.floor(of / 2))) / 2, of, undone }
}
