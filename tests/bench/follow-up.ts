import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure } from './figure.ts'
import { fire } from './fire.ts'
import { cpuOf } from './process-usage.ts'
import { startBareEcho } from './yardsticks/bare-echo.ts'

const WARM_UP = 3_000
const READS = 10_000
const ECHOES = 30_000
const CONNECTIONS = 20

/** A reporter looks up a complaint by number and code, beside a bare Hono that says back what it was told. */
export const benchFollowUp = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url }, pid }) => {
    const { number, trackingCode } = await unitAt(url).file({ chronology: aStory(1) })
    const read = {
      path: `/api/v1/tenants/bagian-organisasi/complaints/${number}`,
      headers: { Authorization: `Bearer ${trackingCode}` },
    }
    const reads = { url, shots: [read], connections: CONNECTIONS }
    await fire({ ...reads, amount: WARM_UP })
    const cpuBefore = await cpuOf(pid)
    const { perSecond } = await fire({ ...reads, amount: READS })
    const cpu = ((await cpuOf(pid)) - cpuBefore) / READS
    const echoes = await echoesPerSecond()
    return [
      {
        what: 'follow-up reads',
        value: perSecond,
        unit: '/s',
        least: echoes / 8,
        beside: `bare Hono echo ${amount(echoes, '/s')}`,
      },
      { what: 'CPU a read', value: cpu, unit: 'ms' },
    ]
  })

async function echoesPerSecond(): Promise<number> {
  const { url, stop } = await startBareEcho()
  try {
    const headers = { 'Content-Type': 'application/json' }
    const shot = { path: '/echo', method: 'POST', headers, body: JSON.stringify({ number: 'BO-2026-000001' }) } as const
    const echo = { url, shots: [shot], connections: CONNECTIONS }
    await fire({ ...echo, amount: WARM_UP })
    return (await fire({ ...echo, amount: ECHOES })).perSecond
  } finally {
    stop()
  }
}
