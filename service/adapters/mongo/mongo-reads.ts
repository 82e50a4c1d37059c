import type { Model } from 'mongoose'
import type {
  CollectionSpec,
  CountQuery,
  Kept,
  Page,
  Query,
  Range,
  SearchQuery,
  WordQuery,
} from '../../storage/collection.ts'
import { cursorOf } from '../../storage/cursor.ts'
import { readCount, readQuery, readSearch, readWords } from '../../storage/read-query.ts'
import { documentName, documentOf, type MongoDocument } from './mongo-documents.ts'
import { persist, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { type Filter, fieldOf, findQuery, type MongoQuery, searchQuery, wordsFilter } from './mongo-query.ts'

/** The questions of the port. */
export interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  /** Across tenants when `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>
  search(tenant: string, query: SearchQuery): Promise<Page<D>>
  count(tenant: string, query: CountQuery, most?: number): Promise<number>
  countFound(tenant: string, query: WordQuery, most?: number): Promise<number>
  countFoundBy(tenant: string, query: WordQuery, key: string): Promise<Record<string, number>>
  countBy(tenant: string, key: string, range?: Range): Promise<Record<string, number>>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, documents: Model<MongoDocument>): Reads<D> {
  async function page(
    { filter, sort, place }: MongoQuery,
    hint: string | null,
    limit: number,
    scope: string,
  ): Promise<Page<D>> {
    const question = () =>
      documents
        .find(filter)
        .sort(sort)
        .limit(limit + 1)
    const found = await persist(() =>
      withHint(hint, (index) => (index ? question().hint(index) : question()).lean<MongoDocument[]>().exec()),
    )
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

  /** The server stops one document behind `most`. */
  async function countOf(filter: Filter, hint: string | null, most = Infinity): Promise<number> {
    const stop = Number.isFinite(most) ? [{ $limit: most + 1 }] : []
    const question = () =>
      documents.aggregate<{ documents: number }>([
        { $match: filter },
        ...stop,
        { $group: { _id: null, documents: { $sum: 1 } } },
      ])
    const [counted] = await persist(() =>
      withHint(hint, (index) => (index ? question().option({ hint: index }) : question()).exec()),
    )
    return counted?.documents ?? 0
  }

  async function perValue(filter: Filter, key: string): Promise<Record<string, number>> {
    const counts = await persist(() =>
      documents
        .aggregate<{ _id: string | number; documents: number }>([
          { $match: { $and: [filter, { [fieldOf(key)]: { $ne: null } }] } },
          { $group: { _id: `$${fieldOf(key)}`, documents: { $sum: 1 } } },
        ])
        .exec(),
    )
    return Object.fromEntries(counts.map(({ _id, documents: count }) => [String(_id), count]))
  }

  return {
    async get(tenant, id) {
      const found = await persist(() =>
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

    async walk(tenant, after, limit) {
      const first = documentName(tenant, '')
      const from = after === null ? { $gte: first } : { $gt: documentName(tenant, after) }
      // Names end in a slash and the id; the sign behind the slash ends them all.
      const _id = { ...from, $lt: `${first.slice(0, -1)}0` }
      const question = () => documents.find({ tenant, _id }).sort({ _id: 1 }).limit(limit).hint('_id_')
      return (await persist(() => question().lean<MongoDocument[]>().exec())).map((one) => documentOf<D>(one))
    },

    // Without a hint: the server chooses the rarest word to start from, or walks the order.
    async search(tenant, query) {
      const reading = readSearch(spec, query)
      if (reading.findsNothing) return { items: [], nextCursor: null }
      return page(searchQuery(tenant, reading), null, reading.limit, reading.scope)
    },

    async count(tenant, query, most) {
      return countOf(findQuery(tenant, readCount(spec, query)).filter, indexName(query.index), most)
    },

    async countFound(tenant, query, most) {
      const reading = readWords(spec, query)
      return reading.findsNothing ? 0 : countOf(wordsFilter(tenant, reading), null, most)
    },

    async countFoundBy(tenant, query, key) {
      if (!Object.hasOwn(spec.keys, key)) throw new TypeError(`${spec.name} declares no key "${key}".`)
      const reading = readWords(spec, query)
      return reading.findsNothing ? {} : perValue(wordsFilter(tenant, reading), key)
    },

    async countBy(tenant, key, { from, to } = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const bounds = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) }
      return perValue({ tenant, ...(Object.keys(bounds).length > 0 && { [fieldOf(key)]: bounds }) }, key)
    },
  }
}

function placeValue({ id, tenant, keys }: MongoDocument, field: string): string | number {
  if (field === 'id') return id
  if (field === 'tenant') return tenant
  return keys[field.slice(fieldOf('').length)] ?? ''
}
