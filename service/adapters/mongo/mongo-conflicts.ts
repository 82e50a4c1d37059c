import type { Model } from 'mongoose'
import { type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { duplicateKeyOf, persist } from './mongo-errors.ts'
import { declaredName } from './mongo-indexes.ts'
import { fieldOf } from './mongo-query.ts'

export interface Conflicts {
  /** Repeats a write as `persist` does. @throws UniqueViolation with the name of the index that it breaks */
  nameTheIndex<T>(document: MongoDocument, write: (again: boolean) => Promise<T>): Promise<T>
  /** Whether an earlier try wrote this very document, and only the answer was lost. */
  stands(document: MongoDocument): Promise<boolean>
}

export function conflictsOf<D extends Kept>(spec: CollectionSpec<D>, documents: Model<MongoDocument>): Conflicts {
  const uniqueIndexes = Object.entries(spec.indexes).filter(([, { unique }]) => unique)

  async function nameTheIndex<T>(document: MongoDocument, write: (again: boolean) => Promise<T>): Promise<T> {
    try {
      return await persist(write)
    } catch (error) {
      const duplicate = duplicateKeyOf(error)
      if (!duplicate) throw error
      throw new UniqueViolation(duplicate.index ? declaredName(duplicate.index) : await brokenIndex(document))
    }
  }

  /** For servers that do not name the index: looks for the conflicting document. */
  async function brokenIndex({ _id, tenant, keys }: MongoDocument): Promise<string> {
    for (const [index, { on, acrossTenants }] of uniqueIndexes) {
      if (on.some((key) => keys[key] === undefined)) continue
      const same = Object.fromEntries(on.map((key) => [fieldOf(key), { $eq: keys[key] }]))
      const inTheWay = { ...(acrossTenants ? {} : { tenant }), ...same, _id: { $ne: _id } }
      if (await persist(() => documents.exists(inTheWay).exec())) return index
    }
    return 'id'
  }

  async function stands({ _id, tenant, write }: MongoDocument): Promise<boolean> {
    const found = await documents.findOne({ _id, tenant }, { write: 1 }).lean<MongoDocument>().exec()
    return found?.write === write
  }

  return { nameTheIndex, stands }
}
