import type { Instant } from '../../shared/instant.ts'
import { AFTER_ALL } from '../../shared/instant.ts'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Page,
  type Store,
  UniqueViolation,
} from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sealed, Vault, WrappedKey } from '../../storage/vault.ts'
import type { CaseFacts } from './case-facts.ts'

/** The facts of a case, and the change of the case after which they were taken. */
export interface TakenFacts {
  readonly changedAt: number
  /** `null` for a case that reports leave out, because an old register brought it. */
  readonly facts: CaseFacts | null
  /** Facts of another shape are taken anew. */
  readonly shape?: number
}

/** It is raised with every change of what is taken of a case. */
export const FACTS_SHAPE = 4

/** Cases with neighbouring numbers, by their numbers. */
export type FactsPage = Readonly<Record<string, TakenFacts>>

/**
 * The store knows when the first of these cases came and when the last of them was left, which it knows of each case
 * anyway. The facts are sealed.
 */
interface KeptFacts extends Kept {
  readonly key: WrappedKey
  readonly content: Sealed<FactsPage>
  /** `null` in the document that only says how far changes were taken in. */
  readonly from: Instant | null
  /** `AFTER_ALL` while a case of them is open. */
  readonly until: Instant | null
  readonly takenTo?: number
  readonly shape?: number
}

const byKeyVersion = foundByKeyVersion<KeptFacts>(({ key }) => [key])

export const factsSpec: CollectionSpec<KeptFacts> = {
  name: 'reportFacts',
  keys: { ...byKeyVersion.keys, from: ({ from }) => from, until: ({ until }) => until },
  indexes: { ...byKeyVersion.indexes, until: { on: ['until'], carries: ['from'] } },
  counted: byKeyVersion.counted,
}

export interface FactsStore {
  /** All changes of cases up to this moment were taken in; 0 if none was. */
  takenTo(tenant: TenantId): Promise<number>
  reach(tenant: TenantId, takenTo: number): Promise<void>
  /** Changes a page, again if another process changed it meanwhile. */
  change(tenant: TenantId, page: string, change: (found: FactsPage) => Promise<FactsPage>): Promise<void>
  /** Yields the pages with cases that were received by `to` and were open at `from` or came later. */
  pages(tenant: TenantId, between: { readonly from: Instant; readonly to: Instant }): AsyncGenerator<FactsPage>
  readonly keyHolder: KeyHolder
}

/** No page has this name, because a page's name begins with a year. */
const PROGRESS = 'progress'
const MOST_TRIES = 20
const PAGES_AT_ONCE = 4

export async function openFactsStore(store: Store, vault: Vault): Promise<FactsStore> {
  const kept = await store.collection(factsSpec)
  const own = withOwnKey('reportFacts', vault)
  const open = (found: KeptFacts & { readonly tenant: TenantId }) => own.open(found, 'content', found.content)
  const find = async (tenant: TenantId, id: string) => {
    const found = await kept.get(tenant, id)
    return found && { ...found, tenant }
  }

  async function save(
    tenant: TenantId,
    id: string,
    found: KeptFacts | null,
    page: FactsPage,
    takenTo?: number,
  ): Promise<boolean> {
    const keyed = { tenant, id, key: found?.key ?? (await own.newKey(tenant, id)) }
    const content = await own.seal(keyed, 'content', page)
    const draft = { ...keyed, content, ...spanOf(page), ...(takenTo !== undefined && { takenTo, shape: FACTS_SHAPE }) }
    return found ? (await kept.replace({ ...draft, version: found.version })) !== null : insertNew(kept, draft)
  }

  return {
    takenTo: async (tenant) => takenToIn(await find(tenant, PROGRESS)),

    async reach(tenant, takenTo) {
      const found = await find(tenant, PROGRESS)
      // Another process that got less far may write first; its changes are taken in again then.
      if (takenToIn(found) < takenTo) await save(tenant, PROGRESS, found, {}, takenTo)
    },

    async change(tenant, id, change) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const found = await find(tenant, id)
        const before = found ? await open(found) : {}
        const after = await change(before)
        if (after === before || (await save(tenant, id, found, after))) return
      }
      throw new Error(`The facts ${id} of ${tenant} kept changing.`)
    },

    async *pages(tenant, { from, to }) {
      let after: string | null = null
      do {
        const found: Page<KeptFacts> = await kept.find(tenant, {
          index: 'until',
          range: { from },
          limit: PAGES_AT_ONCE,
          ...(after && { after }),
        })
        for (const page of found.items) if (page.from !== null && page.from <= to) yield open({ ...page, tenant })
        after = found.nextCursor
      } while (after)
    },

    keyHolder: ownKeyHolder('reportFacts', kept, vault, 'content'),
  }
}

/** Facts of an earlier shape count as not taken. */
const takenToIn = (found: Pick<KeptFacts, 'takenTo' | 'shape'> | null): number =>
  found?.shape === FACTS_SHAPE ? (found.takenTo ?? 0) : 0

function spanOf(page: FactsPage): Pick<KeptFacts, 'from' | 'until'> {
  let from: Instant | null = null
  let until: Instant | null = null
  for (const { facts } of Object.values(page)) {
    if (!facts) continue
    const left = facts.leftAt ?? AFTER_ALL
    if (from === null || facts.receivedAt < from) from = facts.receivedAt
    if (until === null || left > until) until = left
  }
  return { from, until }
}

async function insertNew(
  kept: Collection<KeptFacts>,
  draft: Parameters<Collection<KeptFacts>['insert']>[0],
): Promise<boolean> {
  try {
    await kept.insert(draft)
    return true
  } catch (cause) {
    if (cause instanceof UniqueViolation) return false
    throw cause
  }
}
