import type { CollectionSpec, Kept, Page, Query, SearchQuery } from '../../storage/collection.ts'
import { cursorOf, type Place } from '../../storage/cursor.ts'
import { comparePlaces } from '../../storage/key-order.ts'
import { type Choice, readQuery, readSearch } from '../../storage/read-query.ts'
import { placeColumns, type SqlQuery, selectsFor } from './sqlite-query.ts'
import type { Prepare } from './sqlite-rows.ts'
import { columnOf, countTableOf, tableOf } from './sqlite-schema.ts'
import { FEW_MATCHES, matchStatement, searchStatement } from './sqlite-search.ts'
import { originalValue, storedValue } from './sqlite-text.ts'

interface FoundRow {
  readonly row: number
  readonly place: Place
}

/** The questions of the port, answered at once: SQLite runs inside this process. */
export interface Reads<D extends Kept> {
  get(tenant: string, id: string): D | null
  /** Across tenants when `tenant` is `null`. */
  find(tenant: string | null, query: Query): Page<D>
  search(tenant: string, query: SearchQuery): Page<D>
  countBy(tenant: string, key: string): Record<string, number>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, prepare: Prepare): Reads<D> {
  const getBody = prepare(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" = ?`)
  const bodyOfRow = prepare(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "row" = ?`)
  const counts = prepare(
    `SELECT "value", "documents" FROM ${countTableOf(spec.name)} WHERE "tenant" = ? AND "key" = ? AND "documents" > 0`,
  )

  const documentOf = (body: unknown): D => JSON.parse((body as { readonly body: string }).body) as D

  /** The selects read only their index; long bodies are read for the rows that make it onto the page. */
  function rowsFor({ sql, values }: SqlQuery, columns: readonly string[]): FoundRow[] {
    const found = prepare(sql).all(...values) as Readonly<Record<string, string | number>>[]
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
      items: shown.map(({ row }) => documentOf(bodyOfRow.get(row))),
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

    search(tenant, query) {
      const reading = readSearch(spec, query)
      if (allowsNothing(reading)) return nothing
      const statement = searchStatement(spec, tenant, reading, areCommon(tenant, reading.terms))
      return pageOf(rowsFor(statement, [columnOf(reading.orderBy), '"id"']), reading.limit, reading.scope)
    },

    countBy(tenant, key) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const found = counts.all(storedValue(tenant), key) as { value: string | number; documents: number }[]
      return Object.fromEntries(found.map(({ value, documents }) => [String(originalValue(value)), documents]))
    },
  }

  function areCommon(tenant: string, terms: readonly string[]): boolean {
    if (terms.length === 0) return true
    const { sql, values } = matchStatement(spec, tenant, terms)
    const { matches } = prepare(sql).get(...values) as { readonly matches: number }
    return matches > FEW_MATCHES
  }
}

/** SQLite plans no way through an index for a key that may have none of no values. */
const allowsNothing = ({ also }: { readonly also: readonly Choice[] }): boolean =>
  also.some(({ values }) => values.length === 0)

const nothing = { items: [], nextCursor: null }
