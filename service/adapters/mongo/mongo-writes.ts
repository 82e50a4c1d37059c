import { isDeepStrictEqual } from 'node:util'
import type { Model } from 'mongoose'
import { type CollectionSpec, type Kept, type Range, UniqueViolation } from '../../storage/collection.ts'
import { readQuery } from '../../storage/queries.ts'
import type { RecentDocuments } from '../../storage/sealed-documents.ts'
import {
  countedIn,
  declaredName,
  documentName,
  indexName,
  isCounted,
  isThere,
  keysOf,
  type MongoDocument,
  mongoDocumentOf,
  newWrite,
  uncounted,
} from './mongo-documents.ts'
import { duplicateKeyOf, exchange, persist, withHint } from './mongo-errors.ts'
import type { CountedDocuments } from './mongo-reads.ts'
import { changeOfCounts } from './mongo-sums.ts'
import { escapeName, fieldOf, findQuery, rangeFilters } from './mongo-values.ts'
import type { SumKeeper } from './sum-keeping.ts'

/** These stand beside the fields of a document. */
const besideFields: ReadonlySet<string> = new Set(['tenant', 'id', 'version'])

/** An update of the fields and keys that differ from the version before, which the server is asked to have still. */
export function changesOf<D extends Kept>(
  spec: CollectionSpec<D>,
  base: D,
  document: D,
  { version, write, shape, keys, fields }: MongoDocument,
) {
  const set: Record<string, unknown> = { version, write, shape }
  const unset: Record<string, 1> = {}
  const note = (path: string, value: unknown) => {
    if (value === undefined) unset[path] = 1
    else set[path] = value
  }
  const keysBefore = keysOf(spec, base)
  for (const key of Object.keys(spec.keys)) {
    if (keysBefore[key] !== keys[key]) note(fieldOf(key), keys[key])
  }
  const before = new Map<string, unknown>(Object.entries(base))
  const after = new Map<string, unknown>(Object.entries(document))
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (besideFields.has(name) || isDeepStrictEqual(before.get(name), after.get(name))) continue
    note(`fields.${escapeName(name)}`, fields[escapeName(name)])
  }
  return { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}

export interface Conflicts {
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

const MOST_TRIES = 3

export function replacementOf<D extends Kept>(
  { spec, documents, mark }: CountedDocuments<D>,
  recent: RecentDocuments<D>,
  sums: SumKeeper,
) {
  const counts = isCounted(spec)
  const { nameTheIndex, stands } = conflictsOf(spec, documents)

  async function write(kept: MongoDocument, before: Before, change: Change): Promise<boolean> {
    const asRead = { _id: kept._id, tenant: kept.tenant, version: kept.version - 1, ...before }
    return nameTheIndex(kept, async (again) => {
      const { matchedCount } = await documents.updateOne(asRead, change).exec()
      return matchedCount === 1 || (again && (await stands(kept)))
    })
  }

  /**
   * Writes over what this process has not seen, or another version of the program wrote. Its keys may be derived anew
   * meanwhile, which is no other version of it, so it is tried again.
   */
  async function writeOver(document: D): Promise<boolean> {
    for (let tries = 1; tries < MOST_TRIES; tries++) {
      const isWritten = await writeOverOnce(document)
      if (isWritten !== null) return isWritten
    }
    return (await writeOverOnce(document)) ?? false
  }

  /** @returns `null` where the version before was there, and could not be written over */
  async function writeOverOnce(document: D): Promise<boolean | null> {
    const { _id, tenant, version } = mongoDocumentOf(spec, mark.value, document)
    const question = () => documents.findOne({ _id, tenant, version: version - 1 }, { shape: 1, keys: 1 })
    const found = await persist(() => question().lean<MongoDocument>().exec())
    if (!found) return false
    if (found.shape !== mark.value) await mark.refresh()
    const kept = mongoDocumentOf(spec, mark.value, document)
    const whole = partsOf(kept)
    // The sums of this mark do not count a document that bears another.
    const isForeign = found.shape !== kept.shape
    const moved = isForeign ? null : changeOfCounts(spec, countedIn(spec, found.keys), kept.keys)
    const change = isForeign ? { $set: { ...whole, ...uncounted } } : withCounts({ $set: whole }, moved)
    const isWritten = await write(kept, { shape: found.shape }, change)
    if (isWritten && (isForeign || moved)) sums.note(tenant)
    return isWritten || null
  }

  async function writeChanges(base: D, document: D): Promise<boolean> {
    const kept = mongoDocumentOf(spec, mark.value, document)
    const moved = counts ? changeOfCounts(spec, countedIn(spec, keysOf(spec, base)), kept.keys) : null
    const change = withCounts(changesOf(spec, base, document, kept), moved)
    // What another version of the program wrote may lack keys that did not change.
    const isWritten = await write(kept, { shape: kept.shape }, change)
    if (isWritten && moved) sums.note(document.tenant)
    return isWritten
  }

  return async (document: D): Promise<boolean> => {
    const last = recent.last(document.tenant, document.id)
    const base = last?.version === document.version - 1 ? last : null
    if (base && (await writeChanges(base, document))) return true
    if (counts) return writeOver(document)
    const kept = mongoDocumentOf(spec, mark.value, document)
    return write(kept, {}, { $set: partsOf(kept) })
  }
}

type Before = Readonly<Record<string, unknown>>
interface Change {
  readonly $set: Readonly<Record<string, unknown>>
  readonly $unset?: Readonly<Record<string, 1>>
  readonly $push?: Readonly<Record<string, unknown>>
}

const withCounts = (change: Change, moved: ReturnType<typeof changeOfCounts>): Change =>
  moved ? { ...change, $set: { ...change.$set, ...moved.$set }, $push: moved.$push } : change

/** All that follows from the document; what it was counted as stays beside it. */
function partsOf({ version, write, shape, keys, fields }: MongoDocument) {
  return { version, write, shape, keys, fields }
}

/** Each write is to one document and atomic on the server. */
export interface Writes<D extends Kept> {
  insert(document: D): Promise<void>
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
