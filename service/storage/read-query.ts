import type { CollectionSpec, CountQuery, Index, Kept, KeyValue, Query, Range } from './collection.ts'
import { type Place, placeOf } from './cursor.ts'

export interface Choice {
  readonly key: string
  readonly values: readonly KeyValue[]
}

export interface Within {
  readonly key: string
  readonly range: Range
}

/** A query is checked against its index and split into the parts that an adapter translates. */
export interface Reading {
  readonly index: Index
  readonly bound: readonly Choice[]
  /** These keys of the index come after the bound ones and order the result; none of them is `null`. */
  readonly open: readonly string[]
  readonly range: Range
  readonly also: readonly Choice[]
  /** Ranges of further keys, which are not null. */
  readonly within: readonly Within[]
  readonly descending: boolean
  /** These follow the open keys in the order, so that no two documents share a place. */
  readonly tail: readonly ('id' | 'tenant')[]
  /** Cursors carry the scope, so that other queries refuse them. */
  readonly scope: string
  readonly after: Place | null
  readonly limit: number
}

/** @throws TypeError for a query that the index cannot answer, InvalidCursor for a foreign cursor */
export function readQuery<D extends Kept>(spec: CollectionSpec<D>, query: Query, acrossTenants: boolean): Reading {
  const index = declaredIndex(spec, query.index, acrossTenants)
  const where = choicesOf(spec, query.where)
  const bound = index.on.slice(0, where.length).map((key) => {
    const choice = where.find((candidate) => candidate.key === key)
    if (!choice)
      throw new TypeError(`"where" must bind the leading keys of ${spec.name}.${query.index}, here "${key}".`)
    return choice
  })
  const open = index.on.slice(bound.length)
  if (query.range && open.length === 0)
    throw new TypeError(`${spec.name}.${query.index} leaves no key open for a range.`)
  if (bound.some(({ values }) => values.includes(null))) {
    throw new TypeError(`The index ${spec.name}.${query.index} leaves out documents with null.`)
  }
  const descending = query.order === 'descending'
  const tail = index.acrossTenants ? (['id', 'tenant'] as const) : (['id'] as const)
  const scope = `${spec.name}.${query.index}${descending ? '-' : '+'}${open.length}`
  return {
    index,
    bound,
    open,
    range: query.range ?? {},
    ...filtersOf(spec, query.also),
    descending,
    tail,
    scope,
    after: query.after === undefined ? null : placeOf(query.after, scope, open.length + tail.length),
    limit: checkLimit(query.limit),
  }
}

export const readCount = <D extends Kept>(spec: CollectionSpec<D>, query: CountQuery): Reading =>
  readQuery(spec, { ...query, limit: 1 }, false)

/**
 * Finds the declared index.
 * @throws TypeError when there is none, or when it has the other reach
 */
export function declaredIndex<D extends Kept>(spec: CollectionSpec<D>, name: string, acrossTenants: boolean): Index {
  const index = Object.hasOwn(spec.indexes, name) ? spec.indexes[name] : undefined
  if (!index) throw new TypeError(`${spec.name} declares no index "${name}".`)
  if (Boolean(index.acrossTenants) !== acrossTenants) {
    throw new TypeError(`${spec.name}.${name} is ${index.acrossTenants ? '' : 'not '}declared across tenants.`)
  }
  return index
}

/** Tells what further keys must have from the ranges in which they must lie. */
function filtersOf<D extends Kept>(spec: CollectionSpec<D>, also: Query['also'] = {}) {
  const values: Record<string, KeyValue | readonly KeyValue[]> = {}
  const within: Within[] = []
  for (const [key, asked] of Object.entries(also)) {
    if (isRange(asked)) within.push({ key, range: asked })
    else values[key] = asked
  }
  checkKeys(
    spec,
    within.map(({ key }) => key),
  )
  return { also: choicesOf(spec, values), within }
}

const isRange = (asked: KeyValue | readonly KeyValue[] | Range): asked is Range =>
  typeof asked === 'object' && asked !== null && !Array.isArray(asked)

function choicesOf<D extends Kept>(
  spec: CollectionSpec<D>,
  conditions: Readonly<Record<string, KeyValue | readonly KeyValue[]>> = {},
): readonly Choice[] {
  checkKeys(spec, Object.keys(conditions))
  return Object.entries(conditions).map(([key, values]) => ({
    key,
    values: isList(values) ? [...new Set(values)] : [values],
  }))
}

const isList = (values: KeyValue | readonly KeyValue[]): values is readonly KeyValue[] => Array.isArray(values)

function checkKeys<D extends Kept>(spec: CollectionSpec<D>, keys: readonly string[]): void {
  for (const key of keys) {
    if (!Object.hasOwn(spec.keys, key)) throw new TypeError(`${spec.name} declares no key "${key}".`)
  }
}

function checkLimit(limit: number): number {
  if (!Number.isInteger(limit) || limit < 1) throw new TypeError(`A limit is a whole number from 1, not ${limit}.`)
  return limit
}
