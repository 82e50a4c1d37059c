import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import type { Rule } from '../../service/offices/rules.ts'
import { readConfig } from '../../service/running/config.ts'
import { openPorts } from '../../service/running/open-ports.ts'
import { aRule } from '../support/a-rule.ts'
import { whenAndWhere } from '../support/a-told-story.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { copyFolder } from './copy-folder.ts'
import { amount, type Figure } from './figure.ts'
import { fire, type Shot } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'
import { folderOfUnits, smallUnitNames } from './million-folder.ts'
import { cpuOf, untilIdle } from './process-usage.ts'

const DEMO_UNITS = 2
const UNITS = 100
const RULES_OF_A_UNIT = 10
const CONNECTIONS = 10
const FILINGS = 3_000

const dist = resolve(import.meta.dirname, '../../dist')

/** None of them fits a story of the bench; half of them look at its words or its place. */
const idle: readonly Rule[] = Array.from({ length: RULES_OF_A_UNIT }, (_, at) =>
  aRule({
    id: `aturan-${at}`,
    when: at % 2 === 0 ? { words: [`kataasing${at}`, 'kata yang tidak ditulis'] } : { places: [`tempatasing${at}`] },
    does: { note: 'Cek.' },
  }),
)

/** The last one fits each complaint, and costs the write of what it does. */
const acting: readonly Rule[] = [...idle.slice(1), aRule({ id: 'aturan-semua', does: { note: 'Cek.' } })]

/** CPU of a filing, with what follows from it, in units without rules, with rules of which none fits, and with one that does; in turn. */
export async function benchRules(): Promise<readonly Figure[]> {
  const units = smallUnitNames(UNITS + DEMO_UNITS)
  const kept = await folderOfUnits(UNITS + DEMO_UNITS)
  const [none, judged, acted] = await withServices(kept, units, [[], idle, acting], async (services) => {
    const shots = await shotsAt(services[0]?.url ?? '', units)
    const volley = (url: string) => ({ url, shots, connections: CONNECTIONS, amount: FILINGS })
    // Each unit has been asked by then, so that its secrets are open.
    for (const { url } of services) await fire({ ...volley(url), amount: UNITS * CONNECTIONS })
    const rounds = await inRounds(async () => {
      const costs: number[] = []
      for (const { url, pid } of services) {
        await untilIdle(pid)
        const before = await cpuOf(pid)
        await fire(volley(url))
        await untilIdle(pid)
        costs.push(((await cpuOf(pid)) - before) / FILINGS)
      }
      return costs
    })
    return services.map((_, at) => lowest(rounds, (costs) => costs[at] ?? Number.NaN))
  })
  if (none === undefined || judged === undefined || acted === undefined) throw new Error('A service was not measured.')
  return [
    {
      what: `CPU of a filing where ${amount(UNITS * RULES_OF_A_UNIT, 'rules')} of ${UNITS} units look at it, against none`,
      value: judged / none,
      unit: 'times',
      most: 1.05,
      beside: `${amount(judged, 'ms')} and ${amount(none, 'ms')}`,
    },
    {
      what: 'the same where one of them acts on each',
      value: acted / none,
      unit: 'times',
      beside: `${amount(acted, 'ms')}: what it does is one more write`,
    },
  ]
}

interface Started {
  readonly url: string
  readonly pid: number
}

/** Starts a service for each list of rules, on copies of the folder, all at once. */
async function withServices<T>(
  kept: string,
  units: readonly string[],
  lists: readonly (readonly Rule[])[],
  measure: (services: readonly Started[]) => Promise<T>,
  started: readonly Started[] = [],
): Promise<T> {
  const [rules, ...others] = lists
  if (!rules) return measure(started)
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  try {
    await copyFolder(kept, folder)
    await writeRules(folder, units, rules)
    return await withService(
      ({ service: { url }, pid }) => withServices(kept, units, others, measure, [...started, { url, pid }]),
      folder,
    )
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeRules(folder: string, units: readonly string[], rules: readonly Rule[]): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' })
  const { ports, close } = await openPorts(config, 'http://localhost', dist, { info() {}, warn() {}, error() {} })
  const kept = ports.complaints.rules
  for (const { id } of await ports.tenants.list()) {
    if (units.includes(id)) await kept.save({ ...(await kept.of(id)), rules })
  }
  await close()
}

async function shotsAt(url: string, units: readonly string[]): Promise<readonly Shot[]> {
  const shots: Shot[] = []
  for (const [at, unit] of units.entries()) {
    const office = unitAt(url, unit)
    const { categories } = (await (await fetch(office.api)).json()) as TenantView
    const story = { category: categories[0]?.code ?? '', chronology: aStory(at + 1), ...whenAndWhere }
    await office.file(story)
    shots.push({
      path: `/api/v1/tenants/${unit}/complaints`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(aFiling(story)),
      newKey: true,
    })
  }
  return shots
}
