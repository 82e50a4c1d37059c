import { tagOf } from '../../case/store/case-seals.ts'
import { AFTER_ALL, type Instant } from '../../shared/instant.ts'
import {
  type Collection,
  type CollectionSpec,
  type IndexRow,
  type Kept,
  type Page,
  type Store,
  UniqueViolation,
} from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { TenantId } from '../../storage/place.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'
import type { CaseFacts } from './case-facts.ts'
import {
  type FactRows,
  type FactsPage,
  factRows,
  type PackedFacts,
  packFacts,
  rememberPages,
  unpackFacts,
} from './packed-facts.ts'

/** It is raised with every change of what is taken of a case. */
export const FACTS_SHAPE = 5

/**
 * The store knows when the first of these cases came and when the last of them was left, which it knows of each case
 * anyway. The facts are sealed.
 */
interface KeptFacts extends Kept {
  readonly key: WrappedKey
  /** Pages from before facts were packed lie as they are taken. */
  readonly content: Sealed<PackedFacts | FactsPage>
  /** `null` in the document that only says how far changes were taken in. */
  readonly from: Instant | null
  /** `AFTER_ALL` while a case of them is open, or has a date that still counts. */
  readonly until: Instant | null
  readonly takenTo?: number
  readonly shape?: number
}

const byKeyVersion = foundByKeyVersion<KeptFacts>(({ key }) => [key])

export const factsSpec: CollectionSpec<KeptFacts> = {
  name: 'reportFacts',
  keys: {
    ...byKeyVersion.keys,
    from: ({ from }) => from,
    until: ({ until }) => until,
    // It differs for each seal, so a process knows by it whether it has read the page.
    contentTag: ({ content }) => tagOf(content),
  },
  indexes: { ...byKeyVersion.indexes, until: { on: ['until'], carries: ['from', 'contentTag'] } },
  counted: byKeyVersion.counted,
}

export interface FactsStore {
  /** All changes of cases up to this moment were taken in; 0 if none was. */
  takenTo(tenant: TenantId): Promise<number>
  reach(tenant: TenantId, takenTo: number): Promise<void>
  change(tenant: TenantId, page: string, change: (found: FactsPage) => Promise<FactsPage>): Promise<void>
  /** Yields, page by page, the cases that were received by `to` and were open at `from` or came later. */
  between(
    tenant: TenantId,
    between: { readonly from: Instant; readonly to: Instant },
  ): AsyncGenerator<readonly CaseFacts[]>
  readonly keyHolder: KeyHolder
}

/** No page has this name, because a page's name begins with a year. */
const PROGRESS = 'progress'
const MOST_TRIES = 20
const LISTED_AT_ONCE = 500
const READ_AT_ONCE = 8

export async function openFactsStore(store: Store, vault: Vault): Promise<FactsStore> {
  const kept = await store.collection(factsSpec)
  const own = withOwnKey('reportFacts', vault)
  const remembered = rememberPages()
  const open = async (found: KeptFacts & { readonly tenant: TenantId }): Promise<PackedFacts> => {
    const content = await own.open(found, 'content', found.content)
    return isPacked(content) ? content : packFacts(content)
  }
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
    const content = await own.seal(keyed, 'content', packFacts(page))
    const draft = { ...keyed, content, ...spanOf(page), ...(takenTo !== undefined && { takenTo, shape: FACTS_SHAPE }) }
    return found ? (await kept.replace({ ...draft, version: found.version })) !== null : insertNew(kept, draft)
  }

  async function readPages(tenant: TenantId, wanted: readonly IndexRow[]): Promise<readonly FactRows[]> {
    const known = wanted.map(({ id, values: [, , tag] }) => remembered.find(tenant, id, tag))
    const unknown = wanted.filter((_, at) => !known[at]).map(({ id }) => id)
    if (unknown.length === 0) return known.flatMap((rows) => rows ?? [])
    const read = await kept.several(tenant, unknown)
    const opened = await Promise.all(
      read.map(async (page) => {
        const rows = factRows(await open({ ...page, tenant }))
        remembered.keep(tenant, page.id, tagOf(page.content), rows)
        return rows
      }),
    )
    return [...known.flatMap((rows) => rows ?? []), ...opened]
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
        const before = found ? unpackFacts(await open(found)) : {}
        const after = await change(before)
        if (after === before || (await save(tenant, id, found, after))) return
      }
      throw new Error(`The facts ${id} of ${tenant} kept changing.`)
    },

    async *between(tenant, { from, to }) {
      let after: string | null = null
      do {
        const listed: Page<IndexRow> = await kept.rows(tenant, {
          ...{ index: 'until', range: { from }, limit: LISTED_AT_ONCE },
          ...(after && { after }),
        })
        const wanted = listed.items.filter(({ values: [, first] }) => first !== null && String(first) <= to)
        for (let at = 0; at < wanted.length; at += READ_AT_ONCE) {
          for (const rows of await readPages(tenant, wanted.slice(at, at + READ_AT_ONCE))) yield rows.between(from, to)
        }
        after = listed.nextCursor
      } while (after)
    },

    keyHolder: ownKeyHolder('reportFacts', kept, vault, 'content'),
  }
}

const isPacked = (content: PackedFacts | FactsPage): content is PackedFacts => Array.isArray(content.numbers)

/** Facts of an earlier shape count as not taken. */
const takenToIn = (found: Pick<KeptFacts, 'takenTo' | 'shape'> | null): number =>
  found?.shape === FACTS_SHAPE ? (found.takenTo ?? 0) : 0

function spanOf(page: FactsPage): Pick<KeptFacts, 'from' | 'until'> {
  let from: Instant | null = null
  let until: Instant | null = null
  for (const { facts } of Object.values(page)) {
    if (!facts) continue
    // A joined case that was late is late until the other one is answered.
    const left = facts.dueAt === undefined ? (facts.leftAt ?? AFTER_ALL) : AFTER_ALL
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
