import type { TenantId } from '../../storage/place.ts'
import { SegmentGone, type SegmentStore } from './segment-store.ts'
import { createTenantIndex, type IndexView, type SearchSource, type TenantIndex } from './tenant-index.ts'

export interface SearchIndex {
  /** @param begun when the request began (`performance.now`); what was read for it since is not read again */
  ask<T>(tenant: TenantId, question: (view: IndexView) => Promise<T>, begun?: number): Promise<T>
  inTurn<T>(tenant: TenantId, act: (index: TenantIndex) => Promise<T>): Promise<T>
  /** Calls `act` when somebody waits for an answer of the unit, at once where somebody does. @returns ends the watch */
  onceAwaited(tenant: TenantId, act: () => void): () => void
}

/** A search waits until at most this many cases are opened; the index tender opens the others. */
export const OPENED_FOR_A_SEARCH = 2_000

const MOST_BYTES = 160 * 1024 * 1024

interface Held {
  readonly index: TenantIndex
  turn: Promise<unknown>
}

export function createSearchIndex(source: SearchSource, segments: SegmentStore): SearchIndex {
  const held = new Map<TenantId, Held>()
  const looking = new Set<TenantId>()
  const searches = countSearches()

  function holdOf(tenant: TenantId): Held {
    const hold = held.get(tenant) ?? {
      index: createTenantIndex(tenant, source, segments),
      turn: Promise.resolve(),
    }
    held.delete(tenant)
    held.set(tenant, hold)
    return hold
  }

  function makeRoom(asked: TenantId): void {
    let bytes = 0
    for (const { index } of held.values()) bytes += index.bytes
    for (const [tenant, { index }] of held) {
      if (bytes <= MOST_BYTES) return
      if (tenant === asked) continue
      held.delete(tenant)
      bytes -= index.bytes
    }
  }

  async function inTurn<T>(tenant: TenantId, act: (index: TenantIndex) => Promise<T>): Promise<T> {
    const hold = holdOf(tenant)
    const mine = hold.turn.then(() => act(hold.index))
    hold.turn = mine.catch(() => {})
    try {
      return await mine
    } catch (cause) {
      // The change may be half applied, so the index is loaded anew.
      if (held.get(tenant) === hold) held.delete(tenant)
      throw cause
    } finally {
      makeRoom(tenant)
    }
  }

  async function ask<T>(tenant: TenantId, question: (view: IndexView) => Promise<T>, begun?: number): Promise<T> {
    const answer = await inTurn(tenant, async (index) => {
      await index.refresh(OPENED_FOR_A_SEARCH, begun ?? performance.now())
      return question(index.view())
    })
    if (held.get(tenant)?.index.isBehind) lookFar(tenant)
    return answer
  }

  /** Nobody waits for it. The index is loaded anew if it fails. */
  function lookFar(tenant: TenantId): void {
    if (looking.has(tenant)) return
    looking.add(tenant)
    void inTurn(tenant, (index) => index.refresh(OPENED_FOR_A_SEARCH))
      .catch(() => {})
      .finally(() => looking.delete(tenant))
  }

  return {
    inTurn,
    onceAwaited: searches.onceWaiting,
    async ask(tenant, question, begun) {
      searches.count(tenant, 1)
      try {
        return await ask(tenant, question, begun)
      } catch (cause) {
        // Another process merged these segments meanwhile, and their successor already exists.
        if (!(cause instanceof SegmentGone)) throw cause
        return await ask(tenant, question)
      } finally {
        searches.count(tenant, -1)
      }
    },
  }
}

/** Counts the searches of each unit that wait for an answer. */
function countSearches() {
  const waiting = new Map<TenantId, number>()
  const listening = new Set<{ readonly tenant: TenantId; readonly act: () => void }>()
  return {
    onceWaiting(tenant: TenantId, act: () => void): () => void {
      const one = { tenant, act }
      if (waiting.has(tenant)) act()
      else listening.add(one)
      return () => listening.delete(one)
    },
    count(tenant: TenantId, more: 1 | -1): void {
      const amount = (waiting.get(tenant) ?? 0) + more
      if (amount === 0) waiting.delete(tenant)
      else waiting.set(tenant, amount)
      for (const one of listening) {
        if (one.tenant !== tenant || amount === 0) continue
        listening.delete(one)
        one.act()
      }
    },
  }
}

let last = 0

interface Change {
  readonly tenant: TenantId
  readonly moment: number
  /** Whether the case is kept from somebody, before the write or after it. */
  readonly isGuarded: boolean
}

/** Changes whose writes have not ended, the earliest first. */
const underWay = new Set<Change>()

let lastGuarded = 0

/** When the last write of each unit ended. */
const lastEnds = new Map<TenantId, number>()

/** Returns the moment of now that searches go by, in milliseconds. It never decreases within a process. */
function changeMoment(): number {
  last = Math.max(last, Date.now())
  return last
}

/**
 * Writes a change with its moment.
 * @param isGuarded whether the case is kept from somebody, before the write or after it
 */
export async function writeChange<T>(
  tenant: TenantId,
  isGuarded: boolean,
  write: (moment: number) => Promise<T>,
): Promise<T> {
  const change = { tenant, moment: changeMoment(), isGuarded }
  underWay.add(change)
  if (isGuarded) lastGuarded = change.moment
  try {
    return await write(change.moment)
  } finally {
    underWay.delete(change)
    lastEnds.set(tenant, changeMoment())
  }
}

/** Whether this process wrote a case since then that is kept from somebody, or is writing one. */
export const wroteGuardedSince = (moment: number): boolean =>
  lastGuarded >= moment || [...underWay].some(({ isGuarded }) => isGuarded)

/** Whether this process wrote a case of the unit since then, or is writing one. */
export const wroteSince = (tenant: TenantId, moment: number): boolean =>
  (lastEnds.get(tenant) ?? Number.NEGATIVE_INFINITY) >= moment ||
  [...underWay].some((change) => change.tenant === tenant)

/**
 * Returns the moment from which everything must be read that this process has not written by now. A follower who asks
 * for it before it reads misses nothing when it reads from there the next time.
 */
export function unwrittenSince(): number {
  const [earliest] = underWay
  return earliest?.moment ?? changeMoment()
}

/** Random numbers of the system, which asks as much for one as for many. */
const drawn = new Uint32Array(256)
let unused = 0

/** Makes a mark for the changed text of a case. It equals an earlier mark by a chance of one in four billion. */
export function newWordsMark(): number {
  if (unused === 0) unused = crypto.getRandomValues(drawn).length
  return drawn[--unused] || 1
}
