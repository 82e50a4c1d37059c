import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure } from './figure.ts'
import { fire } from './fire.ts'
import { highest, inRounds, lowest } from './in-rounds.ts'
import { cpuOf } from './process-usage.ts'
import { bareEchoes } from './yardsticks/bare-echo.ts'

const WARM_UP = 3_000
const READS = 5_000
/** A read unseals a case and puts it into words: 10 to 12 echoes were measured. */
const ECHOES_A_READ = 14
const CONNECTIONS = 20

/** A reporter looks up a complaint by number and code, beside a bare Hono that sends back what it got. */
export const benchFollowUp = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url }, pid }) => {
    const { number, trackingCode } = await unitAt(url).file({ chronology: aStory(1) })
    const read = {
      path: `/api/v1/tenants/bagian-organisasi/complaints/${number}`,
      headers: { Authorization: `Bearer ${trackingCode}` },
    }
    const reads = { url, shots: [read], connections: CONNECTIONS }
    await fire({ ...reads, amount: WARM_UP })
    const rounds = await inRounds(async () => {
      const cpuBefore = await cpuOf(pid)
      const { perSecond } = await fire({ ...reads, amount: READS })
      const cpu = ((await cpuOf(pid)) - cpuBefore) / READS
      return { perSecond, cpu, echoes: await bareEchoes() }
    })
    const echoed = highest(rounds, (round) => round.echoes)
    return [
      {
        what: 'follow-up reads',
        value: highest(rounds, ({ perSecond }) => perSecond),
        unit: '/s',
        least: echoed / ECHOES_A_READ,
        beside: `bare Hono echo ${amount(echoed, '/s')}`,
      },
      { what: 'CPU a read', value: lowest(rounds, ({ cpu }) => cpu), unit: 'ms' },
    ]
  })
