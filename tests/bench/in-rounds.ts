const ROUNDS = 3

/** Others on the machine only ever slow a measurement down: so it is made in rounds, and the best counts, of yardsticks too. */
export async function inRounds<T>(measure: () => Promise<T>): Promise<T[]> {
  const measured: T[] = []
  for (let round = 0; round < ROUNDS; round++) measured.push(await measure())
  return measured
}

export const highest = <T>(rounds: readonly T[], of: (round: T) => number): number => Math.max(...rounds.map(of))
export const lowest = <T>(rounds: readonly T[], of: (round: T) => number): number => Math.min(...rounds.map(of))
