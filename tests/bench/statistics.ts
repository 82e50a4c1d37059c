import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'

const WARM_UP = 100
const PAGES = 200

/** The figures of a unit with many cases and of one with few, in turn: what they cost must not follow the cases. */
export async function benchStatistics(): Promise<readonly Figure[]> {
  const folder = await filledFolder()
  return withService(async ({ service: { url } }) => {
    const shots = await Promise.all(
      units.map(async ({ slug }) => {
        const { headers } = await unitAt(url, slug).signIn('kepala')
        return { path: `/api/v1/tenants/${slug}/statistics?from=2025-01&to=2026-12`, headers }
      }),
    )
    const volley = { url, shots, connections: 1 }
    await fire({ ...volley, amount: WARM_UP })
    const rounds = await inRounds(async () => {
      const { times } = await fire({ ...volley, amount: PAGES })
      const timesOf = (unit: number) => times.filter((_, at) => at % units.length === unit)
      return { many: percentile(timesOf(0), 0.95), few: percentile(timesOf(1), 0.95) }
    })
    const many = lowest(rounds, (round) => round.many)
    const few = lowest(rounds, (round) => round.few)
    return [
      {
        what: '95 of 100 times the figures of 100,000 cases within',
        value: many,
        unit: 'ms',
        most: 50,
        beside: `of 1,000 cases ${amount(few, 'ms')}`,
      },
    ]
  }, folder)
}
