import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { demoPassword } from '../support/a-running-service.ts'
import { aduan } from '../support/an-aduan-command.ts'
import { unitAt } from '../support/an-office.ts'
import { aPng } from '../support/some-files.ts'
import { withService } from './a-service.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { filledFolder, units } from './filled-folder.ts'

const FILES = 500
const VISITORS = 6
/** Between an answer and the next request of one visitor. */
const THINKS_MS = 5
const QUIET_S = 10
const [unit] = units

/** 100,000 cases are backed up while people file, follow and read, beside a quiet stretch and a plain copy of the same bytes. */
export async function benchBackup(): Promise<readonly Figure[]> {
  const places = await mkdtemp(join(tmpdir(), 'aduan-bench-'))
  try {
    const folder = join(places, 'data')
    await cp(await filledFolder(), folder, { recursive: true })
    return await withService(({ service: { url } }) => backUp(url, places, folder), folder)
  } finally {
    await rm(places, { recursive: true, force: true })
  }
}

async function backUp(url: string, places: string, folder: string): Promise<readonly Figure[]> {
  const office = unitAt(url, unit.slug)
  for (let at = 0; at < FILES; at++) {
    const { id } = (await (await office.upload('loket.png', aPng)).json()) as { id: string }
    await office.file({ evidence: [id] })
  }
  await visited(url, sleep(QUIET_S * 1_000 * 0.2))
  const quiet = await visited(url, sleep(QUIET_S * 1_000))

  const target = join(places, 'salinan')
  const began = performance.now()
  const backup = aduan({ DATA_DIR: folder }, 'backup', target)
  const meanwhile = await visited(url, backup)
  const seconds = (performance.now() - began) / 1_000
  const { code, err } = await backup
  if (code !== 0) throw new Error(err)

  const copying = performance.now()
  await cp(target, join(places, 'polos'), { recursive: true })
  const plain = (performance.now() - copying) / 1_000

  const restoring = performance.now()
  const key = (await readFile(join(folder, 'master.key'), 'utf8')).trim()
  const restored = await aduan({ DATA_DIR: join(places, 'pulih'), MASTER_KEY: key }, 'restore', target)
  const restoredIn = (performance.now() - restoring) / 1_000
  if (restored.code !== 0) throw new Error(restored.err)

  const slowest = (times: readonly number[]) => Math.max(...times)
  return [
    {
      what: `backup of ${amount(unit.cases, 'cases')} (${amount((await bytesIn(target)) / 1e6, 'MB')}) under requests`,
      value: seconds,
      unit: 's',
      most: 60,
      beside: `plain copy of the same bytes ${amount(plain, 's')}`,
    },
    {
      what: 'slowest request meanwhile',
      value: slowest(meanwhile),
      unit: 'ms',
      // Where requests take longer than that by themselves, a backup may not add half as much again.
      most: Math.max(250, slowest(quiet) * 1.5),
      beside: `of ${amount(meanwhile.length, '')}, p99 ${amount(percentile(meanwhile, 0.99), 'ms')}; without a backup ${amount(slowest(quiet), 'ms')}, p99 ${amount(percentile(quiet, 0.99), 'ms')}`,
    },
    { what: 'restore, checked bit for bit', value: restoredIn, unit: 's', beside: `plain copy ${amount(plain, 's')}` },
  ]
}

/** Some file, some follow, an officer reads the register, until it is over. @returns milliseconds to each answer */
async function visited(url: string, until: Promise<unknown>): Promise<number[]> {
  const office = unitAt(url, unit.slug)
  const officer = await office.signIn('verifikator', demoPassword)
  const receipt = await office.file()
  const requests = [
    () => office.file(),
    async () => (await office.reporter(receipt).get()).arrayBuffer(),
    async () => (await officer.get('/cases?limit=25')).arrayBuffer(),
  ]
  const times: number[] = []
  let isOver = false
  const visitor = async (_: unknown, at: number) => {
    for (let next = at; !isOver; next++) {
      const began = performance.now()
      await requests[next % requests.length]?.()
      times.push(performance.now() - began)
      await sleep(THINKS_MS)
    }
  }
  const visitors = Array.from({ length: VISITORS }).map(visitor)
  await until
  isOver = true
  await Promise.all(visitors)
  return times
}

async function bytesIn(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((a, b) => a + b, 0)
}
