import { type Connection, type Model, Schema } from 'mongoose'
import type { CollectionSpec, Kept, KeyValue } from '../../storage/collection.ts'

/** A document in MongoDB: the queried fields beside the whole, which is kept as it was written. */
export interface MongoDocument {
  /** Tenant and id in one: on a cluster that is sharded by tenant, equal names meet on one shard. */
  readonly _id: string
  readonly tenant: string
  readonly id: string
  readonly version: number
  readonly keys: Readonly<Record<string, KeyValue>>
  /**
   * Per unique index: the document's `_id` if one of the index's keys is null, else empty. It ends the index, so that
   * such documents never collide; not all servers of the protocol have partial indexes.
   */
  readonly exempt: Readonly<Record<string, string>>
  /** JSON comes back exactly, whatever its property names, on every server. */
  readonly body: string
}

export const documentName = (tenant: string, id: string): string => `${encodeURIComponent(tenant)}/${id}`

export function mongoDocumentOf<D extends Kept>(spec: CollectionSpec<D>, document: D): MongoDocument {
  const name = documentName(document.tenant, document.id)
  const keys = Object.fromEntries(Object.entries(spec.keys).map(([key, extract]) => [key, extract(document) ?? null]))
  const exempt = Object.entries(spec.indexes)
    .filter(([, { unique }]) => unique)
    .map(([index, { on }]) => [index, on.some((key) => keys[key] === null) ? name : ''])
  return {
    _id: name,
    tenant: document.tenant,
    id: document.id,
    version: document.version,
    keys,
    exempt: Object.fromEntries(exempt),
    body: JSON.stringify(document),
  }
}

export const documentOf = <D extends Kept>({ body }: Pick<MongoDocument, 'body'>): D => JSON.parse(body)

/** Its indexes are made by `bringUp`, never in the background. */
export function modelOf<D extends Kept>(connection: Connection, spec: CollectionSpec<D>): Model<MongoDocument> {
  const uniqueIndexes = Object.keys(spec.indexes).filter((index) => spec.indexes[index]?.unique)
  const schema = new Schema<MongoDocument>(
    {
      _id: { $type: String, required: true },
      tenant: String,
      id: String,
      version: Number,
      keys: Object.fromEntries(Object.keys(spec.keys).map((key) => [key, Schema.Types.Mixed])),
      exempt: Object.fromEntries(uniqueIndexes.map((index) => [index, String])),
      body: String,
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
