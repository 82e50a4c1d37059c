import type { Collection, Connection, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/spec-shape.ts'
import { documentOf, type MongoDocument, mongoDocumentOf } from './mongo-documents.ts'
import { duplicateKeyOf } from './mongo-errors.ts'
import { bringUpIndexes } from './mongo-indexes.ts'

interface KnownShape {
  readonly _id: string
  readonly shape: string
}

/** A shape that no spec has: what it stands for is derived again after a crash. */
const UNFINISHED = 'unfinished'

/** Brings keys, words and indexes of a collection to what its spec declares. A crash in between is made good next time. */
export async function bringUp<D extends Kept>(
  connection: Connection,
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
): Promise<void> {
  const shapes = connection.collection<KnownShape>('aduan_collection')
  const shape = shapeOf(spec)
  const known = (await shapes.findOne({ _id: spec.name }))?.shape ?? (await begin(spec, documents, shapes))
  if (known !== shape) {
    await shapes.replaceOne({ _id: spec.name }, { shape: UNFINISHED })
    for await (const found of documents.find().lean<MongoDocument[]>().cursor())
      await deriveAnew(documents, spec, found)
  }
  await bringUpIndexes(documents, spec)
  await shapes.replaceOne({ _id: spec.name }, { shape })
}

/** Makes the collection; another service that starts now may do the same. */
async function begin<D extends Kept>(
  { name }: CollectionSpec<D>,
  documents: Model<MongoDocument>,
  shapes: Collection<KnownShape>,
): Promise<string> {
  await documents.createCollection()
  try {
    await shapes.insertOne({ _id: name, shape: UNFINISHED })
  } catch (error) {
    if (!duplicateKeyOf(error)) throw error
  }
  return UNFINISHED
}

/** Writes what follows from the document, without a new version; begins again when somebody else wrote meanwhile. */
async function deriveAnew<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  found: MongoDocument,
): Promise<void> {
  let current: MongoDocument | null = found
  while (current) {
    const derived: MongoDocument = mongoDocumentOf(spec, documentOf<D>(current))
    const unchanged = { _id: derived._id, tenant: derived.tenant, version: derived.version }
    const { matchedCount } = await documents.replaceOne(unchanged, derived)
    if (matchedCount === 1) return
    current = await documents.findOne({ _id: derived._id, tenant: derived.tenant }).lean<MongoDocument>()
  }
}
