import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import type { Kept } from '../../storage/collection.ts'
import { type CollectionStates, takeTurn } from './counting-mark.ts'
import { type CountedDocuments, countsOf, walkedCounts } from './mongo-counts.ts'
import { persist } from './mongo-errors.ts'

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
