import type { CollectionSpec, Kept, KeyValue } from './collection.ts'
import { declaredIndex } from './read-query.ts'

/** A series is identified by values, in the order of its index, and by the key that holds the number. */
export interface Series {
  /** It is `null` when the index is declared across tenants. */
  readonly tenant: string | null
  readonly bound: readonly (readonly [key: string, value: string | number])[]
  readonly numberKey: string
}

/** @throws TypeError unless the index is unique and `where` binds all keys but the number */
export function readSeries<D extends Kept>(
  spec: CollectionSpec<D>,
  name: string,
  where: Readonly<Record<string, KeyValue>>,
): Series {
  const acrossTenants = Boolean(spec.indexes[name]?.acrossTenants)
  const { on, unique } = declaredIndex(spec, name, acrossTenants)
  const numberKey = on.at(-1)
  if (!unique || numberKey === undefined)
    throw new TypeError(`${spec.name}.${name} is not unique, so it has no series.`)
  const bindingOf = (key: string): string | number => {
    const value = where[key]
    if (value === undefined || value === null)
      throw new TypeError(`"where" must bind "${key}" of ${spec.name}.${name}.`)
    return value
  }
  return {
    tenant: acrossTenants ? null : String(bindingOf('tenant')),
    bound: on.slice(0, -1).map((key) => [key, bindingOf(key)]),
    numberKey,
  }
}
