import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Collection, CollectionSpec, IndexRow, KeyValue, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { openGuard } from './kept-guard.ts'
import type { RecentChanges } from './recent-changes.ts'
import { skipUnreadable } from './unreadable-case.ts'

/** The index tells this of a guarded case without opening it. */
export interface GuardedCase {
  readonly id: string
  readonly keys: Readonly<Record<string, KeyValue>>
}

export interface GuardedKeys {
  /** The index of guarded cases carries these keys in this order. */
  readonly carried: readonly string[]
  readonly of: CollectionSpec<KeptComplaint>['keys']
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

/** A write may be saved this many milliseconds after the time that it bears. */
const LATE = 10_000

/** All guarded cases are read again after so many milliseconds, for later writes of other processes. */
const READ_ALL_EVERY = 10_000

/** A case may change again in the same millisecond only within this time, and is read again until then. */
const SETTLED_AFTER = 200
const MOST_READERS = 64

/** After more changes than this it is cheaper to read all guarded cases. */
const MOST_CHANGES = 200

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
  lookedAt: number | null
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
    ...{ tenant, kept, changes, vault, keys, lookedAt: null, readAllAt: 0 },
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
  const since = state.lookedAt
  // A failed change may be half applied, so everything is read again.
  state.lookedAt = null
  const isEnough = since !== null && now - state.readAllAt < READ_ALL_EVERY && (await readChanged(state, since))
  if (!isEnough) {
    await readAll(state)
    state.readAllAt = now
  }
  state.lookedAt = now
}

/** @returns false where so much changed that reading all is cheaper */
async function readChanged(state: GuardState, since: number): Promise<boolean> {
  const { tenant, changes, settled, going } = state
  const { items, nextCursor } = await changes.read(tenant, 'guards', since - LATE, performance.now())
  if (nextCursor || items.length > MOST_CHANGES) return false
  const changed = items.filter(({ id, values }) => settled.get(id) !== values[0]).map(({ id }) => id)
  for (const id of new Set([...changed, ...going])) await readOne(state, id)
  if (settled.size > 10 * MOST_CHANGES) settled.clear()
  return true
}

async function readAll(state: GuardState): Promise<void> {
  const { tenant, kept, vault, keys, known, byMarks, settled, going } = state
  const all = new Map<string, Known>()
  let after: string | null = null
  do {
    const query = { index: 'keptFromSome', limit: PAGE, ...(after && { after }) }
    const page: Page<IndexRow> = await kept.rows(tenant, query)
    for (const { id, values } of page.items) {
      const found = Object.fromEntries(keys.carried.map((key, at) => [key, values[at + 1] ?? null]))
      const before = known.get(id)
      const isSame = before && before.keys.guardToken === found.guardToken
      all.set(id, { id, keys: found, marks: isSame ? before.marks : await marksOf(vault, await kept.get(tenant, id)) })
    }
    after = page.nextCursor
  } while (after)
  state.known = all
  byMarks.clear()
  settled.clear()
  going.clear()
  for (const { id, keys } of all.values()) if (keys.wordsMark === null) going.add(id)
}

async function readOne(state: GuardState, id: string): Promise<void> {
  const { tenant, kept, vault, keys, known, byMarks, settled, going } = state
  const found = await kept.get(tenant, id)
  if (found?.guard) {
    const values = keys.carried.map((key) => [key, keys.of[key]?.(found) ?? null])
    known.set(id, { id, keys: Object.fromEntries(values), marks: await marksOf(vault, found) })
    byMarks.clear()
  } else if (known.delete(id)) {
    byMarks.clear()
  }
  if (found?.guard && found.imported?.isGoing) going.add(id)
  else going.delete(id)
  const changedAt = found?.changedAt ?? 0
  if (Date.now() - changedAt > SETTLED_AFTER) settled.set(id, changedAt)
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
