import type { CollectionSpec, CountQuery, IndexRow, Kept, Page, Query, Range } from '../../storage/collection.ts'
import { cursorOf } from '../../storage/cursor.ts'
import { comparePlaces } from '../../storage/key-order.ts'
import { type Choice, type Reading, readCount, readQuery } from '../../storage/read-query.ts'
import { countsOf, placeColumns, type SqlQuery, selectsFor } from './sqlite-query.ts'
import { type FoundRow, placeIn } from './sqlite-read-rows.ts'
import { countTableOf, tableOf } from './sqlite-schema.ts'
import { originalValue, storedValue } from './sqlite-text.ts'
import type { StoreThread } from './sqlite-thread.ts'
import type { PageOrder } from './thread-orders.ts'

/** So many documents are looked up; more are a list, which may take its time. */
const MOST_LOOKED_UP = 10

/** Lists, counts and exports have a thread of their own, so that nobody who files or follows stands behind them. */
export interface Readers {
  readonly lookups: StoreThread
  readonly lists: StoreThread
}

export interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  several(tenant: string, ids: readonly string[]): Promise<readonly D[]>
  /** It searches across tenants if `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>
  rows(tenant: string, query: Query): Promise<Page<IndexRow>>
  count(tenant: string, query: CountQuery, most: number): Promise<number>
  countBy(tenant: string, key: string, range?: Range): Promise<Record<string, number>>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, { lookups, lists }: Readers): Reads<D> {
  const table = tableOf(spec.name)
  const seeksOf = documentSeeks(table)
  const walkOn = `SELECT "body" FROM ${table} WHERE "tenant" = ? AND "id" > ? ORDER BY "id" LIMIT `
  const documentOf = (body: string): D => JSON.parse(body)

  const select = async (thread: StoreThread, selects: readonly SqlQuery[]): Promise<readonly FoundRow[]> =>
    (await thread.ask({ act: 'select', selects })).flat()

  return {
    async get(tenant, id) {
      const [found] = await select(lookups, seeksOf(tenant, [id]))
      return found ? documentOf(String(found.body)) : null
    },

    async several(tenant, ids) {
      const found = await select(ids.length <= MOST_LOOKED_UP ? lookups : lists, seeksOf(tenant, ids))
      return found.map(({ body }) => documentOf(String(body)))
    },

    async find(tenant, query) {
      const reading = readQuery(spec, query, tenant === null)
      if (allowsNothing(reading)) return nothing
      const isLookup = reading.limit <= MOST_LOOKED_UP && reading.also.length === 0
      if (isLookup && reading.bound.every(({ values }) => values.length === 1)) {
        const columns = ['"body"', ...placeColumns(reading)]
        const found = await select(lookups, selectsFor(spec.name, query.index, tenant, reading, columns))
        return pageOfRows(reading, found, ({ body }) => documentOf(String(body)))
      }
      const order = pageOrder(spec.name, query.index, tenant, reading)
      const { bodies, end } = await (isLookup ? lookups : lists).ask(order)
      return { items: bodies.map(documentOf), nextCursor: end ? cursorOf(reading.scope, end) : null }
    },

    // No id is empty, so every id comes after the empty one.
    async walk(tenant, after, limit) {
      const found = await select(lists, [
        { sql: walkOn + limit, values: [storedValue(tenant), storedValue(after ?? '')] },
      ])
      return found.map(({ body }) => documentOf(String(body)))
    },

    async rows(tenant, query) {
      const reading = readQuery(spec, query, false)
      if (allowsNothing(reading)) return nothing
      const { on, carries = [] } = reading.index
      const keys = [...on, ...carries].map((key) => `k_${key}`)
      const columns = ['"id"', ...keys.map((key) => `"${key}"`)]
      const found = await select(lists, selectsFor(spec.name, query.index, tenant, reading, columns))
      return pageOfRows(reading, found, (row) => ({
        id: String(originalValue(row.id ?? '')),
        values: keys.map((key) => originalValue(row[key] ?? null)),
      }))
    },

    async count(tenant, query, most) {
      const reading = readCount(spec, query)
      if (allowsNothing(reading)) return 0
      const counts = await select(lists, countsOf(spec.name, query.index, tenant, reading, limitAbove(most)))
      return Math.min(
        counts.reduce((sum, { documents }) => sum + Number(documents), 0),
        most + 1,
      )
    },

    async countBy(tenant, key, { from, to } = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const bounds = `${from === undefined ? '' : 'AND "value" >= ?'} ${to === undefined ? '' : 'AND "value" <= ?'}`
      const sql = `SELECT "value", "documents" FROM ${countTableOf(spec.name)}
        WHERE "tenant" = ? AND "key" = ? AND "documents" > 0 ${bounds}`
      const bound = [from, to].filter((one) => one !== undefined).map(storedValue)
      const found = await select(lists, [{ sql, values: [storedValue(tenant), key, ...bound] }])
      return Object.fromEntries(
        found.map(({ value, documents }) => [String(originalValue(value ?? '')), Number(documents)]),
      )
    },
  }
}

const pageOrder = (collection: string, index: string, tenant: string | null, reading: Reading): PageOrder => ({
  act: 'page',
  collection,
  selects: selectsFor(collection, index, tenant, reading),
  place: namesOf(placeColumns(reading)),
  descending: reading.descending,
  limit: reading.limit,
})

/** One statement, with which one order to the thread seeks each id, so the answers keep their order. */
function documentSeeks(table: string) {
  const sql = `SELECT "body" FROM ${table} WHERE "tenant" = ? AND "id" = ?`
  return (tenant: string, ids: readonly string[]): SqlQuery[] =>
    ids.map((id) => ({ sql, values: [storedValue(tenant), storedValue(id)] }))
}

function pageOfRows<Item>(reading: Reading, rows: readonly FoundRow[], itemOf: (row: FoundRow) => Item): Page<Item> {
  const place = namesOf(placeColumns(reading))
  const found = rows.map((row) => ({ row, place: placeIn(row, place) }))
  const sign = reading.descending ? -1 : 1
  if (reading.bound.length > 0) found.sort((one, other) => sign * comparePlaces(one.place, other.place))
  const shown = found.slice(0, reading.limit)
  const last = found.length > reading.limit ? shown.at(-1) : undefined
  return {
    items: shown.map(({ row }) => itemOf(row)),
    nextCursor: last ? cursorOf(reading.scope, last.place) : null,
  }
}

const namesOf = (columns: readonly string[]): readonly string[] => columns.map((column) => column.replaceAll('"', ''))

/** A negative limit means none to SQLite. */
const limitAbove = (most: number): number => (Number.isFinite(most) ? most + 1 : -1)

/** SQLite uses no index for a key with an empty list of values. */
const allowsNothing = ({ also }: { readonly also: readonly Choice[] }): boolean =>
  also.some(({ values }) => values.length === 0)

const nothing = { items: [], nextCursor: null }
