/** Some time in which the same number of lifecycles begins each second. */
export interface Stage {
  readonly perSecond: number
  /** Milliseconds after the beginning of all. */
  readonly from: number
  readonly to: number
}

/**
 * Lifecycles a second, stage after stage, as the load test of DIGIT's complaints module was published. It names no
 * lengths: here all stages take alike, and each begins at once, which is harder than a slope.
 */
const published = [1, 15, 1, 25, 2, 35, 10] as const

/** @param times so many times the published shape @param seconds of all stages together */
export function spikeShape(times: number, seconds: number): readonly Stage[] {
  const each = (seconds * 1_000) / published.length
  return published.map((perSecond, at) => ({ perSecond: perSecond * times, from: at * each, to: (at + 1) * each }))
}

/** Stages of a few lifecycles a second, and of the many that follow them. */
export const isSpike = (stages: readonly Stage[], at: number): boolean =>
  (stages[at]?.perSecond ?? 0) > 2 * (stages[at - 1]?.perSecond ?? Infinity)

/** When each lifecycle begins, in milliseconds: by the clock, whatever became of those before it. */
export const arrivalsOf = (stages: readonly Stage[]): number[] =>
  stages.flatMap(({ perSecond, from, to }) =>
    Array.from({ length: Math.round((perSecond * (to - from)) / 1_000) }, (_, at) => from + (at * 1_000) / perSecond),
  )
