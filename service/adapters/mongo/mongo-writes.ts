import type { Kept, Range } from '../../storage/collection.ts'
import { readQuery } from '../../storage/queries.ts'
import type { RecentDocuments } from '../../storage/sealed-documents.ts'
import type { SumKeeper } from './keep-sums.ts'
import type { CountedDocuments } from './mongo-counts.ts'
import { documentName, isCounted, isThere, type MongoDocument, newWrite } from './mongo-documents.ts'
import { exchange, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { insertionOf } from './mongo-insertion.ts'
import { findQuery, rangeFilters } from './mongo-query.ts'
import { replacementOf } from './mongo-replacement.ts'

/** Each write is to one document and atomic on the server. */
export interface Writes<D extends Kept> {
  /** @throws UniqueViolation */
  insert(document: D): Promise<void>
  /** It is `false` if the stored version is not the previous one. @throws UniqueViolation */
  replace(document: D): Promise<boolean>
  delete(tenant: string, id: string): Promise<boolean>
  deleteAcrossTenants(index: string, range: Range, limit: number): Promise<number>
}

/** A document that the sums count is emptied, and goes when they know that it did. */
const leave = () => ({
  $set: { version: 0, write: newWrite(), counting: 'open' as const },
  $rename: { keys: 'left' },
  $unset: { fields: 1 } as const,
})

export function writesOf<D extends Kept>(
  counted: CountedDocuments<D>,
  recent: RecentDocuments<D>,
  sums: SumKeeper,
): Writes<D> {
  const { spec, documents } = counted
  const counts = isCounted(spec)
  const insert = insertionOf(counted)
  const writeNext = replacementOf(counted, recent, sums)

  return {
    async insert(document) {
      await insert(document)
      if (counts) sums.note(document.tenant)
      recent.keep(document)
    },

    async replace(document) {
      const written = await writeNext(document)
      if (written) recent.keep(document)
      else recent.forget(document.tenant, document.id)
      return written
    },

    async delete(tenant, id) {
      recent.forget(tenant, id)
      const name = { _id: documentName(tenant, id), tenant, ...isThere }
      if (counts) {
        const { matchedCount } = await exchange(() => documents.updateOne(name, leave()).exec())
        sums.note(tenant)
        return matchedCount === 1
      }
      const { deletedCount } = await exchange(() => documents.deleteOne(name).exec())
      return deletedCount === 1
    },

    async deleteAcrossTenants(index, range, limit) {
      const reading = readQuery(spec, { index, range, limit }, true)
      const { filter, sort } = findQuery(null, reading)
      const question = () => documents.find(filter, { _id: 1, tenant: 1 }).sort(sort).limit(limit)
      const found = await exchange(() =>
        withHint(indexName(index), (hint) =>
          (hint ? question().hint(hint) : question()).lean<Pick<MongoDocument, '_id' | 'tenant'>[]>().exec(),
        ),
      )
      // The range is tested again, so that a document that changed meanwhile stays.
      const still = { $and: [{ _id: { $in: found.map(({ _id }) => _id) } }, ...rangeFilters(reading.open[0], range)] }
      if (counts) {
        const { matchedCount } = await exchange(() => documents.updateMany(still, leave()).exec())
        for (const tenant of new Set(found.map((one) => one.tenant))) sums.note(tenant)
        return matchedCount
      }
      const { deletedCount } = await exchange(() => documents.deleteMany(still).exec())
      return deletedCount
    },
  }
}
