import { isDeepStrictEqual } from 'node:util'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { escapeName } from './bson-values.ts'
import { keysOf, type MongoDocument } from './mongo-documents.ts'
import { fieldOf } from './mongo-query.ts'

/** These stand beside the fields of a document. */
const besideFields: ReadonlySet<string> = new Set(['tenant', 'id', 'version'])

/** An update of the fields and keys that differ from the version before, which the server is asked to have still. */
export function changesOf<D extends Kept>(
  spec: CollectionSpec<D>,
  base: D,
  document: D,
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
  const before = new Map<string, unknown>(Object.entries(base))
  const after = new Map<string, unknown>(Object.entries(document))
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (besideFields.has(name) || isDeepStrictEqual(before.get(name), after.get(name))) continue
    note(`fields.${escapeName(name)}`, fields[escapeName(name)])
  }
  return { $set: set, ...(Object.keys(unset).length > 0 && { $unset: unset }) }
}
