import { setTimeout } from 'node:timers/promises'
import type { Connection, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { beginMark, type CountingMark, giveTurn, plainMark, statesIn, takeTurn } from './counting-mark.ts'
import {
  documentOf,
  isCounted,
  isThere,
  type MongoDocument,
  mongoDocumentOf,
  shapeMarkOf,
  uncounted,
} from './mongo-documents.ts'
import { persist } from './mongo-errors.ts'
import { bringUpFirstIndexes, bringUpIndexes, indexesThere } from './mongo-indexes.ts'

const BATCH = 500

/** A document as the versions before kept it: its whole as JSON. */
type OlderDocument = MongoDocument & { readonly body?: string }

/**
 * Updates keys and indexes of a collection to its spec. Only documents of another shape are read, many at a time, by
 * one process while others wait; a killed one is followed from where it was. Each start finds what processes of an
 * older version wrote meanwhile. Their values are counted afterwards, while the collection is used.
 */
export async function bringUp<D extends Kept>(
  connection: Connection,
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  onFault: (cause: unknown) => void,
): Promise<CountingMark> {
  const there = await indexesThere(documents)
  if (there === null) await persist(() => documents.createCollection())
  const indexes = await bringUpFirstIndexes(documents, spec, there ?? [])
  const states = statesIn(connection)
  const shape = shapeMarkOf(spec)
  const hasOthers = async (mark: string) => (await persist(() => documents.exists(withoutMark(mark)).exec())) !== null
  const begun = isCounted(spec) ? await beginMark(states, spec.name, shape, hasOthers) : null
  const mark = begun ?? plainMark(shape)

  async function bringAllUp(): Promise<void> {
    if (begun && !begun.isWhole) await dropOthers(documents, begun.value)
    while (await hasOthers(mark.value)) {
      if (!(await takeTurn(states, spec.name))) {
        await setTimeout(500)
        continue
      }
      await bringSomeUp(documents, spec, mark.value)
      await giveTurn(states, spec.name)
    }
    if (begun && !begun.isWhole) await begun.finish()
  }

  // All documents of a whole mark were just seen to bear it.
  if (!begun?.isWhole) await bringAllUp()
  await bringUpIndexes(documents, spec, indexes, onFault)
  return followed(mark, () => void bringAllUp().catch(onFault))
}

/** What was written under the mark before is brought up meanwhile. */
const followed = (mark: CountingMark, goOn: () => void): CountingMark => ({
  get value() {
    return mark.value
  },
  get isWhole() {
    return mark.isWhole
  },
  get begunAt() {
    return mark.begunAt
  },
  async refresh() {
    const isAnother = await mark.refresh()
    if (isAnother) goOn()
    return isAnother
  },
  async countAnew() {
    await mark.countAnew()
    goOn()
  },
})

const withoutMark = (mark: string) => ({ shape: { $ne: mark }, ...isThere })

/** Drops sums of earlier marks, and what was left of deleted documents for them. */
const dropOthers = (documents: Model<MongoDocument>, mark: string) =>
  persist(() =>
    documents.collection.deleteMany({
      shape: { $ne: mark },
      $or: [{ counting: 'sum' }, { counting: 'open', version: 0 }],
    }),
  )

async function bringSomeUp<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  mark: string,
): Promise<void> {
  const found = await persist(() => documents.find(withoutMark(mark)).limit(BATCH).lean<OlderDocument[]>().exec())
  if (found.length === 0) return
  await persist(() =>
    documents.bulkWrite(
      found.map((one) => derivedAnew(spec, mark, one)),
      { ordered: false },
    ),
  )
}

/** Writes derived fields without a new version, and nothing if somebody wrote the document meanwhile. */
function derivedAnew<D extends Kept>(spec: CollectionSpec<D>, mark: string, found: OlderDocument) {
  const document: D = found.body === undefined ? documentOf<D>(found) : JSON.parse(found.body)
  const replacement = { ...mongoDocumentOf(spec, mark, document), ...(isCounted(spec) && uncounted) }
  const { _id, tenant, version } = found
  const asRead = { _id, tenant, version, ...(found.shape !== undefined && { shape: found.shape }) }
  return { replaceOne: { filter: asRead, replacement } }
}
