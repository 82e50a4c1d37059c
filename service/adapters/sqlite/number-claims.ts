interface Claim {
  readonly number: number
  /** Claims of an earlier round follow a number that was not used. */
  readonly round: number
}

/** Says which number of a series is probably the next, so that many may be claimed before the first is written. */
export interface NumberClaims {
  knows(series: string): boolean
  begin(series: string, highest: number): void
  claim(series: string): Claim
  /** The claim was not the next number, because an earlier one was not used. */
  correct(series: string, claim: Claim, highest: number): void
}

/** More series than are ever filled at once; one that is forgotten is looked up again. */
const MOST_KNOWN = 10_000

export function numberClaims(): NumberClaims {
  const known = new Map<string, Claim>()
  return {
    knows: (series) => known.has(series),
    begin(series, highest) {
      if (known.has(series)) return
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(series, { number: highest, round: 0 })
    },
    claim(series) {
      const { number, round } = known.get(series) ?? { number: 0, round: 0 }
      const claim = { number: number + 1, round }
      known.set(series, claim)
      return claim
    },
    correct(series, claim, highest) {
      const last = known.get(series)
      // The first that fails begins a new round; the others of its round only claim again.
      if (!last || last.round === claim.round) known.set(series, { number: highest, round: claim.round + 1 })
    },
  }
}
