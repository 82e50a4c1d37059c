import { SECOND } from '../shared/instant.ts'
import {
  type CollectionSpec,
  type CountQuery,
  type Index,
  InvalidCursor,
  type Kept,
  type KeyValue,
  type Page,
  type Query,
  type Range,
  type Writers,
} from './collection.ts'

export type Place = readonly (string | number)[]

/** Encodes a place. `scope` names the query, so that no other query accepts the cursor. */
export function cursorOf(scope: string, place: Place): string {
  const bytes = new TextEncoder().encode(JSON.stringify([scope, ...place]))
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** @throws InvalidCursor unless `cursorOf` made it for the same scope with `length` values */
export function placeOf(cursor: string, scope: string, length: number): Place {
  const [foundScope, ...place] = partsOf(cursor)
  if (foundScope !== scope || place.length !== length || !place.every(isPlaceValue)) {
    throw new InvalidCursor('This cursor belongs to another list.')
  }
  return place
}

const isPlaceValue = (value: unknown): value is string | number =>
  typeof value === 'string' || (typeof value === 'number' && Number.isFinite(value))

function partsOf(cursor: string): readonly unknown[] {
  try {
    const binary = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'))
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0))
    const parts: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    return Array.isArray(parts) ? parts : []
  } catch (cause) {
    throw new InvalidCursor('This cursor cannot be read.', { cause })
  }
}

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

/** Beyond so many answers all are forgotten. */
const MOST = 2_000

interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  /** It searches across tenants if `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
}

export type Remembering<R> = R & {
  /** Runs a write, after which nothing is answered from before it. */
  forgetWith<T>(write: () => Promise<T>): Promise<T>
}

/** Reads that are asked each time, beside others that are remembered. */
export const rememberNothing = <R>(reads: R): Remembering<R> => ({ ...reads, forgetWith: (write) => write() })

/**
 * Answers `get` and `find` from what was asked before, unless this process wrote since.
 * @param writers who writes: where others do too, an answer holds for a second, and what is not there yet is asked for
 * each time, because it may begin elsewhere
 */
export function rememberReads<D extends Kept, R extends Reads<D>>(reads: R, writers: Writers): Remembering<R> {
  const isAlone = writers === 'this process'
  const answers = new Map<string, { readonly answer: Promise<unknown>; readonly until: number }>()

  async function remember<T>(
    question: readonly unknown[],
    ask: () => Promise<T>,
    isThere: (found: T) => boolean,
  ): Promise<T> {
    const name = JSON.stringify(question)
    const known = answers.get(name)
    if (known && known.until > performance.now()) return known.answer as Promise<T>
    const answer = ask()
    const asked = { answer, until: isAlone ? Infinity : performance.now() + SECOND }
    if (answers.size >= MOST) answers.clear()
    answers.set(name, asked)
    let isKept = false
    try {
      const found = await answer
      isKept = isAlone || isThere(found)
      return found
    } finally {
      if (!isKept && answers.get(name) === asked) answers.delete(name)
    }
  }

  return {
    ...reads,
    get: (tenant, id) =>
      remember(
        [tenant, id],
        () => reads.get(tenant, id),
        (found) => found !== null,
      ),
    find: (tenant: string | null, query: Query) =>
      remember(
        [tenant, query],
        () => reads.find(tenant, query),
        ({ items }) => items.length > 0,
      ),
    async forgetWith(write) {
      answers.clear()
      try {
        return await write()
      } finally {
        answers.clear()
      }
    },
  }
}
