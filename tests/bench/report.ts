import { aFiling, unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'

/** The last whole year of the folder's cases: with the year before it is all of them. */
const YEAR = '2025-08_2026-07'
const MONTH = '2026-07'
const TRIES = 5
const FILINGS = 400
const [big, small] = units

/** Reports on a unit with 100,000 cases and on one with 1,000, and filing while they are made. */
export async function benchReport(): Promise<readonly Figure[]> {
  const folder = await filledFolder()
  return withService(async ({ service: { url } }) => {
    const time = async (slug: string, path: string, tries = TRIES) => {
      const { headers } = await unitAt(url, slug).signIn('verifikator')
      const times: number[] = []
      for (let at = 0; at < tries; at++) {
        const began = performance.now()
        const answer = await fetch(`${url}/api/v1/tenants/${slug}/reports/${path}`, { headers })
        if (!answer.ok) throw new Error(`${path} was answered ${answer.status}.`)
        await answer.arrayBuffer()
        times.push((performance.now() - began) / 1_000)
      }
      // Others on the machine only ever slow a measurement down.
      return Math.min(...times)
    }
    const first = await time(big.slug, MONTH, 1)
    const [few, month, year] = [await time(small.slug, YEAR), await time(big.slug, MONTH), await time(big.slug, YEAR)]
    const sheet = await time(big.slug, `${YEAR}/report.xlsx`)

    const alone = lowest(await inRounds(() => file(url)), (within) => within)
    let ended = false
    const reporting = (async () => {
      while (!ended) await time(big.slug, YEAR, 1)
    })()
    const meanwhile = lowest(await inRounds(() => file(url)), (within) => within)
    ended = true
    await reporting
    return [
      { what: 'the facts of 100,000 cases taken for the first time, the report included', value: first, unit: 's' },
      { what: 'report on a month in a unit of 100,000 cases', value: month, unit: 's', most: 2 },
      {
        what: 'report on a year and the year before, all 100,000',
        value: year,
        unit: 's',
        most: 2,
        beside: `of 1,000 cases ${amount(few, 's')}`,
      },
      { what: 'the same as a spreadsheet', value: sheet, unit: 's', most: 5 },
      {
        what: '99 of 100 filings meanwhile within',
        value: meanwhile,
        unit: 'ms',
        most: 100,
        beside: `without reports ${amount(alone, 'ms')}`,
      },
    ]
  }, folder)
}

/** Milliseconds within which 99 of 100 are answered. */
async function file(url: string): Promise<number> {
  const shot = {
    path: `/api/v1/tenants/${small.slug}/complaints`,
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(aFiling()),
    newKey: true,
  } as const
  const { times } = await fire({ url, shots: [shot], connections: 5, amount: FILINGS })
  return percentile(times, 0.99)
}
