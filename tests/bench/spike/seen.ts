import { percentile } from '../figure.ts'
import { isSpike, type Stage } from './shape.ts'

/** What is asked in a lifecycle, in this order. */
export const kinds = [
  'filing',
  'case page',
  'verify',
  'dispatch',
  'propose',
  'answer',
  'follow-up',
  'register page',
  'search',
] as const
export type Kind = (typeof kinds)[number]

/** One request of a lifecycle. Times are milliseconds, from the beginning of all. */
export interface Sample {
  readonly kind: Kind
  /** When somebody wanted it, which may be before a socket was free. */
  readonly at: number
  /** From there to the answer, all that was sent again included. */
  readonly took: number
  /** How often it was refused with a time to come again. */
  readonly refusals: number
  /** HTTP, of the last answer; 0 where none came. */
  readonly status: number
}

/** All that a driver saw. */
export interface Seen {
  readonly samples: readonly Sample[]
  /** Milliseconds to each refusal. */
  readonly refusals: readonly number[]
  /** By how many milliseconds the driver itself began lifecycles late. */
  readonly late: readonly number[]
}

export const isServed = ({ status }: Sample): boolean => status >= 200 && status < 300
/** Refused to the end; every other failure is an error. */
export const isRefused = ({ status }: Sample): boolean => status === 503

export const tookOf = (samples: readonly Sample[], ...wanted: readonly Kind[]): number[] =>
  samples.filter((one) => isServed(one) && wanted.includes(one.kind)).map(({ took }) => took)

export const within = (samples: readonly Sample[], { from, to }: Pick<Stage, 'from' | 'to'>): Sample[] =>
  samples.filter(({ at }) => at >= from && at < to)

const CALM = 1.2
const SLICE_MS = 1_000

/**
 * Seconds from the end of each spike until what begins in a second is answered as quickly as before all spikes: half of
 * it within 1.2 times the median of its kind in the first stage.
 */
export function recoveries(samples: readonly Sample[], stages: readonly Stage[]): readonly number[] {
  const first = within(samples, stages[0] ?? { from: 0, to: 0 })
  const medians = new Map(kinds.map((kind) => [kind, percentile(tookOf(first, kind), 0.5)]))
  const isCalm = (from: number): boolean => {
    const ratios = within(samples, { from, to: from + SLICE_MS }).map(
      (one) => (isServed(one) ? one.took : Infinity) / (medians.get(one.kind) ?? Number.NaN),
    )
    return ratios.length === 0 || percentile(ratios, 0.5) <= CALM
  }
  return stages.flatMap(({ from, to }, at) => {
    if (at === 0 || !isSpike(stages, at - 1)) return []
    let seconds = 0
    while (from + seconds * SLICE_MS < to && !isCalm(from + seconds * SLICE_MS)) seconds++
    return [seconds]
  })
}
