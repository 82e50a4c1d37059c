import type { GuardMark } from '../../offices/staff/permissions.ts'
import type { Bound, Collection, IndexRow, KeyValue, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { LaidKey, Vault } from '../../storage/vault.ts'
import { wroteGuardedSince } from '../search/search-index.ts'
import type { Complaint, Filed, Guard } from '../shape/complaint.ts'
import { caseKeyOf, filedPlace, tagOf } from './case-seals.ts'
import {
  type KeptComplaint,
  type KeptGuard,
  type RecentChanges,
  type SearchFilter,
  type StoredGuard,
  skipUnreadable,
} from './kept-complaint.ts'

type Holder = Filed & Pick<Complaint, 'id' | 'key'> & { readonly guard?: StoredGuard | null }

/** Marks are padded to multiples of so many characters, so that their number does not reveal whose staff it is. */
const STEP = 1_024

export function textOfMarks(marks: readonly GuardMark[]): string {
  const text = marks.join(' ')
  return text.padEnd(Math.ceil((text.length + 1) / STEP) * STEP)
}

export function marksIn(text: unknown): readonly GuardMark[] {
  const written = String(text).trim()
  return written === '' ? [] : (written.split(' ') as GuardMark[])
}

export async function sealGuard(
  vault: Pick<Vault, 'seal'>,
  key: LaidKey,
  filed: Filed,
  { marks, steward }: Guard,
): Promise<KeptGuard> {
  return { sealed: await vault.seal(key, filedPlace(filed, 'guard'), textOfMarks(marks)), steward }
}

export async function openGuard(vault: Pick<Vault, 'open'>, one: Holder): Promise<Guard | null> {
  const { guard } = one
  if (!guard || 'marks' in guard) return guard ?? null
  const text = await vault.open(caseKeyOf(one), filedPlace(one, 'guard'), guard.sealed)
  return { marks: marksIn(text), steward: guard.steward }
}

/** The token differs for every sealing of a guard. */
export const guardToken = (guard: StoredGuard | null | undefined): string | null =>
  guard ? ('marks' in guard ? guard.marks.join(' ') : tagOf(guard.sealed)) : null

/** The index tells this of a guarded case without opening it. */
export interface GuardedCase {
  readonly id: string
  readonly keys: Readonly<Record<string, KeyValue>>
}

export interface GuardedKeys {
  /** The index of guarded cases carries these keys in this order. */
  readonly carried: readonly string[]
  /** The keys of a changed case have this order. */
  readonly changed: readonly string[]
}

interface Bearers {
  readonly cases: readonly GuardedCase[]
  readonly numbers: ReadonlySet<string>
}

/** Holds the guarded cases of one tenant in memory, so that their seals are opened once. */
export interface TenantGuards {
  readonly size: number
  /** Returns the current cases with one of these marks, or all if `marks` is `null`. */
  bearing(marks: readonly GuardMark[] | null): Promise<Bearers>
}

interface Known extends GuardedCase {
  /** `null` means that they cannot be opened, so the case is hidden from everybody who asks. */
  readonly marks: ReadonlySet<GuardMark> | null
}

const PAGE = 500

/** All guarded cases are read again after so many milliseconds, for later writes of other processes. */
const READ_ALL_EVERY = 10_000

/** A case may change again in the same millisecond only within this time, and is looked at again until then. */
const SETTLED_AFTER = 200
const MOST_READERS = 64

/** After more changes than this it is cheaper to read all guarded cases. */
const MOST_CHANGES = 200

/** A query accepts so many values of a key. */
const MOST_VALUES = 50

interface GuardState {
  readonly tenant: TenantId
  readonly changes: RecentChanges
  readonly kept: Collection<KeptComplaint>
  readonly vault: Pick<Vault, 'open'>
  readonly keys: GuardedKeys
  known: Map<string, Known>
  readonly byMarks: Map<string, Bearers>
  /** Maps the number of a case to its last change that was applied for good. */
  readonly settled: Map<string, number>
  /** These cases are being deleted, and nothing reports when that is done. */
  readonly going: Set<string>
  /** The next look reads what changed from there on. */
  from: number | null
  readAllAt: number
}

export function guardsOfTenant(
  tenant: TenantId,
  kept: Collection<KeptComplaint>,
  changes: RecentChanges,
  vault: Pick<Vault, 'open'>,
  keys: GuardedKeys,
): TenantGuards {
  const state: GuardState = {
    ...{ tenant, kept, changes, vault, keys, from: null, readAllAt: 0 },
    ...{ known: new Map(), byMarks: new Map(), settled: new Map(), going: new Set() },
  }
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  /** Callers during a refresh share the next one, which sees all that was written before they called. */
  function refreshSoon(): Promise<void> {
    next ??= running
      .catch(() => {})
      .then(() => {
        running = refresh(state)
        next = null
        return running
      })
    return next
  }

  return {
    get size() {
      return state.known.size
    },
    async bearing(marks) {
      await refreshSoon()
      return bearersOf(state, marks)
    },
  }
}

async function refresh(state: GuardState): Promise<void> {
  const now = Date.now()
  const since = state.from
  const next = state.changes.nextFrom()
  // A failed change may be half applied, so everything is read again.
  state.from = null
  const isEnough = since !== null && now - state.readAllAt < READ_ALL_EVERY && (await readChanged(state, since))
  if (!isEnough) {
    await readAll(state)
    state.readAllAt = now
  }
  state.from = next
}

/** @returns false where so much changed that reading all is cheaper */
async function readChanged(state: GuardState, since: number): Promise<boolean> {
  const { tenant, kept, changes, settled, going } = state
  // What this process alone writes it knows: mostly no guarded case is among it.
  if (kept.writers === 'this process' && going.size === 0 && !wroteGuardedSince(since)) return true
  const { items, nextCursor } = await changes.read(tenant, 'guards', since, performance.now())
  const changed = items.filter(({ id, values }) => settled.get(id) !== values[0])
  if (nextCursor || changed.length > MOST_CHANGES) return false
  if (changed.length > 0 || going.size > 0) await lookAt(state, changed)
  if (settled.size > 10 * MOST_CHANGES) settled.clear()
  return true
}

async function readAll(state: GuardState): Promise<void> {
  const { known, byMarks, settled, going } = state
  const all = new Map<string, Known>()
  for (const row of await guardedRows(state)) all.set(row.id, await knownOf(state, row, known.get(row.id)))
  state.known = all
  byMarks.clear()
  settled.clear()
  going.clear()
  for (const { id, keys } of all.values()) if (keys.wordsMark === null) going.add(id)
}

/**
 * Asks the index of guarded cases for those that changed, by the moments at which they were received: most changed
 * cases are not guarded, and no document is read for them.
 */
async function lookAt(state: GuardState, changed: readonly IndexRow[]): Promise<void> {
  const { keys, known, byMarks, settled, going } = state
  const asked = new Map<string, KeyValue>()
  for (const id of going) asked.set(id, known.get(id)?.keys.receivedAt ?? null)
  for (const { id, values } of changed) asked.set(id, values[keys.changed.indexOf('receivedAt')] ?? null)
  const moments = [...new Set(asked.values())].filter((moment) => moment !== null)
  const guarded = new Map<string, IndexRow>()
  for (let at = 0; at < moments.length; at += MOST_VALUES)
    for (const row of await guardedRows(state, moments.slice(at, at + MOST_VALUES))) guarded.set(row.id, row)
  for (const id of asked.keys()) {
    const row = guarded.get(id)
    const before = known.get(id)
    if (row || before) byMarks.clear()
    if (row) known.set(id, await knownOf(state, row, before))
    else known.delete(id)
    if (row && known.get(id)?.keys.wordsMark === null) going.add(id)
    else going.delete(id)
  }
  for (const { id, values } of changed)
    if (Date.now() - Number(values[0]) > SETTLED_AFTER) settled.set(id, Number(values[0]))
}

/** Returns all guarded cases, or those received at one of a few moments. */
async function guardedRows({ tenant, kept }: GuardState, moments?: readonly Bound[]): Promise<readonly IndexRow[]> {
  const rows: IndexRow[] = []
  let after: string | null = null
  do {
    const where = moments && { where: { guardedFrom: moments } }
    const query = { index: 'keptFromSome', limit: PAGE, ...where, ...(after && { after }) }
    const page: Page<IndexRow> = await kept.rows(tenant, query)
    rows.push(...page.items)
    after = page.nextCursor
  } while (after)
  return rows
}

async function knownOf(state: GuardState, { id, values }: IndexRow, before: Known | undefined): Promise<Known> {
  const { tenant, kept, vault, keys } = state
  const found = Object.fromEntries(keys.carried.map((key, at) => [key, values[at + 1] ?? null]))
  const isSame = before && before.keys.guardToken === found.guardToken
  return { id, keys: found, marks: isSame ? before.marks : await marksOf(vault, await kept.get(tenant, id)) }
}

async function marksOf(vault: GuardState['vault'], one: KeptComplaint | null): Promise<Known['marks']> {
  if (!one?.guard) return new Set()
  const guard = await skipUnreadable(openGuard(vault, one))
  return guard && new Set(guard.marks)
}

function bearersOf({ known, byMarks }: GuardState, marks: readonly GuardMark[] | null): Bearers {
  const name = marks?.join(' ') ?? 'all'
  const found = byMarks.get(name)
  if (found) return found
  const cases = [...known.values()].filter((one) => !marks || marks.some((mark) => one.marks?.has(mark) ?? true))
  if (byMarks.size >= MOST_READERS) byMarks.clear()
  const bearers = { cases, numbers: new Set(cases.map(({ id }) => id)) }
  byMarks.set(name, bearers)
  return bearers
}

export interface GuardedCases {
  bearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly GuardedCase[]>
  numbersBearing(tenant: TenantId, marks: readonly GuardMark[] | null): Promise<ReadonlySet<string>>
}

const MOST_REMEMBERED = 50_000

export function guardedCases(
  kept: Collection<KeptComplaint>,
  changes: RecentChanges,
  vault: Pick<Vault, 'open'>,
  keys: GuardedKeys,
): GuardedCases {
  const units = new Map<TenantId, TenantGuards>()

  function makeRoom(): void {
    let size = 0
    for (const unit of units.values()) size += unit.size
    for (const [tenant, unit] of units) {
      if (size <= MOST_REMEMBERED || units.size === 1) return
      units.delete(tenant)
      size -= unit.size
    }
  }

  async function bearers(tenant: TenantId, marks: readonly GuardMark[] | null) {
    const known = units.get(tenant)
    const unit = known ?? guardsOfTenant(tenant, kept, changes, vault, keys)
    units.delete(tenant)
    units.set(tenant, unit)
    const found = await unit.bearing(marks)
    if (!known) makeRoom()
    return found
  }

  return {
    bearing: async (tenant, marks) => (marks.length === 0 ? [] : (await bearers(tenant, marks)).cases),
    numbersBearing: async (tenant, marks) => (marks?.length === 0 ? nobody : (await bearers(tenant, marks)).numbers),
  }
}

const nobody: ReadonlySet<string> = new Set()

export function filterCases(
  cases: readonly GuardedCase[],
  { narrow = {}, within }: SearchFilter,
): readonly GuardedCase[] {
  const wanted = Object.entries(narrow).map(([key, values]) => ({ key, values: new Set<unknown>([values].flat()) }))
  const isWithin = (there: KeyValue): boolean =>
    !within || (there !== null && there >= (within.from ?? there) && there <= (within.to ?? there))
  return cases.filter(
    ({ keys }) =>
      wanted.every(({ key, values }) => values.has(keys[key])) && isWithin(within ? (keys[within.key] ?? null) : null),
  )
}

type Counts = Readonly<Record<string, number>>

/** What was counted of a list, which stays the same until a guarded case changes. */
const counted = new WeakMap<readonly GuardedCase[], Map<string, Counts>>()

export function countByKey(cases: readonly GuardedCase[], key: string): Counts {
  const ofList = counted.get(cases) ?? new Map<string, Counts>()
  const counts = ofList.get(key) ?? countAnew(cases, key)
  counted.set(cases, ofList.set(key, counts))
  return counts
}

function countAnew(cases: readonly GuardedCase[], key: string): Counts {
  const counts: Record<string, number> = {}
  for (const { keys } of cases) {
    const value = keys[key] ?? null
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
