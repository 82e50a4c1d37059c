import { describe, expect, it } from 'vitest'
import { recoveries, type Sample } from './seen.ts'
import { arrivalsOf, isSpike, spikeShape } from './shape.ts'

describe('the shape of a spike', () => {
  const stages = spikeShape(1, 70)

  it('begins as many lifecycles each second as was published, by the clock', () => {
    const arrivals = arrivalsOf(stages)
    const inStage = (at: number) => arrivals.filter((one) => one >= at * 10_000 && one < (at + 1) * 10_000).length
    expect(stages.map((_, at) => inStage(at))).toEqual([10, 150, 10, 250, 20, 350, 100])
    expect(arrivals).toEqual([...arrivals].sort((one, other) => one - other))
  })

  it('has three spikes', () => {
    expect(stages.flatMap((_, at) => (isSpike(stages, at) ? [at] : []))).toEqual([1, 3, 5])
  })
})

describe('calm after a spike', () => {
  const stages = spikeShape(1, 70)
  const answered = (tookAt: (at: number) => number): Sample[] =>
    arrivalsOf(stages).map((at) => ({ kind: 'filing', at, took: tookAt(at), refusals: 0, status: 201 }))

  it('comes at once where what follows is answered as quickly as before', () => {
    expect(
      recoveries(
        answered(() => 10),
        stages,
      ),
    ).toEqual([0, 0, 0])
  })

  it('comes with the first second in which half is answered within 1.2 times what it took before', () => {
    const slowUntil = (seconds: number) => answered((at) => (at >= 10_000 && at < seconds * 1_000 ? 500 : 12))
    expect(recoveries(slowUntil(23), stages)).toEqual([3, 0, 0])
  })

  it('does not come while what is asked fails', () => {
    const failing = answered(() => 10).map((one) => (one.at > 60_000 ? { ...one, status: 503 } : one))
    expect(recoveries(failing, stages)).toEqual([0, 0, 10])
  })
})
