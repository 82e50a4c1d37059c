import { type Collection, type CollectionSpec, type Kept, type Query, StoreUnavailable } from './collection.ts'

/** What a store still derives from older documents while they are used. Both sets shrink until they are empty. */
export interface Underived {
  /** Keys that not all documents have yet. */
  readonly keys: ReadonlySet<string>
  /** Indexes that are not made yet, and cannot be done without. */
  readonly indexes: ReadonlySet<string>
  /** Keys by which not all documents are counted yet. */
  readonly counted: ReadonlySet<string>
}

/** So many documents are brought up before a collection is used; more are brought up meanwhile. */
export const BROUGHT_UP_AT_ONCE = 5_000

/** In milliseconds: an upgrade that the server or the disk refused goes on after so long. */
export const TRIED_AGAIN_AFTER = 5_000

/**
 * Refuses the questions whose answer would leave out older documents. All others are answered, and documents are read by
 * their ids and written as ever, with all their keys.
 */
export function whileDerived<D extends Kept>(
  collection: Collection<D>,
  { name, indexes }: CollectionSpec<D>,
  { keys, indexes: missing, counted }: Underived,
): Collection<D> {
  function refuse(): never {
    throw new StoreUnavailable(
      `The store still derives keys of ${name} after an upgrade. This question waits for them.`,
    )
  }

  function check(index: string, also: Query['also'] = {}): void {
    if (keys.size === 0 && missing.size === 0) return
    const { on = [], carries = [] } = indexes[index] ?? {}
    const asked = [...on, ...carries, ...Object.keys(also)]
    if (missing.has(index) || asked.some((key) => keys.has(key))) refuse()
  }

  return {
    ...collection,
    async insertNext(index, where, build, behind) {
      check(index)
      return collection.insertNext(index, where, build, behind)
    },
    async find(tenant, query) {
      check(query.index, query.also)
      return collection.find(tenant, query)
    },
    async findAcrossTenants(query) {
      check(query.index, query.also)
      return collection.findAcrossTenants(query)
    },
    async rows(tenant, query) {
      check(query.index, query.also)
      return collection.rows(tenant, query)
    },
    async count(tenant, query, most) {
      check(query.index, query.also)
      return collection.count(tenant, query, most)
    },
    async countBy(tenant, key, range) {
      if (keys.has(key) || counted.has(key)) refuse()
      return collection.countBy(tenant, key, range)
    },
    async deleteAcrossTenants(index, range, limit) {
      check(index)
      return collection.deleteAcrossTenants(index, range, limit)
    },
  }
}
