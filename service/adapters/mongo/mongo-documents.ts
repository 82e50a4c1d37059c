import { createHash, randomBytes } from 'node:crypto'
import { type Connection, type Model, Schema } from 'mongoose'
import type { CollectionSpec, Kept, KeyValue } from '../../storage/collection.ts'
import { shapeOf } from '../../storage/migrations.ts'
import { fromBson, toBson } from './bson-values.ts'
import type { CountedValues } from './kept-sums.ts'

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

/** The mark of a write that nobody else makes. */
export const newWrite = (): string => randomBytes(9).toString('base64url')

/** Whether there are documents to count by their values. */
export const isCounted = <D extends Kept>({ counted = [] }: CollectionSpec<D>): boolean => counted.length > 0

/** What of a document's keys is counted. */
export function countedIn<D extends Kept>(
  { counted = [] }: CollectionSpec<D>,
  keys: MongoDocument['keys'] = {},
): CountedValues {
  return Object.fromEntries(counted.flatMap((key) => (keys[key] === undefined ? [] : [[key, keys[key]]])))
}

/** A document that no sum counts yet. */
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
