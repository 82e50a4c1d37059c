import type {
  CollectionSpec,
  CountQuery,
  Kept,
  Page,
  Query,
  Range,
  SearchQuery,
  WordQuery,
} from '../../storage/collection.ts'
import { cursorOf, type Place } from '../../storage/cursor.ts'
import { comparePlaces } from '../../storage/key-order.ts'
import { type Choice, readCount, readQuery, readSearch, readWords, type WordReading } from '../../storage/read-query.ts'
import { countsOf, placeColumns, type SqlQuery, selectsFor } from './sqlite-query.ts'
import type { Prepare } from './sqlite-rows.ts'
import { countTableOf, tableOf } from './sqlite-schema.ts'
import { foundByStatement, foundCountStatement, MANY_FOUND, searchStatement } from './sqlite-search.ts'
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
  walk(tenant: string, after: string | null, limit: number): readonly D[]
  search(tenant: string, query: SearchQuery): Page<D>
  count(tenant: string, query: CountQuery, most: number): number
  countFound(tenant: string, query: WordQuery, most: number): number
  countFoundBy(tenant: string, query: WordQuery, key: string): Record<string, number>
  countBy(tenant: string, key: string, range?: Range): Record<string, number>
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, prepare: Prepare, note: (read: D) => D): Reads<D> {
  const getBody = prepare(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" = ?`)
  const bodyOfRow = prepare(`SELECT "body" FROM ${tableOf(spec.name)} WHERE "row" = ?`)
  const walkOn = prepare(
    `SELECT "body" FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" > ? ORDER BY "id" LIMIT ?`,
  )
  const documentOf = (body: unknown): D => note(JSON.parse((body as { readonly body: string }).body) as D)

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

    // No id is empty, so that everything comes after nothing.
    walk: (tenant, after, limit) =>
      walkOn.all(storedValue(tenant), storedValue(after ?? ''), limit).map((found) => documentOf(found)),

    search(tenant, query) {
      const reading = readSearch(spec, query)
      if (reading.findsNothing) return nothing
      const { sql, values } = searchStatement(spec, tenant, reading)
      const rows = prepare(sql).all(...values) as { readonly row: number }[]
      const found = rows.map(({ row }) => ({ row: Number(row), place: [Number(row)] }))
      return pageOf(found, reading.limit, reading.scope)
    },

    count(tenant, query, most) {
      const reading = readCount(spec, query)
      if (allowsNothing(reading)) return 0
      let counted = 0
      for (const { sql, values } of countsOf(spec.name, query.index, tenant, reading, limitAbove(most))) {
        counted += documentsIn(prepare(sql).get(...values))
        if (counted > most) return most + 1
      }
      return counted
    },

    countFound(tenant, query, most) {
      const reading = readWords(spec, query)
      if (reading.findsNothing) return 0
      const counted = (asked: WordReading, limit: number, lookUp: boolean) => {
        const { sql, values } = foundCountStatement(spec, tenant, asked, limit, lookUp)
        return documentsIn(prepare(sql).get(...values))
      }
      if (!reading.within) return counted(reading, limitAbove(most), false)
      const found = counted({ ...reading, within: null }, MANY_FOUND, false)
      return found === 0 ? 0 : counted(reading, limitAbove(most), found < MANY_FOUND)
    },

    countFoundBy(tenant, query, key) {
      if (!Object.hasOwn(spec.keys, key)) throw new TypeError(`${spec.name} declares no key "${key}".`)
      const reading = readWords(spec, query)
      if (reading.findsNothing) return {}
      const { sql, values } = foundByStatement(spec, tenant, reading, key)
      return perValue(prepare(sql).all(...values))
    },

    countBy(tenant, key, { from, to } = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const bounds = `${from === undefined ? '' : 'AND "value" >= ?'} ${to === undefined ? '' : 'AND "value" <= ?'}`
      const counts = prepare(
        `SELECT "value", "documents" FROM ${countTableOf(spec.name)}
          WHERE "tenant" = ? AND "key" = ? AND "documents" > 0 ${bounds}`,
      )
      const values = [from, to].filter((bound) => bound !== undefined).map(storedValue)
      return perValue(counts.all(storedValue(tenant), key, ...values))
    },
  }
}

/** SQLite takes a negative limit for none. */
const limitAbove = (most: number): number => (Number.isFinite(most) ? most + 1 : -1)

const documentsIn = (row: unknown): number => (row as { readonly documents: number }).documents

const perValue = (rows: unknown): Record<string, number> =>
  Object.fromEntries(
    (rows as { readonly value: string | number; readonly documents: number }[]).map(({ value, documents }) => [
      String(originalValue(value)),
      documents,
    ]),
  )

/** SQLite plans no way through an index for a key that may have none of no values. */
const allowsNothing = ({ also }: { readonly also: readonly Choice[] }): boolean =>
  also.some(({ values }) => values.length === 0)

const nothing = { items: [], nextCursor: null }
