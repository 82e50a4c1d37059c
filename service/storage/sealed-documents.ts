import { MINUTE } from '../shared/instant.ts'
import type { Refusal } from '../shared/refusal.ts'
import type { Collection, Kept, Page, Query } from './collection.ts'
import type { SealedField, TenantId, WithOwnKey } from './place.ts'
import { type Keyed, type Sealed, type Vault, withOwnKey } from './vault.ts'

type WithKey = Kept & Keyed

type WithContent = { [C in WithOwnKey]: 'content' extends SealedField<C> ? C : never }[WithOwnKey]

export interface Sealing<D, K> {
  open(found: K): Promise<D>
  seal(document: D): Promise<K>
}

/** Seals `content` under the document's own key; the other fields stay readable. */
export function sealContent<
  D extends WithKey & { readonly content: unknown },
  K extends WithKey & { readonly content: Sealed<D['content']> },
>(collection: WithContent, vault: Pick<Vault, 'newKey' | 'seal' | 'open'>): Sealing<D, K> {
  const own = withOwnKey(collection, vault)
  return {
    open: async (found) => ({ ...found, content: await own.open(found, 'content', found.content) }) as WithKey as D,
    seal: async (document) =>
      ({ ...document, content: await own.seal(document, 'content', document.content) }) as WithKey as K,
  }
}

const MOST_TRIES = 20

/**
 * Opens what a collection keeps sealed, and seals what it is given.
 * @param unknown refuses a document that is not there, or belongs to another tenant
 * @param changedMeanwhile refuses a change that others overtook each time
 */
export function sealedDocuments<D extends Kept, K extends Kept>(
  kept: Collection<K>,
  { open, seal }: Sealing<D, K>,
  unknown: () => Refusal,
  changedMeanwhile: () => Refusal,
) {
  const openAll = (found: readonly K[]): Promise<readonly D[]> => Promise.all(found.map(open))

  const documents = {
    open,

    async insert(document: D): Promise<D> {
      const { version: _, ...draft } = await seal(document)
      return { ...document, version: (await kept.insert(draft)).version }
    },

    async find(tenant: TenantId, id: string): Promise<D | null> {
      const found = await kept.get(tenant, id)
      return found && open(found)
    },

    async get(tenant: TenantId, id: string): Promise<D> {
      const found = await documents.find(tenant, id)
      if (!found) throw unknown()
      return found
    },

    async page(tenant: TenantId, query: Query): Promise<Page<D>> {
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await openAll(items), nextCursor }
    },

    list: async (tenant: TenantId, query: Query): Promise<readonly D[]> =>
      openAll((await kept.find(tenant, query)).items),

    listAcrossTenants: async (query: Query): Promise<readonly D[]> =>
      openAll((await kept.findAcrossTenants(query)).items),

    /** Writes only if nobody wrote since it was read. @returns `null` if somebody did */
    async replace(document: D): Promise<D | null> {
      const saved = await kept.replace(await seal(document))
      return saved && { ...document, version: saved.version }
    },

    /** Decides on the current state, whatever others write meanwhile. */
    async change(tenant: TenantId, id: string, decide: (document: D) => D | Promise<D>): Promise<D> {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const before = await documents.get(tenant, id)
        const after = await decide(before)
        const saved = after === before ? before : await documents.replace(after)
        if (saved) return saved
      }
      throw changedMeanwhile()
    },
  }
  return documents
}

/**
 * The documents that were read or written last, as their writers know them. What changes one of them need not read it
 * first; whether the store still has that version, it is asked with the write.
 */
export interface RecentDocuments<D extends Kept> {
  /** @param letters of the document's text, where they are known */
  keep(document: D, letters?: number): void
  /** The version that this process saw last. */
  last(tenant: string, id: string): D | undefined
  forget(tenant: string, id: string): void
  forgetAll(): void
}

/** Some megabytes of cases, for all that happens between reading a case and writing it. */
const MOST = 500
const MOST_LETTERS = 5_000_000

/** A process at rest holds no case. */
const FOR = 10 * MINUTE

interface Recent<D> {
  readonly document: D
  readonly letters: number
  readonly at: number
}

/** @param most documents that are kept */
export function recentDocuments<D extends Kept>(most = MOST): RecentDocuments<D> {
  const documents = new Map<string, Recent<D>>()
  let kept = 0
  let timer: NodeJS.Timeout | undefined
  const nameOf = (tenant: string, id: string) => JSON.stringify([tenant, id])

  function drop(name: string): void {
    kept -= documents.get(name)?.letters ?? 0
    documents.delete(name)
  }

  function put(name: string, document: D, letters: number): void {
    drop(name)
    documents.set(name, { document, letters, at: performance.now() })
    kept += letters
  }

  /** Drops the one that was asked for longest ago, as long as that is to go. */
  function dropWhile(isToGo: (oldest: Recent<D>) => boolean): void {
    for (const [name, oldest] of documents) {
      if (!isToGo(oldest)) return
      drop(name)
    }
  }

  function dropOld(): void {
    dropWhile(({ at }) => at < performance.now() - FOR)
    if (documents.size > 0) return
    clearInterval(timer)
    timer = undefined
  }

  return {
    keep(document, letters = 0) {
      const name = nameOf(document.tenant, document.id)
      // An answer may be overtaken by a write.
      if ((documents.get(name)?.document.version ?? 0) > document.version) return
      put(name, document, letters)
      dropWhile(() => documents.size > most || kept > MOST_LETTERS)
      timer ??= setInterval(dropOld, MINUTE).unref()
    },
    last(tenant, id) {
      const name = nameOf(tenant, id)
      const found = documents.get(name)
      if (found) put(name, found.document, found.letters)
      return found?.document
    },
    forget: (tenant, id) => drop(nameOf(tenant, id)),
    forgetAll() {
      documents.clear()
      kept = 0
    },
  }
}
