import { aFiling, unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { fire } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'

const WARM_UP = 100
const TIMES = 300
const CASES = 60

/** An identity is opened, with its line of history and of the log before, beside reading the same case. */
export const benchIdentity = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const office = unitAt(url)
    const receipts = await Promise.all(Array.from({ length: CASES }, () => office.file(aFiling())))
    const { headers } = await office.signIn('verifikator')
    // Openings stand in the case, so that one case opened over and over would grow.
    const cases = receipts.map(({ number }) => `/api/v1/tenants/bagian-organisasi/cases/${number}`)
    const reads = cases.map((path) => ({ path, headers }))
    const openings = cases.map((path) => ({
      path: `${path}/identity/reveal`,
      method: 'POST' as const,
      headers: { ...headers, 'Content-Type': 'application/json' },
      body: JSON.stringify({ ground: 'contact_reporter', reason: 'Menanyakan waktu kejadian.' }),
    }))
    for (const shots of [reads, openings]) await fire({ url, shots, connections: 1, amount: WARM_UP })
    const rounds = await inRounds(async () => {
      const read = await fire({ url, shots: reads, connections: 1, amount: TIMES })
      const opened = await fire({ url, shots: openings, connections: 1, amount: TIMES })
      return { read: percentile(read.times, 0.5), opened: percentile(opened.times, 0.5) }
    })
    const read = lowest(rounds, (round) => round.read)
    return [
      {
        what: 'opening an identity, over a plain read',
        value: lowest(rounds, (round) => round.opened - round.read),
        unit: 'ms',
        most: 5,
        beside: `plain read ${amount(read, 'ms')}`,
      },
    ]
  })
