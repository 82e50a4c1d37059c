import mongoose, { type Model } from 'mongoose'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { isCounted, type MongoDocument } from './mongo-documents.ts'
import { persist, translateErrors } from './mongo-errors.ts'

/** Tells our indexes from those that an operator made. */
const PREFIX = 'aduan_'

export const indexName = (index: string): string => `${PREFIX}${index}`

/** The port's name of a unique index, from its name in MongoDB. */
export const declaredName = (name: string): string => (name === '_id_' ? 'id' : name.slice(PREFIX.length))

interface WantedIndex {
  readonly name: string
  readonly key: Readonly<Record<string, 1>>
  readonly unique: boolean
  /** The index holds the documents that have these fields; others never collide. */
  readonly over: readonly string[]
}

/** The declared indexes, and what the store needs of its own. */
export function wantedIndexes<D extends Kept>(spec: CollectionSpec<D>): WantedIndex[] {
  const declared = Object.entries(spec.indexes).map(([index, { on, unique = false, acrossTenants, carries = [] }]) => {
    const keys = on.map((key) => `keys.${key}`)
    const carried = carries.map((key) => `keys.${key}`)
    const end = unique ? [] : [...(acrossTenants ? ['id', 'tenant'] : ['id']), ...carried]
    const fields = [...(acrossTenants ? [] : ['tenant']), ...keys, ...end]
    return unique ? wanted(indexName(index), fields, { unique, over: keys }) : wanted(indexName(index), fields)
  })
  return [...firstIndexes(spec), ...declared]
}

const wanted = (
  name: string,
  fields: readonly string[],
  { unique = false, over = [] }: Partial<WantedIndex> = {},
): WantedIndex => ({ name, key: Object.fromEntries(fields.map((field) => [field, 1] as const)), unique, over })

/** By this index the documents are found whose keys another version of the spec derived. */
const byShape = wanted(indexName('shape'), ['shape'])

export const COUNTING = indexName('counting')

/** By this one the sums of an office, and the few documents that they do not know yet. */
const byCounting = wanted(COUNTING, ['counting', 'tenant', 'key', 'month'], { over: ['counting'] })

const firstIndexes = <D extends Kept>(spec: CollectionSpec<D>): WantedIndex[] =>
  isCounted(spec) ? [byShape, byCounting] : [byShape]

const makeIndex = (documents: Model<MongoDocument>, { name, key, unique, over }: WantedIndex): Promise<string> => {
  const partialFilterExpression = Object.fromEntries(over.map((field) => [field, { $exists: true }]))
  const options = { name, ...(unique && { unique }), ...(over.length > 0 && { partialFilterExpression }) }
  return translateErrors(() => documents.collection.createIndex({ ...key }, options))
}

const sameAs = (one: WantedIndex) => (other: ExistingIndex) =>
  other.name === one.name &&
  JSON.stringify(other.key) === JSON.stringify(one.key) &&
  Boolean(other.unique) === one.unique

type ExistingIndex = Pick<WantedIndex, 'name' | 'key'> & { readonly unique?: boolean }

/** @returns `null` where the collection itself is not there */
export const indexesThere = (documents: Model<MongoDocument>): Promise<readonly ExistingIndex[] | null> =>
  persist(() => documents.collection.listIndexes().toArray().catch(nullIfMissing))

const NAMESPACE_NOT_FOUND = 26

function nullIfMissing(error: unknown): null {
  if (error instanceof mongoose.mongo.MongoServerError && error.code === NAMESPACE_NOT_FOUND) return null
  throw error
}

/**
 * Makes those by which the documents are brought up. To ask for one that is there may wait for all who write.
 * @returns all that are there now
 */
export async function bringUpFirstIndexes<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  existing: readonly ExistingIndex[],
): Promise<readonly ExistingIndex[]> {
  const missing = firstIndexes(spec).filter((index) => !existing.some(sameAs(index)))
  for (const index of missing) await makeIndex(documents, index)
  return [...existing, ...missing]
}

/** The keys over which the store's own indexes are: the version that made them gave these to all documents. */
export const keysOfIndexes = (existing: readonly ExistingIndex[]): readonly string[] =>
  existing
    .filter(({ name }) => name.startsWith(PREFIX))
    .flatMap(({ key }) => Object.keys(key))
    .flatMap((field) => (field.startsWith('keys.') ? [field.slice('keys.'.length)] : []))

/** Makes those that keep values unique, unless an earlier one has their name still. */
export async function bringUpUniqueIndexes<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  existing: readonly ExistingIndex[],
): Promise<void> {
  for (const index of wantedIndexes(spec)) {
    if (index.unique && !existing.some(({ name }) => name === index.name)) await makeIndex(documents, index)
  }
}

/**
 * Makes missing indexes, and drops those of an earlier spec. Unique indexes exist when it resolves; the others of a
 * collection with documents are built while it is used, and queries do without them until then.
 */
export async function bringUpIndexes<D extends Kept>(
  documents: Model<MongoDocument>,
  spec: CollectionSpec<D>,
  existing: readonly ExistingIndex[],
  onFault: (cause: unknown) => void,
): Promise<void> {
  const collection = documents.collection
  const wantedNow = wantedIndexes(spec)
  for (const index of existing) {
    if (index.name.startsWith(PREFIX) && !wantedNow.some((one) => sameAs(one)(index)))
      await collection.dropIndex(index.name).catch(unlessGone)
  }
  const missing = wantedNow.filter((one) => !existing.some(sameAs(one)))
  if (missing.length === 0) return
  const isEmpty = (await documents.findOne({}, { _id: 1 }).lean()) === null
  for (const one of missing.filter(({ unique }) => unique || isEmpty)) await makeIndex(documents, one)
  const later = isEmpty ? [] : missing.filter(({ unique }) => !unique)
  void later
    .reduce((before, one) => before.then(async () => void (await makeIndex(documents, one))), Promise.resolve())
    .catch(onFault)
}

const INDEX_NOT_FOUND = 27

/** Another service that starts now was first. */
function unlessGone(error: unknown): void {
  if (!(error instanceof mongoose.mongo.MongoServerError && error.code === INDEX_NOT_FOUND)) throw error
}
