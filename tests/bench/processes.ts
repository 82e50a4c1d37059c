import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type RunningService, startProcess } from '../support/a-running-service.ts'
import { type MongoServer, startMongoServer } from '../support/mongo-server.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { fire } from './fire.ts'
import { inRounds } from './in-rounds.ts'
import { loadOf } from './matrix/volleys.ts'
import { cpuOf } from './process-usage.ts'
import { bareDocuments } from './yardsticks/bare-documents.ts'

const WARM_UP = 60
const FILINGS = 100
const CONNECTIONS = 4
const RESTS_S = 10

/**
 * What a filing costs the service where one process or two serve one server that speaks MongoDB's protocol: their CPU,
 * less what they take when nobody comes, because the machine has too few cores for a rate to tell. Each time on a new
 * database, because what stands in for MongoDB grows slow with every case.
 */
export async function benchProcesses(): Promise<readonly Figure[]> {
  const server = await startMongoServer()
  try {
    const rounds = await inRounds(async () => ({ one: await costs(server, 1), two: await costs(server, 2) }))
    const { inserts } = await bareDocuments(server.databaseUri(aName()))
    const middle = (of: (round: (typeof rounds)[number]) => number) => percentile(rounds.map(of), 0.5)
    const [one, two] = [middle((round) => round.one.cpu), middle((round) => round.two.cpu)]
    return [
      {
        what: 'CPU of a filing with two processes, against one',
        value: two / one,
        unit: 'times',
        most: 1.15,
        beside: `${amount(two, 'ms')} and ${amount(one, 'ms')}`,
      },
      {
        what: 'CPU at rest, two processes',
        value: middle(({ two }) => two.atRest),
        unit: 'ms/s',
        beside: `one process ${amount(
          middle(({ one }) => one.atRest),
          'ms/s',
        )}`,
      },
      {
        what: 'filings with two processes',
        value: middle(({ two }) => two.perSecond),
        unit: '/s',
        beside: `one process ${amount(
          middle(({ one }) => one.perSecond),
          '/s',
        )}; inserts of the driver alone ${amount(inserts, '/s')}`,
      },
    ]
  } finally {
    await server.stop()
  }
}

const aName = () => `aduan_bench_${randomBytes(6).toString('hex')}`

/** CPU in milliseconds: of a filing, and of each second in which nobody comes; all processes together. */
interface Costs {
  readonly cpu: number
  readonly atRest: number
  readonly perSecond: number
}

async function costs(server: MongoServer, processes: number): Promise<Costs> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  const environment = { LIMITS: 'off', DATA_DIR: folder, MONGODB_URI: server.databaseUri(aName()) }
  const services: RunningService[] = []
  try {
    // One after the other: the first opens the demo.
    while (services.length < processes) services.push(await startProcess(environment))
    return await measured(services)
  } finally {
    await Promise.all(services.map((service) => service.stop()))
    await rm(folder, { recursive: true, force: true })
  }
}

async function measured(services: readonly RunningService[]): Promise<Costs> {
  const cpu = async () => {
    const used = await Promise.all(services.map(({ process: { pid = 0 } }) => cpuOf(pid)))
    return used.reduce((sum, one) => sum + one, 0)
  }
  const { shots } = await loadOf.filing()
  const file = async (amount: number) => {
    const share = services.length
    const fired = await Promise.all(
      services.map(({ url }) => fire({ url, shots, connections: CONNECTIONS / share, amount: amount / share })),
    )
    return fired.reduce((sum, { perSecond }) => sum + perSecond, 0)
  }
  const during = async (act: () => Promise<unknown>) => {
    const before = { at: performance.now(), cpu: await cpu() }
    await act()
    return { cpu: (await cpu()) - before.cpu, seconds: (performance.now() - before.at) / 1_000 }
  }
  const rest = () => during(() => sleep(RESTS_S * 1_000))

  await file(WARM_UP)
  const before = await rest()
  let perSecond = 0
  const filing = await during(async () => {
    perSecond = await file(FILINGS)
  })
  const after = await rest()
  const atRest = (before.cpu + after.cpu) / (before.seconds + after.seconds)
  return { cpu: (filing.cpu - atRest * filing.seconds) / FILINGS, atRest, perSecond }
}
