import type { CollectionSpec, CountQuery, IndexRow, Kept, Page, Query, Range } from '../../storage/collection.ts'
import { cursorOf, type Place } from '../../storage/cursor.ts'
import { comparePlaces } from '../../storage/key-order.ts'
import { type Choice, readCount, readQuery } from '../../storage/read-query.ts'
import type { SqlValue } from './sqlite-engine.ts'
import { countsOf, placeColumns, type SqlQuery, selectsFor } from './sqlite-query.ts'
import type { Prepare } from './sqlite-rows.ts'
import { countTableOf, tableOf } from './sqlite-schema.ts'
import { originalValue, storedValue } from './sqlite-text.ts'

interface BodyRow {
  readonly body: string
}

interface CountRow {
  readonly documents: number
}

interface FoundRow {
  readonly row: number
  readonly place: Place
}

/** Answers are synchronous, because SQLite runs inside this process. */
export interface Reads<D extends Kept> {
  get(tenant: string, id: string): D | null
  /** It searches across tenants if `tenant` is `null`. */
  find(tenant: string | null, query: Query): Page<D>
  walk(tenant: string, after: string | null, limit: number): readonly D[]
  rows(tenant: string, query: Query): Page<IndexRow>
  count(tenant: string, query: CountQuery, most: number): number
  countBy(tenant: string, key: string, range?: Range): Record<string, number>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, prepare: Prepare): Reads<D> {
  const getBody = prepare<BodyRow>(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" = ?`)
  const bodyOfRow = prepare<BodyRow>(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "row" = ?`)
  const walkOn = prepare<BodyRow>(
    `SELECT "body" FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" > ? ORDER BY "id" LIMIT ?`,
  )
  const documentOf = ({ body }: BodyRow): D => JSON.parse(body)

  /** The selects read only their index; long bodies are read only for the rows of the page. */
  function rowsFor({ sql, values }: SqlQuery, columns: readonly string[]): FoundRow[] {
    const found = prepare<Readonly<Record<string, string | number>>>(sql).all(...values)
    const names = columns.map((column) => column.replaceAll('"', ''))
    return found.map((row) => ({
      row: Number(row.row),
      place: names.map((name) => originalValue(row[name] ?? '')),
    }))
  }

  function pageOf(found: readonly FoundRow[], limit: number, scope: string): Page<D> {
    const shown = found.slice(0, limit)
    const last = found.length > limit ? shown.at(-1) : undefined
    return {
      items: shown.flatMap(({ row }) => bodyOfRow.get(row) ?? []).map(documentOf),
      nextCursor: last ? cursorOf(scope, last.place) : null,
    }
  }

  return {
    get(tenant, id) {
      const found = getBody.get(storedValue(tenant), storedValue(id))
      return found ? documentOf(found) : null
    },

    find(tenant, query) {
      const reading = readQuery(spec, query, tenant === null)
      if (allowsNothing(reading)) return nothing
      const columns = placeColumns(reading)
      const stretches = selectsFor(spec.name, query.index, tenant, reading).map((one) => rowsFor(one, columns))
      const sign = reading.descending ? -1 : 1
      const found =
        stretches.length === 1
          ? (stretches[0] ?? [])
          : stretches.flat().sort((one, other) => sign * comparePlaces(one.place, other.place))
      return pageOf(found, reading.limit, reading.scope)
    },

    // No id is empty, so every id comes after the empty one.
    walk: (tenant, after, limit) =>
      walkOn.all(storedValue(tenant), storedValue(after ?? ''), limit).map((found) => documentOf(found)),

    rows(tenant, query) {
      const reading = readQuery(spec, query, false)
      if (allowsNothing(reading)) return nothing
      const { on, carries = [] } = reading.index
      const keys = [...on, ...carries].map((key) => `k_${key}`)
      const columns = ['"id"', ...keys.map((key) => `"${key}"`)]
      const place = placeColumns(reading).map((column) => column.replaceAll('"', ''))
      const found = selectsFor(spec.name, query.index, tenant, reading, columns).flatMap(({ sql, values }) =>
        prepare<Readonly<Record<string, SqlValue>>>(sql)
          .all(...values)
          .map((row) => ({
            row,
            place: place.map((name) => originalValue(row[name] ?? '')),
          })),
      )
      const sign = reading.descending ? -1 : 1
      if (reading.bound.length > 0) found.sort((one, other) => sign * comparePlaces(one.place, other.place))
      const shown = found.slice(0, reading.limit)
      const last = found.length > reading.limit ? shown.at(-1) : undefined
      return {
        items: shown.map(({ row }) => ({
          id: String(originalValue(row.id ?? '')),
          values: keys.map((key) => originalValue(row[key] ?? null)),
        })),
        nextCursor: last ? cursorOf(reading.scope, last.place) : null,
      }
    },

    count(tenant, query, most) {
      const reading = readCount(spec, query)
      if (allowsNothing(reading)) return 0
      let counted = 0
      for (const { sql, values } of countsOf(spec.name, query.index, tenant, reading, limitAbove(most))) {
        counted += prepare<CountRow>(sql).get(...values)?.documents ?? 0
        if (counted > most) return most + 1
      }
      return counted
    },

    countBy(tenant, key, { from, to } = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const bounds = `${from === undefined ? '' : 'AND "value" >= ?'} ${to === undefined ? '' : 'AND "value" <= ?'}`
      const counts = prepare<CountRow & { readonly value: string | number }>(
        `SELECT "value", "documents" FROM ${countTableOf(spec.name)}
          WHERE "tenant" = ? AND "key" = ? AND "documents" > 0 ${bounds}`,
      )
      const values = [from, to].filter((bound) => bound !== undefined).map(storedValue)
      const found = counts.all(storedValue(tenant), key, ...values)
      return Object.fromEntries(found.map(({ value, documents }) => [String(originalValue(value)), documents]))
    },
  }
}

/** A negative limit means none to SQLite. */
const limitAbove = (most: number): number => (Number.isFinite(most) ? most + 1 : -1)

/** SQLite uses no index for a key with an empty list of values. */
const allowsNothing = ({ also }: { readonly also: readonly Choice[] }): boolean =>
  also.some(({ values }) => values.length === 0)

const nothing = { items: [], nextCursor: null }
