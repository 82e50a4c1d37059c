import { fork } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { matchAllNewStaff } from '../../service/case/access/staff-matching.ts'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../../service/case/store/complaint-writes.ts'
import { complaintNumber, newComplaint } from '../../service/filing/new-complaint.ts'
import { sealIdentity } from '../../service/filing/reporter-identity.ts'
import type { Tenant } from '../../service/offices/tenants/tenant.ts'
import { type Status, statuses } from '../../service/offices/vocabulary.ts'
import { readConfig } from '../../service/running/config.ts'
import { openDemo } from '../../service/running/demo/open-demo.ts'
import { openPorts } from '../../service/running/open-ports.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../service/shared/instant.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { aFiling } from '../support/an-office.ts'
import { aStory } from './a-story.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache/aduan-bench')

/** The demo's units and how many cases each is given. */
export const units = [
  { slug: 'bagian-organisasi', cases: 100_000 },
  { slug: 'dinas-contoh', cases: 1_000 },
] as const

/** What decides how a case lies in the store: a change in it makes a new folder. */
const sources = ['case', 'filing', 'offices', 'sealing', 'storage', 'adapters/sqlite', 'adapters/jose']

/** A data folder whose units have their cases. Made once for these sources, and kept under `node_modules/.cache`. */
export async function filledFolder(): Promise<string> {
  const folder = join(cache, await hashOfSources())
  await mkdir(cache, { recursive: true })
  const kept = await readdir(cache)
  if (kept.includes(folder.slice(cache.length + 1))) return folder
  for (const old of kept) await rm(join(cache, old), { recursive: true })
  const unfinished = `${folder}.unfinished`
  const [code] = await once(fork(import.meta.filename, [unfinished]), 'exit')
  if (code !== 0) throw new Error('The folder could not be filled.')
  await rename(unfinished, folder)
  return folder
}

async function hashOfSources(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(import.meta.filename))
  for (const source of sources) {
    const folder = join(root, 'service', source)
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const names = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
    for (const name of names.sort()) hash.update(await readFile(name))
  }
  return hash.digest('hex').slice(0, 16)
}

const AT_ONCE = 64

async function fill(folder: string): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error' })
  const quiet = { info() {}, warn() {}, error: console.error }
  const { ports, close } = await openPorts(config, 'http://localhost', join(root, 'dist'), quiet)
  await openDemo(ports, () => demoPassword)
  for (const { slug, cases } of units) {
    const tenant = await ports.tenants.get(slug)
    let next = 0
    const work = async () => {
      while (next < cases) await addCase(ports, tenant, next++)
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    // A service that runs does the same within seconds.
    await ports.complaints.index.tend(tenant.id)
  }
  // Until names are looked for in each case, it answers the staff of this unit that they must wait.
  await matchAllNewStaff(ports)
  await close()
}

/** The case is open, and all of its dates lie ahead. */
interface Opened {
  readonly receivedAt: Instant
  /** How long its story is. */
  readonly characters?: number
}

type Ports = Awaited<ReturnType<typeof openPorts>>['ports']

/** A named complaint as `submitComplaint` would keep it, then brought into some status, with its notice long sent. */
export async function addCase(
  { vault, complaints, newId }: Ports,
  { id, settings }: Tenant,
  at: number,
  open?: Opened,
) {
  const tenant = id
  const { reporter, spoken: _, ...story } = aFiling({ chronology: aStory(at + 1, open?.characters) })
  const [category] = settings.categories
  if (!category) throw new Error(`${id} has no category.`)
  const spread = plusMilliseconds('2025-01-02T02:00:00.000Z' as Instant, (at * 600 * 24 * HOUR) / 100_000)
  const receivedAt = open?.receivedAt ?? spread
  const filing = { keyHash: newId(), bodyHash: newId(), codeSalt: newId() }
  const received = newComplaint(
    {
      ...story,
      ...{ channel: 'web_widget', receivedBy: { kind: 'system' }, place: null, language: 'id' },
      tenant,
      category,
      filing,
      codeHash: newId(),
      key: await newCaseKey(vault, { tenant, filing }),
      evidence: [],
      ...(await sealIdentity(vault, { tenant, filing }, 'named', reporter)),
    },
    { at: receivedAt, newId, rulePacks: settings.rulePacks, calendar: settings.calendar },
  )
  await complaints.add(
    settled(received, open ? 'received' : (statuses[at % statuses.length] ?? 'received')),
    (sequence) => complaintNumber(settings.numberPrefix, received.series, sequence),
  )
}

const settled = (complaint: UnnumberedComplaint, status: Status): UnnumberedComplaint => ({
  ...complaint,
  status,
  clocks: status === 'received' ? complaint.clocks : [],
  notices: complaint.notices.map((notice) => ({ ...notice, state: 'sent', nextTryAt: null })),
  // Otherwise the service would tell of each case for minutes while it is measured.
  alerts: [],
  news: [],
})

if (import.meta.filename === process.argv[1]) await fill(process.argv[2] ?? '')
