import type { Question } from './desk-questions.ts'
import { amount, percentile } from './figure.ts'
import { fire } from './fire.ts'

const CYCLES = 3

export interface Asked {
  readonly p95: number
  /** The question that took longest, at its best of all cycles, and how long. */
  readonly slowest: string
}

/** Asks every question in turn, a few times over, on one connection. Of each, its best time counts: others on the machine only ever slow it down. */
export async function askTheDesk(
  url: string,
  headers: Readonly<Record<string, string>>,
  questions: readonly Question[],
): Promise<Asked> {
  const shots = questions.map(({ path }) => ({ path, headers }))
  const { times } = await fire({ url, shots, connections: 1, amount: CYCLES * shots.length })
  const best = questions.map((_, at) =>
    Math.min(...Array.from({ length: CYCLES }, (__, cycle) => times[cycle * questions.length + at] ?? Infinity)),
  )
  const longest = Math.max(...best)
  const { name = '' } = questions[best.indexOf(longest)] ?? {}
  return { p95: percentile(best, 0.95), slowest: `slowest ${amount(longest, 'ms')}: ${name}` }
}
