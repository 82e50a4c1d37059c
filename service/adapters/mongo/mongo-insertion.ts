import { type Kept, UniqueViolation } from '../../storage/collection.ts'
import { conflictsOf } from './mongo-conflicts.ts'
import type { CountedDocuments } from './mongo-counts.ts'
import {
  countedIn,
  documentName,
  isCounted,
  isThere,
  type MongoDocument,
  mongoDocumentOf,
  uncounted,
} from './mongo-documents.ts'
import { duplicateKeyOf, persist } from './mongo-errors.ts'

/** Inserts a document. It throws a UniqueViolation where another is in its way. */
export function insertionOf<D extends Kept>({ spec, documents, mark }: CountedDocuments<D>) {
  const counts = isCounted(spec)
  const { nameTheIndex, stands } = conflictsOf(spec, documents)

  async function insertNew(document: D): Promise<void> {
    const kept = { ...mongoDocumentOf(spec, mark.value, document), ...(counts && uncounted) }
    await nameTheIndex(kept, async (again) => {
      try {
        await documents.insertOne(kept)
      } catch (error) {
        if (!(again && duplicateKeyOf(error) && (await stands(kept)))) throw error
      }
    })
  }

  /** Takes the place of a deleted document that the sums may still count. @returns whether there was one */
  async function insertAfterDeleted(document: D): Promise<boolean> {
    const { tenant } = document
    const _id = documentName(tenant, document.id)
    const deleted = await persist(() => documents.findOne({ _id, tenant, version: 0 }).lean<MongoDocument>().exec())
    if (!deleted) return false
    if (deleted.shape !== mark.value) await mark.refresh()
    const kept = mongoDocumentOf(spec, mark.value, document)
    const history = [...(deleted.counted ?? []), countedIn(spec, deleted.left), {}]
    const counting = deleted.shape === kept.shape ? { counting: 'open' as const, counted: history } : uncounted
    const asRead = { _id, tenant, write: deleted.write }
    return nameTheIndex(kept, async (again) => {
      const { matchedCount } = await documents.replaceOne(asRead, { ...kept, ...counting }).exec()
      return matchedCount === 1 || (again && (await stands(kept)))
    })
  }

  return async (document: D): Promise<void> => {
    for (;;) {
      try {
        await insertNew(document)
        return
      } catch (error) {
        const isIdTaken = counts && error instanceof UniqueViolation && error.index === 'id'
        if (!isIdTaken) throw error
        if (await insertAfterDeleted(document)) return
        const there = { _id: documentName(document.tenant, document.id), tenant: document.tenant }
        if (await persist(() => documents.exists({ ...there, ...isThere }).exec())) throw error
      }
    }
  }
}
