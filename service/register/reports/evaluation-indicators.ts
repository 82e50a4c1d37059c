import { keysOf } from '../../shared/records.ts'
import type { EvaluationFigures, Middle, Share } from './measure-evaluation.ts'

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

/** One indicator per row, with the period before. */
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
