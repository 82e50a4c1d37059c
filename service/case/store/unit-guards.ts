import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Collection, CollectionSpec, IndexRow, KeyValue, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { openGuard } from './kept-guard.ts'
import { unlessSealedWrong } from './sealed-wrong.ts'

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
export interface UnitGuards {
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

export function guardsOfUnit(
  tenant: TenantId,
  kept: Collection<KeptComplaint>,
  vault: Pick<Vault, 'open'>,
  { carried, of }: GuardedKeys,
): UnitGuards {
  let known = new Map<string, Known>()
  const byMarks = new Map<string, Bearers>()
  /** Maps the number of a case to its last change that was applied for good. */
  const settled = new Map<string, number>()
  /** These cases are being deleted, and nothing reports when that is done. */
  const going = new Set<string>()
  let lookedAt: number | null = null
  let readAllAt = 0
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | null = null

  async function marksOf(one: KeptComplaint | null): Promise<Known['marks']> {
    if (!one?.guard) return new Set()
    const guard = await unlessSealedWrong(openGuard(vault, one))
    return guard && new Set(guard.marks)
  }

  async function readAll(): Promise<void> {
    const all = new Map<string, Known>()
    let after: string | null = null
    do {
      const query = { index: 'keptFromSome', limit: PAGE, ...(after && { after }) }
      const page: Page<IndexRow> = await kept.rows(tenant, query)
      for (const { id, values } of page.items) {
        const keys = Object.fromEntries(carried.map((key, at) => [key, values[at + 1] ?? null]))
        const before = known.get(id)
        const isSame = before && before.keys.guardToken === keys.guardToken
        all.set(id, { id, keys, marks: isSame ? before.marks : await marksOf(await kept.get(tenant, id)) })
      }
      after = page.nextCursor
    } while (after)
    known = all
    byMarks.clear()
    settled.clear()
    going.clear()
    for (const { id, keys } of all.values()) if (keys.wordsMark === null) going.add(id)
  }

  async function readOne(id: string): Promise<void> {
    const found = await kept.get(tenant, id)
    if (found?.guard) {
      const keys = Object.fromEntries(carried.map((key) => [key, of[key]?.(found) ?? null]))
      known.set(id, { id, keys, marks: await marksOf(found) })
      byMarks.clear()
    } else if (known.delete(id)) {
      byMarks.clear()
    }
    if (found?.guard && found.imported?.isGoing) going.add(id)
    else going.delete(id)
    const changedAt = found?.changedAt ?? 0
    if (Date.now() - changedAt > SETTLED_AFTER) settled.set(id, changedAt)
  }

  /** @returns false where so much changed that reading all is cheaper */
  async function readChanged(since: number): Promise<boolean> {
    const { items, nextCursor } = await kept.rows(tenant, {
      index: 'changed',
      range: { from: since - LATE },
      limit: MOST_CHANGES,
    })
    if (nextCursor) return false
    const changed = items.filter(({ id, values }) => settled.get(id) !== values[0]).map(({ id }) => id)
    for (const id of new Set([...changed, ...going])) await readOne(id)
    if (settled.size > 10 * MOST_CHANGES) settled.clear()
    return true
  }

  async function refresh(): Promise<void> {
    const now = Date.now()
    const since = lookedAt
    // A failed change may be half applied, so everything is read again.
    lookedAt = null
    const isEnough = since !== null && now - readAllAt < READ_ALL_EVERY && (await readChanged(since))
    if (!isEnough) {
      await readAll()
      readAllAt = now
    }
    lookedAt = now
  }

  /** Callers during a refresh share the next one, which sees all that was written before they called. */
  function refreshed(): Promise<void> {
    next ??= running
      .catch(() => {})
      .then(() => {
        running = refresh()
        next = null
        return running
      })
    return next
  }

  function bearersOf(marks: readonly GuardMark[] | null): Bearers {
    const name = marks?.join(' ') ?? 'all'
    const found = byMarks.get(name)
    if (found) return found
    const cases = [...known.values()].filter((one) => !marks || marks.some((mark) => one.marks?.has(mark) ?? true))
    if (byMarks.size >= MOST_READERS) byMarks.clear()
    const bearers = { cases, numbers: new Set(cases.map(({ id }) => id)) }
    byMarks.set(name, bearers)
    return bearers
  }

  return {
    get size() {
      return known.size
    },
    async bearing(marks) {
      await refreshed()
      return bearersOf(marks)
    },
  }
}
