import { setTimeout } from 'node:timers/promises'
import type { Connection, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { TRIED_AGAIN_AFTER, type Underived } from '../../storage/migrations.ts'
import {
  bringUpFirstIndexes,
  bringUpIndexes,
  bringUpUniqueIndexes,
  documentOf,
  indexesThere,
  isCounted,
  isThere,
  keysOfIndexes,
  type MongoDocument,
  mongoDocumentOf,
  shapeMarkOf,
  uncounted,
} from './mongo-documents.ts'
import {
  beginMark,
  type CollectionStates,
  type CountingMark,
  giveTurn,
  persist,
  plainMark,
  statesIn,
  takeTurn,
} from './mongo-errors.ts'

/** Others write between two batches, and some servers hold all that one writes at once. */
const BATCH = 20

/** A document as the versions before kept it: its whole as JSON. */
type OlderDocument = MongoDocument & { readonly body?: string }

/** What is left of an upgrade when a collection is used already. */
export interface MongoUpgrade {
  readonly mark: CountingMark
  readonly underived: Underived
  /** Resolves when the step under way is done. Another process, or the next start, goes on from there. */
  stop(): Promise<void>
}

interface UpgradeParts {
  readonly connection: Connection
  readonly onFault: (cause: unknown) => void
  readonly tell: (what: string) => void
  /** It waits for all documents of a collection that has no more than this. */
  readonly atOnce: number
}

/**
 * Updates keys and indexes of a collection to its spec. Only documents of another shape are read, some at a time, by
 * one process while others wait; a killed one is followed from where it was. Where they are many, the collection is used
 * meanwhile. Each start finds what processes of an older version wrote meanwhile. Their values are counted afterwards.
 */
export async function bringUp<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  { connection, onFault, tell, atOnce }: UpgradeParts,
): Promise<MongoUpgrade> {
  const there = await indexesThere(documents)
  if (there === null) await persist(() => documents.createCollection())
  const indexes = await bringUpFirstIndexes(documents, spec, there ?? [])
  const states = statesIn(connection)
  const shape = shapeMarkOf(spec)
  const hasOthers = async (mark: string) => (await persist(() => documents.exists(withoutMark(mark)).exec())) !== null
  const begun = isCounted(spec) ? await beginMark(states, spec.name, shape, hasOthers) : null
  const mark = begun ?? plainMark(shape)
  const keys = new Set<string>()
  const stopping = new AbortController()
  const { signal } = stopping
  let running: Promise<void> = Promise.resolve()

  async function bringAllUp(): Promise<void> {
    if (begun && !begun.isWhole) await dropOthers(documents, begun.value)
    while (!signal.aborted && (await hasOthers(mark.value))) {
      if (!(await takeTurn(states, spec.name))) {
        await setTimeout(500)
        continue
      }
      await bringSomeUp(documents, spec, mark.value)
      await giveTurn(states, spec.name)
    }
    if (!begun || begun.isWhole || signal.aborted) return
    await dropOthers(documents, begun.value)
    await begun.finish()
  }

  async function bringUpMeanwhile(): Promise<void> {
    await bringAllUp()
    if (signal.aborted) return
    keys.clear()
    await bringUpIndexes(documents, spec, indexes, onFault)
    await endUpgrade(states, spec.name, shape)
    tell('The keys of all documents are up to date.')
  }

  async function untilDone(work: () => Promise<void>): Promise<void> {
    while (!signal.aborted) {
      try {
        return await work()
      } catch (cause) {
        if (signal.aborted) return
        onFault(cause)
        await setTimeout(TRIED_AGAIN_AFTER, undefined, { signal }).catch(() => {})
      }
    }
  }

  // All documents of a whole mark were just seen to bear it.
  const isLarge = !begun?.isWhole && (await areMany(documents, mark.value, atOnce))
  if (isLarge) {
    const known = await beginUpgrade(states, spec.name, shape, keysOfIndexes(indexes))
    for (const key of Object.keys(spec.keys)) if (!known.includes(key)) keys.add(key)
    tell('Indexes and keys of documents are brought up while they are used.')
    // Unique values of new documents must not wait for the older ones.
    await bringUpUniqueIndexes(documents, spec, indexes)
    running = untilDone(bringUpMeanwhile)
  } else {
    if (!begun?.isWhole) await bringAllUp()
    await bringUpIndexes(documents, spec, indexes, onFault)
  }
  return {
    mark: followed(mark, () => void bringAllUp().catch(onFault)),
    underived: { keys, indexes: new Set(), counted: keys },
    stop() {
      stopping.abort()
      return running
    },
  }
}

/** Documents whose whole is one text can be read only once they are brought up. */
async function areMany(documents: Model<MongoDocument>, mark: string, atOnce: number): Promise<boolean> {
  const found = await persist(() =>
    documents
      .find(withoutMark(mark), { body: 1 })
      .limit(atOnce + 1)
      .lean<Pick<OlderDocument, 'body'>[]>()
      .exec(),
  )
  return found.length > atOnce && found.every(({ body }) => body === undefined)
}

/** Notes which keys all documents have before any index of another is made. @returns what was noted first */
async function beginUpgrade(
  states: CollectionStates,
  name: string,
  shape: string,
  keys: readonly string[],
): Promise<readonly string[]> {
  const isOther = { _id: name, 'upgrade.shape': { $ne: shape } }
  await persist(() => states.updateOne(isOther, { $set: { upgrade: { shape, keys } } }))
  const found = await persist(() => states.findOne({ _id: name }))
  if (found) return found.upgrade?.keys ?? []
  await persist(() => states.updateOne({ _id: name }, { $set: { upgrade: { shape, keys } } }, { upsert: true }))
  return keys
}

const endUpgrade = (states: CollectionStates, name: string, shape: string) =>
  persist(() => states.updateOne({ _id: name, 'upgrade.shape': shape }, { $unset: { upgrade: 1 } }))

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
