import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'

const WARM_UP = 400
const PAGES = 600

/** The register by status, newest first, in a unit with many cases and in one with few, page by page in turn. */
export async function benchRegister(): Promise<readonly Figure[]> {
  const folder = await filledFolder()
  return withService(async ({ service: { url } }) => {
    const shots = await Promise.all(
      units.map(async ({ slug }) => {
        const { headers } = await unitAt(url, slug).signIn('verifikator')
        return { path: `/api/v1/tenants/${slug}/cases?status=received&sort=received_desc&limit=25`, headers }
      }),
    )
    // One connection fires the shots in turn, so the times belong to the units in turn.
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
        what: '95 of 100 register pages of 100,000 cases within',
        value: many,
        unit: 'ms',
        most: 15,
        beside: `of 1,000 cases ${amount(few, 'ms')}`,
      },
      { what: 'against 1,000 cases', value: many / few, unit: 'times', most: 2 },
    ]
  }, folder)
}
