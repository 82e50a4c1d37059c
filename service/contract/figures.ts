import { z } from '@hono/zod-openapi'
import { figureNames, shareMeasures, waitMeasures } from '../offices/report-figures.ts'
import { failureCauses, intakeChannels, outcomes, statuses } from '../offices/vocabulary.ts'
import { keysOf } from '../shared/records.ts'
import { instant, object, day as reportDay, requiredText, strictObject, textLimits } from './fields.ts'
import { labelView } from './labels.ts'
import type { Shown } from './shown.ts'

/** `null` hides a number that could reveal who it is about. */
const cases = z.int().nullable()
const month = z.string().regex(/^20\d{2}-(0[1-9]|1[0-2])$/)

/** The default is the last twelve months; the limit is ten years. */
export const statisticsQuery = z
  .object({ from: month.optional(), to: month.optional(), category: z.string().max(60).optional() })
  .refine(({ from, to }) => !from === !to, { path: ['to'], error: 'incomplete' })
  .refine(({ from = '', to = '' }) => from <= to && Number(to.slice(0, 4)) - Number(from.slice(0, 4)) < 10, {
    path: ['from'],
    error: 'too-long',
  })

const day = z.string()

/** Small counts are hidden from viewers who may not read the cases. */
export const statisticsView = object('Statistics', {
  hidesSmall: z.boolean(),
  period: z.object({ from: z.string(), to: z.string() }),
  total: cases,
  /** Cases from the office's old register; their answers and dates were not measured here. */
  fromBook: cases,
  /** The months before, where they can be compared. */
  before: z.object({ total: z.int(), inTimePercent: z.int().nullable() }).nullable(),
  /** Cases that have not ended, whenever they were received. */
  open: cases,
  overdue: cases,
  inTime: cases,
  late: cases,
  /** How many of a hundred answers came in time; `null` means too few to say. */
  inTimePercent: z.int().nullable(),
  averageStars: z.number().nullable(),
  /** By the days on which they were received; `from: null` covers everything earlier. */
  inflow: z.array(z.object({ from: day.nullable(), to: day, cases })),
  inflowBy: z.enum(['week', 'month']),
  /** Open cases by the days since they were received, at most `days`; `null` means longer ago. */
  byAge: z.array(z.object({ from: day.nullable(), to: day, days: z.int().nullable(), cases })),
  byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases })),
  byCategory: z.array(z.object({ category: z.string(), label: z.string(), cases })),
  byChannel: z.array(z.object({ channel: z.enum(intakeChannels), label: z.string(), cases })),
  byOutcome: z.array(z.object({ outcome: z.enum(outcomes), label: z.string(), cases })),
  byStars: z.array(z.object({ stars: z.int(), cases })),
})
export type StatisticsView = Shown<typeof statisticsView>

const reportMonth = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** Whole months, or days. */
const period = z.object({ from: z.union([reportMonth, reportDay]), to: z.union([reportMonth, reportDay]) })

/** The register with this figure as a filter, and the days of the period, shows just these cases. */
const counted = z.object({ figure: z.enum(figureNames), cases: z.int() })

const measured = z.object({
  /** Median days, or a percentage; `null` means that nothing was measured. */
  value: z.number().nullable(),
  /** Nine of ten waited at most so many days. */
  ninetieth: z.number().nullable(),
  part: counted.nullable(),
  of: counted,
  /** Cases that the median leaves out because they still wait. */
  undone: counted.nullable(),
})

const wait = z.object({ median: z.number().nullable(), ninetieth: z.number().nullable() })

/** Somebody's own acts, and cases; `received` and `answered` are of those that came in the week. */
export const ownWeekView = object('OwnWeek', {
  from: reportDay,
  to: reportDay,
  cases: z.object({ received: z.int(), answered: z.int(), open: z.int(), late: z.int() }),
  /** What they did to cases in the week. */
  acts: z.array(z.object({ act: z.string(), times: z.int() })),
})
export type OwnWeekView = Shown<typeof ownWeekView>

export const reportView = object('PeriodReport', {
  period,
  /** It has as many months as the period, and ends before it. */
  periodBefore: period,
  measuredAt: instant,
  /** The reader handles some categories only, and the figures are on those. */
  isPartial: z.boolean(),
  received: z.object({ now: counted, before: counted }),
  open: counted,
  late: counted,
  averageStars: z.object({ now: z.number().nullable(), before: z.number().nullable() }),
  /** What waits now, whenever it was received; `null` for a period that is over. */
  standing: z
    .object({
      open: z.int(),
      late: z.int(),
      lateEarlier: z.int(),
      /** Open cases by the days since they were received; `null` as `from` and `days` stands for longer ago. */
      byAge: z.array(z.object({ from: reportDay.nullable(), to: reportDay, days: z.int().nullable(), cases: z.int() })),
    })
    .nullable(),
  /** The share counts all that was answered or is overdue, also what is overdue now and was received earlier. */
  inTimePercent: z.object({ now: z.int().nullable(), before: z.int().nullable() }),
  measures: z.array(
    z.object({
      name: z.enum([...keysOf(waitMeasures), ...keysOf(shareMeasures)]),
      unit: z.enum(['days', 'percent']),
      now: measured,
      before: measured,
      change: z.enum(['better', 'worse', 'same']).nullable(),
      /** One of the figures is of so few cases that nothing can be concluded from it. */
      isOfFew: z.boolean(),
    }),
  ),
  inflow: z.array(z.object({ from: reportDay, to: reportDay, cases: z.int() })),
  inflowBy: z.enum(['day', 'week', 'month']),
  /** What was open at the end of each day, whenever it was received. */
  backlog: z.array(z.object({ day: reportDay, cases: z.int() })),
  byCategory: z.array(
    z.object({
      category: z.string(),
      label: z.string(),
      received: z.int(),
      inTime: z.int(),
      timed: z.int(),
      toAnswer: wait,
    }),
  ),
  byChannel: z.array(z.object({ channel: z.enum(intakeChannels), label: z.string(), cases: z.int() })),
  byOutcome: z.array(z.object({ outcome: z.enum(outcomes), label: z.string(), cases: z.int() })),
  byStatus: z.array(z.object({ status: z.enum(statuses), label: z.string(), cases: z.int() })),
  byStars: z.array(z.object({ stars: z.int(), cases: z.int() })),
  /** Labels of the unit's own, the most frequent first; a case with two counts for both. */
  byLabel: z.array(labelView.extend({ cases: z.int() })),
  /** Places that at least three cases of one category name. */
  recurring: z.array(
    z.object({
      /** A keyed hash, by which the register finds them. */
      place: z.string(),
      name: z.string(),
      category: z.string(),
      label: z.string(),
      cases: z.int(),
      /** The last change of the office, for the three largest places; `null` if there is none, and for all others. */
      improvement: z
        .object({
          cause: z.enum(failureCauses),
          change: z.string(),
          owner: z.string(),
          /** `null` once it was checked and holds. */
          checkOn: reportDay.nullable(),
        })
        .nullable(),
    }),
  ),
  /** Numbers that a restore left out: those cases, if there were any, are in no figure. */
  leftOut: z.array(z.object({ series: z.string(), from: z.int(), to: z.int(), asOf: instant, checked: z.int() })),
})
export type ReportView = Shown<typeof reportView>

/** A period of four months: `2026-3` is September to December. */
export const evaluationId = z.string().regex(/^20\d\d-[123]$/)

const revision = z.int().min(0)
const long = z.string().trim().max(8_000)
const short = z.string().trim().max(200)

export const draftEvaluation = strictObject('DraftEvaluation', {
  revision,
  foreword: long,
  analysis: long,
  /** What was changed because of complaints. */
  changes: long,
  followUp: long,
})

export const finishEvaluation = strictObject('FinishEvaluation', {
  revision,
  number: requiredText(textLimits.subject),
  city: short,
  name: requiredText(textLimits.subject),
  position: requiredText(textLimits.subject),
  rank: short,
  nip: short,
})

const measure = z.object({
  value: z.number().nullable(),
  part: z.int().nullable(),
  of: z.int(),
  undone: z.int().optional(),
})

/** Figures are current, or those that were signed. */
export const evaluationView = object('Evaluation', {
  id: z.string(),
  period: z.object({ from: z.string(), to: z.string() }),
  revision,
  foreword: z.string(),
  analysis: z.string(),
  changes: z.string(),
  followUp: z.string(),
  finishedAt: instant.nullable(),
  number: z.string().nullable(),
  measuredAt: instant,
  received: z.int(),
  answered: z.int(),
  open: z.int(),
  late: z.int(),
  receivedBefore: z.int(),
  indicators: z.array(
    z.object({
      name: z.string(),
      group: z.enum(['speed', 'clarity', 'communication', 'data']),
      unit: z.enum(['days', 'percent']),
      now: measure,
      before: measure,
      change: z.enum(['better', 'worse', 'same']).nullable(),
      isOfFew: z.boolean(),
    }),
  ),
  categories: z.array(z.object({ label: z.string(), now: z.int(), before: z.int() })),
  mayWrite: z.boolean(),
  /** It is true once the four months are over. */
  maySign: z.boolean(),
  signatories: z.array(z.object({ name: z.string(), position: z.string(), rank: z.string(), nip: z.string() })),
  city: z.string(),
})
export type EvaluationView = Shown<typeof evaluationView>

export const evaluationList = object('EvaluationList', {
  items: z.array(
    z.object({
      id: z.string(),
      period: z.object({ from: z.string(), to: z.string() }),
      state: z.enum(['untouched', 'draft', 'finished']),
      number: z.string().nullable(),
      changedAt: instant.nullable(),
    }),
  ),
})
export type EvaluationList = Shown<typeof evaluationList>

const publicCounted = z.object({ label: z.string(), cases: z.int().nullable() })

/** Published counts. `null` hides a number that could reveal who it is about. */
export const publicStatisticsView = object('PublicStatistics', {
  office: z.string(),
  accent: z.string().nullable(),
  /** The day of the count; it is renewed only when enough cases differ. */
  asOf: z.string(),
  /** Whole months, the last one included. */
  period: z.object({ from: z.string(), to: z.string() }),
  total: z.int().nullable(),
  /** Rounded to steps of five. */
  inTimePercent: z.int().nullable(),
  byMonth: z.array(publicCounted.extend({ month: z.string() })),
  byCategory: z.array(publicCounted),
  byOutcome: z.array(publicCounted),
})
export type PublicStatisticsView = Shown<typeof publicStatisticsView>
