import { setTimeout as wait } from 'node:timers/promises'
import type { Model } from 'mongoose'
import type { Kept } from '../../storage/collection.ts'
import type { CountingMark } from './counting-mark.ts'
import type { Sum } from './kept-sums.ts'
import type { CountedDocuments } from './mongo-counts.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { persist } from './mongo-errors.ts'
import { COUNTING } from './mongo-indexes.ts'
import { countOpen } from './mongo-sums.ts'

/** In milliseconds: what is written within this time is counted together. Until then a count reads it by itself. */
const TOGETHER = 3_000
/** In milliseconds: what a process leaves that was killed is found after this time at the latest. */
const LOOK_EVERY = 60_000
/** Beyond so many writes they are counted at once. */
const MANY = 200
/** Another process may be first so often before it is left to it. */
const MOST_TRIES = 20
const LONGEST_PAUSE = 200

export interface SumKeeper {
  /** A document of the tenant was written that the sums do not know. */
  note(tenant: string): void
  /** Counts all that is not counted yet, of every tenant. */
  countAll(): Promise<void>
  stop(): void
}

export const nothingCounted: SumKeeper = { note: () => {}, countAll: async () => {}, stop: () => {} }

export function keepSums<D extends Kept>(
  { spec, documents, mark }: CountedDocuments<D>,
  onFault: (cause: unknown) => void,
): SumKeeper {
  const written = new Map<string, number>()
  const countTenant = roundsOf({ spec, documents, mark }, () => isStopped)
  let soon: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  let isStopped = false

  async function countWritten(): Promise<void> {
    const tenants = [...written.keys()]
    written.clear()
    for (const tenant of tenants) if (await countTenant(tenant)) written.set(tenant, 1)
    if (written.size > 0) countSoon(TOGETHER)
  }

  async function countAll(): Promise<void> {
    const next = (after: string | null) => nextTenant(documents, mark, after)
    for (let tenant = await next(null); tenant !== null && !isStopped; tenant = await next(tenant)) {
      await countTenant(tenant)
    }
  }

  /** Rounds of one process follow each other. What fails is tried again with the next one. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    running = running.then(async () => {
      try {
        if (!isStopped) await work()
      } catch (error) {
        if (!isStopped) onFault(error)
      }
    })
    return running
  }

  function countSoon(after: number): void {
    if (isStopped) return
    if (soon) clearTimeout(soon)
    soon = setTimeout(() => {
      soon = null
      void inTurn(countWritten)
    }, after)
    soon.unref()
  }

  const looking = setInterval(() => void inTurn(countAll), LOOK_EVERY)
  looking.unref()

  return {
    note(tenant) {
      const many = (written.get(tenant) ?? 0) + 1
      written.set(tenant, many)
      if (!soon) countSoon(TOGETHER)
      if (many === MANY) countSoon(0)
    },
    countAll: () => inTurn(countAll),
    stop() {
      isStopped = true
      clearInterval(looking)
      if (soon) clearTimeout(soon)
    },
  }
}

/** Returns the next tenant with documents that are not counted. */
async function nextTenant(documents: Model<MongoDocument>, mark: CountingMark, after: string | null) {
  const filter = { counting: 'open' as const, ...(after !== null && { tenant: { $gt: after } }), shape: mark.value }
  const question = () => documents.findOne(filter, { tenant: 1 }).sort({ tenant: 1 }).hint(COUNTING)
  return (await persist(() => question().lean<MongoDocument>().exec()))?.tenant ?? null
}

/** Counts a tenant's documents round by round. It tells whether any are left. */
function roundsOf<D extends Kept>({ spec, documents, mark }: CountedDocuments<D>, isStopped: () => boolean) {
  const lastSums = new Map<string, ReadonlyMap<string, Sum>>()
  return async (tenant: string): Promise<boolean> => {
    for (let tries = 0; tries < MOST_TRIES && !isStopped(); tries++) {
      const round = await countOpen(spec, documents, mark, tenant, lastSums.get(tenant) ?? new Map())
      lastSums.set(tenant, round.sums)
      if (!round.isMore) return false
      if (round.counted > 0) tries = 0
      else if (tries > 1) await wait(Math.random() * LONGEST_PAUSE)
    }
    return true
  }
}
