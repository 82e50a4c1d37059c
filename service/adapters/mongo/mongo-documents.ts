import { createHash, randomBytes } from 'node:crypto'
import mongoose, { type Connection, type Model, Schema } from 'mongoose'
import type { CollectionSpec, Kept, KeyValue } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/migrations.ts'
import { persist, translateErrors } from './mongo-errors.ts'
import { type CountedValues, fromBson, toBson } from './mongo-values.ts'

/** A document in MongoDB: the queried fields beside all others, so that a person can read both in a shell. */
export interface MongoDocument {
  /** Tenant and id in one: on a cluster that is sharded by tenant, equal names meet on one shard. */
  readonly _id: string
  readonly tenant: string
  readonly id: string
  readonly version: number
  /** A random mark of the write, by which a writer whose answer was lost knows its own document. */
  readonly write: string
  /** A hash of the spec from which `keys` were derived. */
  readonly shape: string
  /** A key that is null is absent, so that partial indexes leave its document out. */
  readonly keys: Readonly<Record<string, Exclude<KeyValue, null>>>
  readonly fields: Readonly<Record<string, unknown>>
  /** `open` until the sums count what the document is now; it is absent then. */
  readonly counting?: 'open'
  /** What the document was counted as, and what it was since, as long as the sums do not know what it is now. */
  readonly counted?: readonly CountedValues[]
  /** The keys of a document that was deleted, until the sums know it. Its version is 0. */
  readonly left?: MongoDocument['keys']
}

export const documentName = (tenant: string, id: string): string => `${encodeURIComponent(tenant)}/${id}`

export const shapeMarkOf = <D extends Kept>(spec: CollectionSpec<D>): string =>
  createHash('sha256').update(shapeOf(spec)).digest('base64url').slice(0, 12)

export const newWrite = (): string => randomBytes(9).toString('base64url')

export const isCounted = <D extends Kept>({ counted = [] }: CollectionSpec<D>): boolean => counted.length > 0

export function countedIn<D extends Kept>(
  { counted = [] }: CollectionSpec<D>,
  keys: MongoDocument['keys'] = {},
): CountedValues {
  return Object.fromEntries(counted.flatMap((key) => (keys[key] === undefined ? [] : [[key, keys[key]]])))
}

export const uncounted = { counting: 'open', counted: [{}] } as const satisfies Partial<MongoDocument>

/** A document that was deleted stays until the sums know it. */
export const isThere = { version: { $gte: 1 } } as const

export function mongoDocumentOf<D extends Kept>(spec: CollectionSpec<D>, shape: string, document: D): MongoDocument {
  const { tenant, id, version, ...fields } = document
  return {
    _id: documentName(tenant, id),
    tenant,
    id,
    version,
    write: newWrite(),
    shape,
    keys: keysOf(spec, document),
    fields: toBson(fields) as MongoDocument['fields'],
  }
}

export function keysOf<D extends Kept>(spec: CollectionSpec<D>, document: D): MongoDocument['keys'] {
  const keys = Object.entries(spec.keys).flatMap(([key, extract]) => {
    const value = extract(document) ?? null
    return value === null ? [] : [[key, value] as const]
  })
  return Object.fromEntries(keys)
}

export function documentOf<D extends Kept>({
  tenant,
  id,
  version,
  fields,
}: Pick<MongoDocument, 'tenant' | 'id' | 'version' | 'fields'>): D {
  return { tenant, id, ...Object(fromBson(fields)), version } as Kept as D
}

/** What `documentOf` needs; the derived fields stay on the server. */
export const documentFields = { _id: 0, tenant: 1, id: 1, version: 1, fields: 1 } as const

const isTextOrNumber = (value: unknown): boolean => typeof value === 'string' || typeof value === 'number'

/** The schema checks each document that is inserted. Its indexes are made by `bringUp`, never in the background. */
export function modelOf<D extends Kept>(connection: Connection, spec: CollectionSpec<D>): Model<MongoDocument> {
  const key = { $type: Schema.Types.Mixed, validate: isTextOrNumber }
  const schema = new Schema<MongoDocument>(
    {
      _id: { $type: String, required: true },
      // The whole installation has an empty name.
      tenant: { $type: String, validate: (value: unknown) => typeof value === 'string' },
      id: { $type: String, validate: (value: unknown) => typeof value === 'string' },
      version: { $type: Number, required: true, min: 1 },
      write: { $type: String, required: true },
      shape: { $type: String, required: true },
      keys: Object.fromEntries(Object.keys(spec.keys).map((name) => [name, key])),
      fields: { $type: Schema.Types.Mixed, required: true },
      counting: { $type: String },
      counted: { $type: Schema.Types.Mixed },
      left: { $type: Schema.Types.Mixed },
    },
    {
      collection: spec.name,
      typeKey: '$type',
      strict: 'throw',
      strictQuery: 'throw',
      id: false,
      versionKey: false,
      minimize: false,
      autoCreate: false,
      autoIndex: false,
    },
  )
  if (connection.models[spec.name]) connection.deleteModel(spec.name)
  return connection.model<MongoDocument>(spec.name, schema)
}

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
