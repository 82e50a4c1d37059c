import type { Model } from 'mongoose'
import type { CollectionSpec, CountQuery, Kept, Range } from '../../storage/collection.ts'
import { readCount } from '../../storage/read-query.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { persist, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { fieldOf, findQuery } from './mongo-query.ts'

export interface Counts {
  /** The server stops one document beyond `most`. */
  count(tenant: string, query: CountQuery, most?: number): Promise<number>
  countBy(tenant: string, key: string, range?: Range): Promise<Record<string, number>>
}

const one = { $sum: 1 }

export const countsOf = <D extends Kept>(spec: CollectionSpec<D>, documents: Model<MongoDocument>): Counts => ({
  async count(tenant, query, most = Infinity) {
    const { filter } = findQuery(tenant, readCount(spec, query))
    const stop = Number.isFinite(most) ? [{ $limit: most + 1 }] : []
    const question = () =>
      documents.aggregate<{ documents: number }>([
        { $match: filter },
        ...stop,
        { $group: { _id: null, documents: one } },
      ])
    const [counted] = await persist(() =>
      withHint(indexName(query.index), (index) => (index ? question().option({ hint: index }) : question()).exec()),
    )
    return counted?.documents ?? 0
  },

  async countBy(tenant, key, { from, to } = {}) {
    if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
    const field = fieldOf(key)
    const bounds = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) }
    const filter = { tenant, ...(Object.keys(bounds).length > 0 && { [field]: bounds }) }
    const counts = await persist(() =>
      documents
        .aggregate<{ _id: string | number; documents: number }>([
          { $match: { $and: [filter, { [field]: { $ne: null } }] } },
          { $group: { _id: `$${field}`, documents: one } },
        ])
        .exec(),
    )
    return Object.fromEntries(counts.map(({ _id, documents: count }) => [String(_id), count]))
  },
})
