import { get } from 'node:http'
import { budget, everythingBudget, measureWidget } from '../../widget/tools/size-budget.ts'
import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { sizeOfLit } from './yardsticks/bare-lit.ts'

/** What a visitor's browser fetches to file without evidence: the scripts, and the unit with its procedure as JSON. */
export async function benchWidget(): Promise<readonly Figure[]> {
  const { scriptBytes, requests, everything } = await measureWidget()
  const unit = await withService(({ service: { url } }) => sizeAsSent(unitAt(url).api))
  const lit = amount((await sizeOfLit()) / 1_000, 'kB')
  return [
    {
      what: 'scripts and unit to file, brotli',
      value: (scriptBytes + unit) / 1_000,
      unit: 'kB',
      most: budget.bytes / 1_000,
      beside: `an empty element of Lit ${lit}`,
    },
    {
      what: 'all that one visitor can ever fetch, brotli',
      value: Math.max(...Object.values(everything)) / 1_000,
      unit: 'kB',
      most: everythingBudget / 1_000,
    },
    { what: 'requests to file', value: requests, unit: 'requests', most: budget.requests },
  ]
}

/** Bytes of a body as they travel: `fetch` would unpack them. */
const sizeAsSent = (url: string): Promise<number> =>
  new Promise((answered, failed) => {
    const asking = get(url, { headers: { 'Accept-Encoding': 'br' } }, (response) => {
      let size = 0
      response.on('data', (chunk: Buffer) => {
        size += chunk.length
      })
      response.on('end', () => answered(size))
    })
    asking.on('error', failed)
  })
