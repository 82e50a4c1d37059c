import type { Kept } from '../../storage/collection.ts'
import type { RecentDocuments } from '../../storage/sealed-documents.ts'
import type { SumKeeper } from './keep-sums.ts'
import { changesOf } from './mongo-changes.ts'
import { conflictsOf } from './mongo-conflicts.ts'
import type { CountedDocuments } from './mongo-counts.ts'
import { countedIn, isCounted, keysOf, type MongoDocument, mongoDocumentOf, uncounted } from './mongo-documents.ts'
import { persist } from './mongo-errors.ts'
import { changeOfCounts } from './mongo-sums.ts'

const MOST_TRIES = 3

/** Writes the next version of a document. It tells whether the one before was still there. */
export function replacementOf<D extends Kept>(
  { spec, documents, mark }: CountedDocuments<D>,
  recent: RecentDocuments<D>,
  sums: SumKeeper,
) {
  const counts = isCounted(spec)
  const { nameTheIndex, stands } = conflictsOf(spec, documents)

  /** @returns whether the document was as it is taken to be */
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
