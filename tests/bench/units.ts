import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TenantView } from '../../service/contract/tenant-view.ts'
import { aFiling, unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { copyFolder } from './copy-folder.ts'
import { amount, type Figure } from './figure.ts'
import { fire, type Shot } from './fire.ts'
import { inRounds, lowest } from './in-rounds.ts'
import { folderOfCases, folderOfUnits, smallUnit, smallUnitNames } from './million-folder.ts'
import { cpuOf, untilIdle } from './process-usage.ts'

const CASES = 100_000
const UNITS = 1_000
const CONNECTIONS = 10
const REQUESTS = 3_000
const kinds = ['filing', 'follow-up', 'page of the unit'] as const
type Kind = (typeof kinds)[number]

/** CPU of a request, with the notices that it leads to, where all ask one unit, and where a thousand units alike are asked in turn; on stores with as many cases. */
export async function benchUnits(): Promise<readonly Figure[]> {
  const inOne = await costs(await folderOfCases(CASES), [smallUnit])
  const spread = await costs(await folderOfUnits(UNITS), smallUnitNames(UNITS))
  return kinds.map((kind) => ({
    what: `CPU of a ${kind} among ${amount(UNITS, 'units')}, against one unit`,
    value: spread[kind] / inOne[kind],
    unit: 'times',
    most: 1.1,
    beside: `${amount(spread[kind], 'ms')} and ${amount(inOne[kind], 'ms')}`,
  }))
}

async function costs(kept: string, units: readonly string[]): Promise<Readonly<Record<Kind, number>>> {
  const folder = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  try {
    await copyFolder(kept, folder)
    return await withService(async ({ service: { url }, pid }) => {
      const shots = await shotsAt(url, units)
      const measured: Partial<Record<Kind, number>> = {}
      for (const kind of kinds) {
        const volley = { url, shots: shots[kind], connections: CONNECTIONS, amount: REQUESTS }
        // Each unit has been asked by then, so that its secrets are open.
        await fire({ ...volley, amount: Math.max(REQUESTS, UNITS * CONNECTIONS) })
        await untilIdle(pid)
        const rounds = await inRounds(async () => {
          const before = await cpuOf(pid)
          await fire(volley)
          await untilIdle(pid)
          return ((await cpuOf(pid)) - before) / REQUESTS
        })
        measured[kind] = lowest(rounds, (cpu) => cpu)
      }
      return measured as Record<Kind, number>
    }, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function shotsAt(url: string, units: readonly string[]): Promise<Readonly<Record<Kind, readonly Shot[]>>> {
  const shots: Record<Kind, Shot[]> = { filing: [], 'follow-up': [], 'page of the unit': [] }
  // As many different cases where there is one unit, so that nothing is kept at hand there that is not here.
  for (let at = 0; at < UNITS; at++) {
    const unit = units[at % units.length] ?? ''
    const path = `/api/v1/tenants/${unit}`
    const office = unitAt(url, unit)
    const { categories } = (await (await fetch(office.api)).json()) as TenantView
    const story = { category: categories[0]?.code ?? '', chronology: aStory(at + 1) }
    const { number, trackingCode } = await office.file(story)
    shots.filing.push({
      path: `${path}/complaints`,
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(aFiling(story)),
      newKey: true,
    })
    const headers = { Authorization: `Bearer ${trackingCode}` }
    shots['follow-up'].push({ path: `${path}/complaints/${number}`, headers })
    shots['page of the unit'].push({ path })
  }
  return shots
}
