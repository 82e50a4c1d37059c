import mongoose, { type Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { MongoDocument } from './mongo-documents.ts'
import { translateErrors } from './mongo-errors.ts'

/** Tells our indexes from those that an operator made. */
const PREFIX = 'aduan_'

export const indexName = (index: string): string => `${PREFIX}${index}`

/** The port's name of a unique index, from its name in MongoDB. */
export const declaredName = (name: string): string => (name === '_id_' ? 'id' : name.slice(PREFIX.length))

interface WantedIndex {
  readonly name: string
  readonly key: Readonly<Record<string, 1>>
  /** A unique index holds the documents that have these fields; others never collide. */
  readonly uniqueOver: readonly string[] | null
}

/** The declared indexes, and one for each count that no other index covers. */
function wantedIndexes<D extends Kept>({ indexes, counted = [] }: CollectionSpec<D>): WantedIndex[] {
  const declared = Object.entries(indexes).map(([index, { on, unique = false, acrossTenants, carries = [] }]) => {
    const keys = on.map((key) => `keys.${key}`)
    const carried = carries.map((key) => `keys.${key}`)
    const end = unique ? [] : [...(acrossTenants ? ['id', 'tenant'] : ['id']), ...carried]
    return wanted(indexName(index), [...(acrossTenants ? [] : ['tenant']), ...keys, ...end], unique ? keys : null)
  })
  const uncovered = counted.filter((key) =>
    Object.values(indexes).every(({ on, acrossTenants }) => acrossTenants || on[0] !== key),
  )
  return [byShape, ...declared, ...uncovered.map((key) => wanted(indexName(`count_${key}`), ['tenant', `keys.${key}`]))]
}

const wanted = (
  name: string,
  fields: readonly string[],
  uniqueOver: WantedIndex['uniqueOver'] = null,
): WantedIndex => ({ name, key: Object.fromEntries(fields.map((field) => [field, 1] as const)), uniqueOver })

/** By this index the documents are found whose keys another version of the spec derived. */
const byShape = wanted(indexName('shape'), ['shape'])

const makeIndex = (documents: Model<MongoDocument>, { name, key, uniqueOver }: WantedIndex): Promise<string> => {
  const partialFilterExpression = Object.fromEntries((uniqueOver ?? []).map((field) => [field, { $exists: true }]))
  const options = uniqueOver ? { name, unique: true, partialFilterExpression } : { name }
  return translateErrors(() => documents.collection.createIndex({ ...key }, options))
}

export const bringUpShapeIndex = (documents: Model<MongoDocument>): Promise<string> => makeIndex(documents, byShape)

/**
 * Makes missing indexes, and drops those of an earlier spec. Unique indexes exist when it resolves; the others of a
 * collection with documents are built while it is used, and queries do without them until then.
 */
export async function bringUpIndexes<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  onFault: (cause: unknown) => void,
): Promise<void> {
  const collection = documents.collection
  const existing = await documents.listIndexes()
  const wantedNow = wantedIndexes(spec)
  const sameAs = (one: WantedIndex) => (other: { name?: string; key: unknown; unique?: boolean }) =>
    other.name === one.name &&
    JSON.stringify(other.key) === JSON.stringify(one.key) &&
    Boolean(other.unique) === (one.uniqueOver !== null)
  for (const index of existing) {
    if (index.name.startsWith(PREFIX) && !wantedNow.some((one) => sameAs(one)(index)))
      await collection.dropIndex(index.name).catch(unlessGone)
  }
  const missing = wantedNow.filter((one) => !existing.some(sameAs(one)))
  const isEmpty = (await documents.findOne({}, { _id: 1 }).lean()) === null
  for (const one of missing.filter(({ uniqueOver }) => uniqueOver || isEmpty)) await makeIndex(documents, one)
  const later = isEmpty ? [] : missing.filter(({ uniqueOver }) => !uniqueOver)
  void later
    .reduce((before, one) => before.then(async () => void (await makeIndex(documents, one))), Promise.resolve())
    .catch(onFault)
}

const INDEX_NOT_FOUND = 27

/** Another service that starts now was first. */
function unlessGone(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoServerError && error.code === INDEX_NOT_FOUND)) throw error
}
