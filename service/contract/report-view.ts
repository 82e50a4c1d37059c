import { z } from '@hono/zod-openapi'
import { figureNames, shareMeasures, waitMeasures } from '../offices/report-figures.ts'
import { failureCauses, intakeChannels, outcomes, statuses } from '../offices/vocabulary.ts'
import { keysOf } from '../shared/records.ts'
import { day, instant } from './fields.ts'
import { labelView } from './labels.ts'
import type { Shown } from './shown.ts'

const month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/)
/** Whole months, or days. */
const period = z.object({ from: z.union([month, day]), to: z.union([month, day]) })

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
export const ownWeekView = z
  .object({
    from: day,
    to: day,
    cases: z.object({ received: z.int(), answered: z.int(), open: z.int(), late: z.int() }),
    /** What they did to cases in the week. */
    acts: z.array(z.object({ act: z.string(), times: z.int() })),
  })
  .openapi('OwnWeek')
export type OwnWeekView = Shown<typeof ownWeekView>

export const reportView = z
  .object({
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
        /** How many of the late ones were received before the period. */
        lateEarlier: z.int(),
        /** Open cases by the days since they were received; `null` as `from` and `days` stands for longer ago. */
        byAge: z.array(z.object({ from: day.nullable(), to: day, days: z.int().nullable(), cases: z.int() })),
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
    /** What was received in each day, week or month of the period. */
    inflow: z.array(z.object({ from: day, to: day, cases: z.int() })),
    inflowBy: z.enum(['day', 'week', 'month']),
    /** What was open at the end of each day, whenever it was received. */
    backlog: z.array(z.object({ day, cases: z.int() })),
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
            checkOn: day.nullable(),
          })
          .nullable(),
      }),
    ),
    /** Numbers that a restore left out: those cases, if there were any, are in no figure. */
    leftOut: z.array(z.object({ series: z.string(), from: z.int(), to: z.int(), asOf: instant, checked: z.int() })),
  })
  .openapi('PeriodReport')
export type ReportView = Shown<typeof reportView>
