import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'
import { fire } from './fire.ts'

const WARM_UP = 400
const PAGES = 1_000

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
    const { times } = await fire({ ...volley, amount: PAGES })
    const [many, few] = units.map((_, unit) =>
      percentile(
        times.filter((__, at) => at % units.length === unit),
        0.95,
      ),
    )
    const beside = `with 1,000 ${amount(few ?? 0, 'ms')}`
    return [
      { what: '95 of 100 register pages of 100,000 cases within', value: many ?? 0, unit: 'ms', most: 15, beside },
      { what: 'against 1,000 cases', value: (many ?? 0) / (few ?? 0), unit: 'times', most: 2 },
    ]
  }, folder)
}
