import type { TenantId } from '../../storage/tenant-id.ts'
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
