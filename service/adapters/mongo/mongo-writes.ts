import type { Model } from 'mongoose'
import type { CollectionSpec, Kept, Range } from '../../storage/collection.ts'
import { readQuery } from '../../storage/read-query.ts'
import { changesOf } from './mongo-changes.ts'
import { conflictsOf } from './mongo-conflicts.ts'
import { documentName, type MongoDocument, mongoDocumentOf, shapeMarkOf } from './mongo-documents.ts'
import { duplicateKeyOf, exchange, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { findQuery, rangeFilters } from './mongo-query.ts'
import type { RecentDocuments } from './recent-documents.ts'

/** Each write is to one document and atomic on the server. */
export interface Writes<D extends Kept> {
  /** @throws UniqueViolation */
  insert(document: D): Promise<void>
  /** It is `false` if the stored version is not the previous one. @throws UniqueViolation */
  replace(document: D): Promise<boolean>
  delete(tenant: string, id: string): Promise<boolean>
  deleteAcrossTenants(index: string, range: Range, limit: number): Promise<number>
}

export function writesOf<D extends Kept>(
  spec: CollectionSpec<D>,
  documents: Model<MongoDocument>,
  recent: RecentDocuments<D>,
): Writes<D> {
  const shape = shapeMarkOf(spec)
  const { nameTheIndex, stands } = conflictsOf(spec, documents)

  return {
    async insert(document) {
      const kept = mongoDocumentOf(spec, shape, document)
      await nameTheIndex(kept, async (again) => {
        try {
          await documents.insertOne(kept)
        } catch (error) {
          if (!(again && duplicateKeyOf(error) && (await stands(kept)))) throw error
        }
      })
      recent.keep(document)
    },

    async replace(document) {
      const kept = mongoDocumentOf(spec, shape, document)
      const version = kept.version - 1
      const last = recent.last(document.tenant, document.id)
      const base = last?.version === version ? last : null
      const before = { _id: kept._id, tenant: kept.tenant, version }
      const written = await nameTheIndex(kept, async (again) => {
        const { matchedCount } = base
          ? await documents.updateOne(before, changesOf(spec, base, document, kept)).exec()
          : await documents.replaceOne(before, kept).exec()
        return matchedCount === 1 || (again && (await stands(kept)))
      })
      if (written) recent.keep(document)
      else recent.forget(document.tenant, document.id)
      return written
    },

    async delete(tenant, id) {
      recent.forget(tenant, id)
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
