import { isDeepStrictEqual } from 'node:util'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { toBson } from './bson-values.ts'
import { keysOf, type MongoDocument } from './mongo-documents.ts'
import { fieldOf } from './mongo-query.ts'

/** An update of the fields and keys that differ from the version before, which the server is asked to have still. */
export function changesOf<D extends Kept>(
  spec: CollectionSpec<D>,
  base: D,
  { version, write, shape, keys, fields }: MongoDocument,
) {
  const set: Record<string, unknown> = { version, write, shape }
  const unset: Record<string, 1> = {}
  const note = (path: string, value: unknown) => {
    if (value === undefined) unset[path] = 1
    else set[path] = value
  }
  const keysBefore = keysOf(spec, base)
  for (const key of Object.keys(spec.keys)) {
    if (keysBefore[key] !== keys[key]) note(fieldOf(key), keys[key])
  }
  const { tenant: _tenant, id: _id, version: _version, ...before } = base
  const fieldsBefore = toBson(before) as MongoDocument['fields']
  for (const name of new Set([...Object.keys(fieldsBefore), ...Object.keys(fields)])) {
    if (!isDeepStrictEqual(fieldsBefore[name], fields[name])) note(`fields.${name}`, fields[name])
  }
  return { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}
