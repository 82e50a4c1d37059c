import { fork } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, readdir, readFile, rename, rm } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import { indexStatements } from '../../service/adapters/sqlite/sqlite-engine.ts'
import { matchAllNewStaff } from '../../service/case/access/staff-matching.ts'
import type { Complaint } from '../../service/case/shape/complaint.ts'
import { newCaseKey } from '../../service/case/store/case-seals.ts'
import { complaintSpec } from '../../service/case/store/complaint-spec.ts'
import { complaintNumber } from '../../service/filing/new-complaint.ts'
import { sealIdentity } from '../../service/filing/reporter-identity.ts'
import { openTenant } from '../../service/offices/managing/tenants.ts'
import type { GuardMark } from '../../service/offices/staff/permissions.ts'
import type { Category, Tenant, TenantSettings } from '../../service/offices/tenants/tenant.ts'
import { intakeChannels, outcomes, type Status } from '../../service/offices/vocabulary.ts'
import { readConfig } from '../../service/running/config.ts'
import { openDemo } from '../../service/running/demo/open-demo.ts'
import { openPorts } from '../../service/running/open-ports.ts'
import { DAY, type Day, HOUR, type Instant, instantOf, MINUTE, plusMilliseconds } from '../../service/shared/instant.ts'
import type { Page } from '../../service/storage/collection.ts'
import { shapeOf } from '../../service/storage/migrations.ts'
import type { StaffId, TenantId } from '../../service/storage/place.ts'
import { demoPassword } from '../support/a-running-service.ts'
import { aFiling } from '../support/an-office.ts'
import { diceOf } from '../support/dice.ts'
import { addCase } from './filled-folder.ts'
import { seldomWords } from './words-of-a-million.ts'

const root = resolve(import.meta.dirname, '../..')
const cache = join(root, 'node_modules/.cache')

export const bigUnit = 'bagian-organisasi'

export const smallUnit = 'dinas-contoh'

export const CASES = Number(process.env.BENCH_CASES ?? 1_000_000)
const UNITS = 1_000
const DEMO_UNITS = 2
const CASES_OF_A_SMALL_UNIT = 100
const TEMPLATES = 2_000
const TEMPLATES_OF_A_SMALL_UNIT = 5
const AT_ONCE = 1_000

/** One in ten is open, and half of those are overdue. */
const OPEN_SHARE = 0.1
const KEPT_FROM_HEAD = 1_000

/** How many cases the big unit is given, and how many units there are. */
interface Shape {
  readonly cases: number
  readonly units: number
}

/** A service of a thousand units, one of them with a million cases. Made once for this shape of the store, and kept. */
export const millionFolder = (): Promise<string> => folderOf({ cases: CASES, units: UNITS })

/** The demo's units alone, one of them with so many cases of the same kinds. Kept too. */
export const folderOfCases = (cases: number): Promise<string> =>
  cases === CASES ? millionFolder() : folderOf({ cases, units: DEMO_UNITS })

/** As many units, with about a hundred cases each. Kept too. */
export const folderOfUnits = (units: number): Promise<string> => folderOf({ cases: 1_000, units })

/** Those that are no demo's. */
export const smallUnitNames = (units: number): readonly string[] =>
  Array.from({ length: units - DEMO_UNITS }, (_, at) => smallUnitName(at))

const smallUnitName = (at: number): string => `unit-contoh-${at + DEMO_UNITS + 1}`

async function folderOf(shape: Shape): Promise<string> {
  const kept = join(cache, `aduan-bench-${shape.cases}-${shape.units}`)
  const folder = join(kept, await hashOf(shape))
  await mkdir(kept, { recursive: true })
  const names = await readdir(kept)
  if (names.includes(basename(folder))) return folder
  for (const old of names) await rm(join(kept, old), { recursive: true })
  const unfinished = `${folder}.unfinished`
  await fillIn(shape, unfinished)
  await rename(unfinished, folder)
  return folder
}

/** Fills a new folder, or with an address of MongoDB the database, in a process of its own. */
export async function fillIn({ cases, units }: Shape, folder: string, mongoUri?: string): Promise<void> {
  const parameters = [folder, String(cases), String(units), ...(mongoUri ? [mongoUri] : [])]
  const [code] = await once(fork(import.meta.filename, parameters), 'exit')
  if (code !== 0) throw new Error('The store could not be filled.')
}

/** What lies in the store follows from the spec and from this program. */
async function hashOf({ cases, units }: Shape): Promise<string> {
  const hash = createHash('sha256').update(await readFile(import.meta.filename))
  hash.update(`${cases} ${units} ${shapeOf(complaintSpec)} ${[...indexStatements(complaintSpec).values()].join()}`)
  return hash.digest('hex').slice(0, 16)
}

/** From 0 to 1. */
type Dice = () => number

interface Unit {
  readonly tenant: TenantId
  readonly settings: TenantSettings
  readonly cases: number
  readonly handlers: readonly StaffId[]
  /** Against the head. */
  readonly marks: readonly GuardMark[]
}

async function fill(folder: string, shape: Shape, mongoUri?: string): Promise<void> {
  const config = readConfig({ DATA_DIR: folder, LOG_LEVEL: 'error', ...(mongoUri && { MONGODB_URI: mongoUri }) })
  const quiet = { info() {}, warn() {}, error: console.error }
  const { ports, close } = await openPorts(config, 'http://localhost', join(root, 'dist'), quiet)
  const units = await openUnits(ports, shape)
  // Copies name nobody whom their templates do not, so nobody has to be looked for in each of them.
  await matchAllNewStaff(ports)
  await inParallel(units.length, 16, async (at) => {
    const unit = units[at]
    if (unit) await multiply(ports, unit)
  })
  for (const { tenant } of units) await ports.complaints.index.tend(tenant)
  console.log(`  words indexed in ${seconds()}`)
  await close()
}

/** Units with their keys, and some cases of each that were filed and sealed as ever: the others are copies of them. */
async function openUnits(ports: Ports, shape: Shape): Promise<readonly Unit[]> {
  await openDemo(ports, () => demoPassword)
  const big = await ports.tenants.get(bigUnit)
  const settings = { ...big.settings, categories: manyCategories(big.settings.categories) }
  await ports.tenants.replace({ ...big, settings })
  const small = await ports.tenants.get(smallUnit)
  await inParallel(shape.units - DEMO_UNITS, 32, async (at) => {
    const name = smallUnitName(at)
    await openTenant(ports, name, { ...small.settings, numberPrefix: `U${at + 3}` })
    await employOne(ports, name)
  })
  const tenants = await ports.tenants.list()
  const units: Unit[] = []
  await inParallel(tenants.length, 32, async (at) => {
    const found = tenants[at]
    if (found) units.push(await withTemplates(ports, await ports.tenants.get(found.id), shape.cases))
  })
  console.log(`  ${units.length} units opened in ${seconds()}`)
  return units
}

/** The form of a unit is open once somebody can read, verify, handle and sign. */
async function employOne({ staff, tenants }: Ports, unit: string): Promise<void> {
  const { id: tenant } = await tenants.get(unit)
  const saved = await staff.saveMembership({
    ...{ tenant, id: `kepala-${unit}`, name: 'Gita Umpama', email: `kepala@${unit}.demo`, position: 'Kepala' },
    ...{ roles: ['verifier', 'case_handler', 'unit_head'], reportsTo: null, limits: {} },
  })
  await staff.markMatched(saved)
}

type Ports = Awaited<ReturnType<typeof openPorts>>['ports']

async function withTemplates(ports: Ports, tenant: Tenant, cases: number): Promise<Unit> {
  const id = tenant.id
  const isBig = id === bigUnit
  const members = await ports.staff.members(id)
  const named = (position: string) =>
    members.filter((member) => member.position.startsWith(position)).map((member) => member.id as StaffId)
  const templates = isBig ? Math.min(TEMPLATES, cases / 10) : TEMPLATES_OF_A_SMALL_UNIT
  await inParallel(templates, 64, (at) =>
    addCase(ports, tenant, at, { receivedAt: instantOf(new Date()), characters: 500 }),
  )
  return {
    tenant: id,
    settings: tenant.settings,
    cases: isBig ? cases : Math.min(CASES_OF_A_SMALL_UNIT, cases / 10),
    handlers: [...named('Petugas penerima'), ...Array.from({ length: 39 }, (_, n) => `petugas-contoh-${n}` as StaffId)],
    marks: isBig ? await ports.staff.marksOf(id, named('Kepala')) : [],
  }
}

/** Eight categories, of which the last is rare. */
const manyCategories = (given: readonly Category[]): Category[] =>
  Array.from({ length: 8 }, (_, at) => {
    const category = given[at % given.length]
    if (!category) throw new Error('The unit has no category.')
    const code = at < given.length ? category.code : `contoh_${at}`
    return { ...category, code, label: { id: `Kategori contoh ${at}`, en: `Example category ${at}` } }
  })

async function multiply({ complaints, vault }: Ports, unit: Unit): Promise<void> {
  const templates: Complaint[] = []
  let after: string | null = null
  do {
    const page: Page<Complaint> = await complaints.list(unit.tenant, {
      index: 'received',
      limit: 500,
      ...(after && { after }),
    })
    templates.push(...page.items)
    after = page.nextCursor
  } while (after)
  const throwOf = diceOf(unit.cases)
  const dice: Dice = () => throwOf(1_000_000) / 1_000_000
  await inParallel(unit.cases - templates.length, AT_ONCE, async (at) => {
    const template = templates[at % templates.length]
    if (!template) throw new Error(`${unit.tenant} has no case to copy.`)
    const copy = copyOf(template, unit, at / unit.cases, dice)
    const key = await newCaseKey(vault, copy)
    // A seal opens only in its own place, so each case has an identity of its own.
    const reporter = await sealIdentity(vault, copy, 'named', aReporter)
    await complaints.add({ ...copy, key, ...reporter }, (sequence) =>
      complaintNumber(unit.settings.numberPrefix, copy.series, sequence),
    )
    if (at > 0 && at % 50_000 === 0) {
      console.log(`  ${at} cases of ${unit.tenant} in ${seconds()}`)
    }
  })
}

const { reporter: aReporter } = aFiling()

const began = performance.now()
const seconds = () => `${((performance.now() - began) / 1_000).toFixed(0)} s`

const LAST = Date.now()
const YEARS = 8

/** @param progress from the oldest, 0, to the newest, 1 */
function copyOf(template: Complaint, unit: Unit, progress: number, dice: Dice) {
  const receivedAt = instantOf(new Date(LAST - HOUR - Math.round((1 - progress) * YEARS * 365 * DAY)))
  const isOpen = progress >= 1 - OPEN_SHARE
  const status = isOpen ? openStatus(dice()) : endedStatus(dice())
  const { categories } = unit.settings
  const category = dice() < 0.001 ? categories.at(-1) : categories[Math.floor(dice() * (categories.length - 1))]
  const handler =
    status === 'received' || status === 'incomplete'
      ? null
      : (unit.handlers[Math.floor(dice() ** 3 * unit.handlers.length)] ?? null)
  const isKept = unit.marks.length > 0 && dice() < KEPT_FROM_HEAD / unit.cases
  const random = randomBytes(48).toString('base64url')
  const { version: _, id: __, sequence: ___, dossier, ...kept } = template
  const seldom = seldomWords.filter(({ share }) => dice() < share).map(({ word }) => word)
  return {
    ...kept,
    series: receivedAt.slice(0, 4),
    receivedAt,
    receivedDay: receivedAt.slice(0, 10) as Day,
    outcome: status === 'closed' ? (outcomes[Math.floor(dice() * outcomes.length)] ?? null) : null,
    stars: status === 'closed' && dice() < 0.1 ? 1 + Math.floor(dice() * 5) : null,
    channel: intakeChannels[Math.floor(dice() ** 3 * intakeChannels.length)] ?? 'web_widget',
    status,
    category: category?.code ?? '',
    handler,
    answeredBy: isOpen ? null : handler,
    alerts: [],
    news: [],
    guard: isKept ? { marks: unit.marks, steward: null } : null,
    codeHash: random.slice(0, 43),
    receiptId: random.slice(20),
    filing: { ...kept.filing, keyHash: random.slice(10, 53) },
    dossier: { ...dossier, subject: [dossier.subject, ...seldom].join(' ') },
    ...clocksOf(template, receivedAt, status, dice),
  }
}

function clocksOf(template: Complaint, receivedAt: Instant, status: Status, dice: Dice) {
  const [clock] = template.clocks
  if (!clock) return { clocks: [], clocksTold: [] }
  const runs = openStatuses.includes(status) && status !== 'answered' && status !== 'incomplete'
  const dueAt = runs
    ? instantOf(new Date(LAST + Math.round((dice() - 0.5) * 60 * DAY)))
    : plusMilliseconds(receivedAt, Math.round(dice() * 20 * DAY) + MINUTE)
  const handling = { ...clock, clock: 'handling_non_oversight' as const, startedAt: receivedAt, dueAt }
  return {
    // The reporters were notified already, so that the service has nothing to do meanwhile.
    clocks: [
      runs
        ? { ...handling, toldPassed: dueAt, stoppedAt: null }
        : { ...handling, stoppedAt: plusMilliseconds(receivedAt, 10 * DAY) },
    ],
    clocksTold: runs ? [{ clock: handling.clock, dueAt, stage: 'over' as const }] : [],
  }
}

const openStatuses: readonly Status[] = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
]

function openStatus(chance: number): Status {
  if (chance < 0.15) return 'received'
  if (chance < 0.2) return 'incomplete'
  if (chance < 0.9) return 'in_progress'
  if (chance < 0.93) return 'awaiting_approval'
  return chance < 0.99 ? 'answered' : 'objected'
}

function endedStatus(chance: number): Status {
  if (chance < 0.85) return 'closed'
  if (chance < 0.92) return 'declined'
  if (chance < 0.96) return 'forwarded'
  return chance < 0.98 ? 'merged' : 'withdrawn'
}

async function inParallel(amount: number, atOnce: number, act: (at: number) => Promise<unknown>): Promise<void> {
  let next = 0
  const work = async () => {
    while (next < amount) await act(next++)
  }
  await Promise.all(Array.from({ length: atOnce }, work))
}

if (import.meta.filename === process.argv[1]) {
  const [folder = '', cases, units, mongoUri] = process.argv.slice(2)
  await fill(folder, { cases: Number(cases), units: Number(units) }, mongoUri)
}
