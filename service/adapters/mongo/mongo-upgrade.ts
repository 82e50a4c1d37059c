import { isDeepStrictEqual } from 'node:util'
import type { Collection, Connection, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/spec-shape.ts'
import { documentOf, type MongoDocument, mongoDocumentOf } from './mongo-documents.ts'
import { duplicateKeyOf } from './mongo-errors.ts'
import { bringUpIndexes } from './mongo-indexes.ts'

interface KnownShape {
  readonly _id: string
  readonly shape: string
  /** ISO 8601. It is absent before any change. */
  readonly changedAt?: string
}

/** No spec has this shape, so the keys are derived again after a crash. */
const UNFINISHED = 'unfinished'

/**
 * Services of the previous version may run beside new ones so long, and write their own derived fields. In
 * milliseconds.
 */
const OLDER_ONES_STAY = 24 * 3_600_000

/**
 * Updates keys, search words and indexes of a collection to its spec. After a crash it is completed at the next
 * start, and so are writes of previous-version services during a rolling restart.
 */
export async function bringUp<D extends Kept>(
  connection: Connection,
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  onFault: (cause: unknown) => void,
): Promise<void> {
  const shapes = connection.collection<KnownShape>('aduan_collection')
  const shape = shapeOf(spec)
  const before = await shapes.findOne({ _id: spec.name })
  const known = before ?? (await begin(spec, documents, shapes))
  const isNew = known.shape !== shape
  const changedAt = isNew && before ? new Date().toISOString() : known.changedAt
  if (isNew) await shapes.replaceOne({ _id: spec.name }, { shape: UNFINISHED, ...(changedAt && { changedAt }) })
  if (isNew || Date.now() - Date.parse(changedAt ?? '1970-01-01') < OLDER_ONES_STAY) {
    for await (const found of documents.find().lean<MongoDocument[]>().cursor())
      await deriveAnew(documents, spec, found)
  }
  await bringUpIndexes(documents, spec, onFault)
  if (isNew) await shapes.replaceOne({ _id: spec.name }, { shape, ...(changedAt && { changedAt }) })
}

/** Another service that starts now may make the collection too. */
async function begin<D extends Kept>(
  { name }: CollectionSpec<D>,
  documents: Model<MongoDocument>,
  shapes: Collection<KnownShape>,
): Promise<KnownShape> {
  await documents.createCollection()
  try {
    await shapes.insertOne({ _id: name, shape: UNFINISHED })
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
  }
  return { _id: name, shape: UNFINISHED }
}

/** Writes derived fields without a new version; starts over if somebody else wrote meanwhile. */
async function deriveAnew<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  found: MongoDocument,
): Promise<void> {
  let current: MongoDocument | null = found
  while (current) {
    const derived: MongoDocument = mongoDocumentOf(spec, documentOf<D>(current))
    if (isDeepStrictEqual(derived, current)) return
    const unchanged = { _id: derived._id, tenant: derived.tenant, version: derived.version }
    const { matchedCount } = await documents.replaceOne(unchanged, derived)
    if (matchedCount === 1) return
    current = await documents.findOne({ _id: derived._id, tenant: derived.tenant }).lean<MongoDocument>()
  }
}
