import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Model } from 'mongoose'
import type { Kept } from '../../storage/collection.ts'
import { COUNTING, type MongoDocument } from './mongo-documents.ts'
import { type CollectionStates, type CountingMark, persist, takeTurn } from './mongo-errors.ts'
import { type CountedDocuments, countsOf, walkedCounts } from './mongo-reads.ts'
import { countOpen } from './mongo-sums.ts'
import type { Sum } from './mongo-values.ts'

type Differences = Readonly<Record<string, number>>

/** So often a difference must be found, because what is written between two counts makes one too. */
const LOOKS = 4

/**
 * Compares the sums with the documents that they count.
 * @param pause between two looks, in milliseconds
 * @returns the keys whose sums are wrong for good, each with the tenant
 */
export async function compareSums<D extends Kept>(
  counted: CountedDocuments<D>,
  pause: number,
): Promise<readonly (readonly [tenant: string, key: string])[]> {
  const { spec, documents } = counted
  const { countBy } = countsOf(counted)
  const tenants = await persist(() => documents.distinct('tenant').exec())

  async function differences(tenant: string, key: string): Promise<Differences> {
    const [kept, walked] = [await countBy(tenant, key), await walkedCounts(documents, tenant, key, {})]
    const values = new Set([...Object.keys(kept), ...Object.keys(walked)])
    const pairs = [...values].map((value) => [value, (kept[value] ?? 0) - (walked[value] ?? 0)] as const)
    return Object.fromEntries(pairs.filter(([, by]) => by !== 0))
  }

  async function isWrong(tenant: string, key: string): Promise<boolean> {
    const first = await differences(tenant, key)
    for (let looks = 1; looks < LOOKS; looks++) {
      if (Object.keys(first).length === 0) return false
      await wait(pause)
      if (!isDeepStrictEqual(await differences(tenant, key), first)) return false
    }
    return true
  }

  const wrong: (readonly [string, string])[] = []
  for (const tenant of tenants) {
    for (const key of spec.counted ?? []) if (await isWrong(tenant, key)) wrong.push([tenant, key])
  }
  return wrong
}

/** In milliseconds: so long after an upgrade a process of the version before may still write. */
const UPGRADE_TAKES = 24 * 3_600_000
/** In milliseconds: by then a process of the version before has stopped that this one was started in place of. */
const COMPARED_AFTER = 60_000
const BETWEEN_LOOKS = 3_000

/**
 * Compares the sums with the documents once after each start within a day of an upgrade, in one process of those that
 * start together, and has all counted anew if a process of the version before wrote meanwhile.
 */
export function compareOnce<D extends Kept>(
  counted: CountedDocuments<D>,
  states: CollectionStates,
  onFault: (cause: unknown) => void,
): { stop(): void } {
  const { name } = counted.spec
  async function compare(): Promise<void> {
    const { mark } = counted
    if (!mark.isWhole || Date.now() - mark.begunAt > UPGRADE_TAKES) return
    if (!(await takeTurn(states, `${name} compared`))) return
    if ((await compareSums(counted, BETWEEN_LOOKS)).length === 0) return
    onFault(new Error(`The counts of ${name} were wrong, and are counted anew.`))
    await mark.countAnew()
  }
  const timer = setTimeout(() => void compare().catch(onFault), COMPARED_AFTER)
  timer.unref()
  return { stop: () => clearTimeout(timer) }
}

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
