import type { Model } from 'mongoose'
import type { CollectionSpec, Kept, Page, Query, SearchQuery } from '../../storage/collection.ts'
import { cursorOf } from '../../storage/cursor.ts'
import { readQuery, readSearch } from '../../storage/read-query.ts'
import { documentName, documentOf, type MongoDocument } from './mongo-documents.ts'
import { exchange } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { fieldOf, findQuery, type MongoQuery, searchQuery } from './mongo-query.ts'

/** The questions of the port. */
export interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  /** Across tenants when `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
  search(tenant: string, query: SearchQuery): Promise<Page<D>>
  countBy(tenant: string, key: string): Promise<Record<string, number>>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, documents: Model<MongoDocument>): Reads<D> {
  async function page(
    { filter, sort, place }: MongoQuery,
    hint: string | null,
    limit: number,
    scope: string,
  ): Promise<Page<D>> {
    const question = documents
      .find(filter)
      .sort(sort)
      .limit(limit + 1)
    const found = await exchange(() => (hint ? question.hint(hint) : question).lean<MongoDocument[]>().exec())
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.map((document) => documentOf<D>(document)),
      nextCursor: last
        ? cursorOf(
            scope,
            place.map((field) => placeValue(last, field)),
          )
        : null,
    }
  }

  return {
    async get(tenant, id) {
      const found = await exchange(() =>
        documents
          .findOne({ _id: documentName(tenant, id), tenant })
          .lean<MongoDocument>()
          .exec(),
      )
      return found && documentOf<D>(found)
    },

    async find(tenant, query) {
      const reading = readQuery(spec, query, tenant === null)
      return page(findQuery(tenant, reading), indexName(query.index), reading.limit, reading.scope)
    },

    // Without a hint: for rare words the server starts at the words, for common ones it walks the order.
    async search(tenant, query) {
      const reading = readSearch(spec, query)
      return page(searchQuery(tenant, reading), null, reading.limit, reading.scope)
    },

    async countBy(tenant, key) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const counts = await exchange(() =>
        documents
          .aggregate<{ _id: string | number; documents: number }>([
            { $match: { tenant, [fieldOf(key)]: { $ne: null } } },
            { $group: { _id: `$${fieldOf(key)}`, documents: { $sum: 1 } } },
          ])
          .exec(),
      )
      return Object.fromEntries(counts.map(({ _id, documents: count }) => [String(_id), count]))
    },
  }
}

function placeValue({ id, tenant, keys }: MongoDocument, field: string): string | number {
  if (field === 'id') return id
  if (field === 'tenant') return tenant
  return keys[field.slice(fieldOf('').length)] ?? ''
}
