import { setTimeout } from 'node:timers/promises'
import type { Collection, Connection, Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { documentOf, type MongoDocument, mongoDocumentOf, shapeMarkOf } from './mongo-documents.ts'
import { duplicateKeyOf, persist } from './mongo-errors.ts'
import { bringUpIndexes, bringUpShapeIndex } from './mongo-indexes.ts'

/** Who brings a collection up, and until when it is taken to live, in milliseconds since 1970. */
interface Claim {
  readonly _id: string
  readonly until: number
}

const BATCH = 500
const CLAIM_MS = 30_000

/** A document as the versions before kept it: its whole as JSON. */
type OlderDocument = MongoDocument & { readonly body?: string }

/**
 * Updates keys and indexes of a collection to its spec. Only documents of another shape are read, many at a time, by
 * one process while others wait; a killed one is followed from where it was. Each start finds what processes of an
 * older version wrote meanwhile.
 */
export async function bringUp<D extends Kept>(
  connection: Connection,
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  onFault: (cause: unknown) => void,
): Promise<void> {
  await persist(() => documents.createCollection())
  await bringUpShapeIndex(documents)
  const claims = connection.collection<Claim>('aduan_collection')
  const shape = shapeMarkOf(spec)
  const stale = { shape: { $ne: shape } }
  while (await persist(() => documents.exists(stale).exec())) {
    if (!(await takeTurn(claims, spec.name))) {
      await setTimeout(500)
      continue
    }
    const found = await persist(() => documents.find(stale).limit(BATCH).lean<OlderDocument[]>().exec())
    await persist(() =>
      documents.bulkWrite(
        found.map((one) => derivedAnew(spec, shape, one)),
        { ordered: false },
      ),
    )
    await giveTurn(claims, spec.name)
  }
  await bringUpIndexes(documents, spec, onFault)
}

async function takeTurn(claims: Collection<Claim>, name: string): Promise<boolean> {
  const now = Date.now()
  try {
    const free = { _id: name, $or: [{ until: { $exists: false } }, { until: { $lt: now } }] }
    const { matchedCount, upsertedCount } = await persist(() =>
      claims.updateOne(free, { $set: { until: now + CLAIM_MS } }, { upsert: true }),
    )
    return matchedCount + upsertedCount === 1
  } catch (error) {
    // It is there and taken, so the upsert met its name.
    if (!duplicateKeyOf(error)) throw error
    return false
  }
}

const giveTurn = (claims: Collection<Claim>, name: string) =>
  persist(() => claims.updateOne({ _id: name }, { $set: { until: 0 } }))

/** Writes derived fields without a new version, and nothing if somebody wrote the document meanwhile. */
function derivedAnew<D extends Kept>(spec: CollectionSpec<D>, shape: string, found: OlderDocument) {
  const document: D = found.body === undefined ? documentOf<D>(found) : JSON.parse(found.body)
  const replacement = mongoDocumentOf(spec, shape, document)
  return { replaceOne: { filter: { _id: found._id, tenant: found.tenant, version: found.version }, replacement } }
}
