import type { Model } from 'mongoose'
import { type CollectionSpec, type Kept, type Range, UniqueViolation } from '../../storage/collection.ts'
import { readQuery } from '../../storage/read-query.ts'
import { documentName, type MongoDocument, mongoDocumentOf } from './mongo-documents.ts'
import { duplicateKeyOf, exchange, persist, withHint } from './mongo-errors.ts'
import { declaredName, indexName } from './mongo-indexes.ts'
import { fieldOf, findQuery, rangeFilters } from './mongo-query.ts'

/** Each write is to one document and atomic on the server. */
export interface Writes<D extends Kept> {
  /** @throws UniqueViolation */
  insert(document: D): Promise<void>
  /** It is `false` if the stored version is not the previous one. @throws UniqueViolation */
  replace(document: D): Promise<boolean>
  delete(tenant: string, id: string): Promise<boolean>
  deleteAcrossTenants(index: string, range: Range, limit: number): Promise<number>
}

export function writesOf<D extends Kept>(spec: CollectionSpec<D>, documents: Model<MongoDocument>): Writes<D> {
  const uniqueIndexes = Object.entries(spec.indexes).filter(([, { unique }]) => unique)

  async function namingTheIndex<T>(document: MongoDocument, write: (again: boolean) => Promise<T>): Promise<T> {
    try {
      return await persist(write)
    } catch (error) {
      const duplicate = duplicateKeyOf(error)
      if (!duplicate) throw error
      throw new UniqueViolation(duplicate.index ? declaredName(duplicate.index) : await brokenIndex(document))
    }
  }

  /** For servers that do not name the index: looks for the conflicting document. */
  async function brokenIndex({ _id, tenant, keys, exempt }: MongoDocument): Promise<string> {
    for (const [index, { on, acrossTenants }] of uniqueIndexes) {
      if (exempt[index]) continue
      const same = Object.fromEntries(on.map((key) => [fieldOf(key), { $eq: keys[key] }]))
      const inTheWay = { ...(acrossTenants ? {} : { tenant }), ...same, _id: { $ne: _id } }
      if (await persist(() => documents.exists(inTheWay).exec())) return index
    }
    return 'id'
  }

  /** Whether an earlier try wrote this very document, and only the answer was lost. */
  async function stands({ _id, tenant, version, body }: MongoDocument): Promise<boolean> {
    const found = await documents.findOne({ _id, tenant }).lean<MongoDocument>().exec()
    return found?.version === version && found.body === body
  }

  return {
    async insert(document) {
      const kept = mongoDocumentOf(spec, document)
      await namingTheIndex(kept, async (again) => {
        try {
          await documents.insertOne(kept)
        } catch (error) {
          if (!(again && duplicateKeyOf(error) && (await stands(kept)))) throw error
        }
      })
    },

    async replace(document) {
      const kept = mongoDocumentOf(spec, document)
      const before = { _id: kept._id, tenant: kept.tenant, version: kept.version - 1 }
      return namingTheIndex(kept, async (again) => {
        const { matchedCount } = await documents.replaceOne(before, kept).exec()
        return matchedCount === 1 || (again && (await stands(kept)))
      })
    },

    async delete(tenant, id) {
      const name = { _id: documentName(tenant, id), tenant }
      const { deletedCount } = await exchange(() => documents.deleteOne(name).exec())
      return deletedCount === 1
    },

    async deleteAcrossTenants(index, range, limit) {
      const reading = readQuery(spec, { index, range, limit }, true)
      const { filter, sort } = findQuery(null, reading)
      const question = () => documents.find(filter, { _id: 1 }).sort(sort).limit(limit)
      const found = await exchange(() =>
        withHint(indexName(index), (hint) =>
          (hint ? question().hint(hint) : question()).lean<{ _id: string }[]>().exec(),
        ),
      )
      // The range is tested again, so that a document that changed meanwhile stays.
      const still = { $and: [{ _id: { $in: found.map(({ _id }) => _id) } }, ...rangeFilters(reading.open[0], range)] }
      const { deletedCount } = await exchange(() => documents.deleteMany(still).exec())
      return deletedCount
    },
  }
}
