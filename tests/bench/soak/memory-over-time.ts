import type { Life } from './lives.ts'

/** What a life held once it was warm, in MB, and when that was, in hours since the first life. */
interface Held {
  readonly hours: number
  readonly megabytes: number
}

const HOUR_MS = 3_600_000

/** The median of each life after its warm-up; lives that ended before are left out. @param samples so many belong to the warm-up */
export function heldByLives(lives: readonly Life[], samples: number): readonly Held[] {
  const began = lives[0]?.bornAt ?? 0
  return lives.flatMap(({ bornAt, memory }) => {
    const warm = memory.slice(samples).sort((one, other) => one - other)
    const megabytes = warm[Math.floor(warm.length / 2)]
    return megabytes === undefined ? [] : [{ hours: (bornAt - began) / HOUR_MS, megabytes }]
  })
}

/** The same within one life, sample by sample. */
export const heldWithin = ({ memory }: Life, samples: number, everyMs: number): readonly Held[] =>
  memory.slice(samples).map((megabytes, at) => ({ hours: (at * everyMs) / HOUR_MS, megabytes }))

/** MB by which it grows in an hour: the line that lies nearest to all of them. `null` for fewer than three. */
export function slopeOf(held: readonly Held[]): number | null {
  if (held.length < 3) return null
  const mean = (of: (one: Held) => number) => held.reduce((sum, one) => sum + of(one), 0) / held.length
  const [hours, megabytes] = [mean((one) => one.hours), mean((one) => one.megabytes)]
  const spread = held.reduce((sum, one) => sum + (one.hours - hours) ** 2, 0)
  const together = held.reduce((sum, one) => sum + (one.hours - hours) * (one.megabytes - megabytes), 0)
  return spread === 0 ? null : together / spread
}
