import {
  type CountQuery,
  comparePlaces,
  type IndexRow,
  type Kept,
  type Page,
  type Query,
  type Range,
} from '../../storage/collection.ts'
import { type Choice, cursorOf, type Reading } from '../../storage/queries.ts'
import { placeColumns, type SqlQuery } from './sqlite-query.ts'
import { placeIn } from './sqlite-writes.ts'
import type { FoundRow, StoreThread } from './writer.ts'

/** Lists, counts and exports have a thread of their own, so that nobody who files or follows stands behind them. */
export interface Readers {
  readonly lookups: StoreThread
  readonly lists: StoreThread
}

export interface Reads<D extends Kept> {
  get(tenant: string, id: string): Promise<D | null>
  several(tenant: string, ids: readonly string[]): Promise<readonly D[]>
  find(tenant: string | null, query: Query): Promise<Page<D>>
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>
  rows(tenant: string, query: Query): Promise<Page<IndexRow>>
  count(tenant: string, query: CountQuery, most: number): Promise<number>
  countBy(tenant: string, key: string, range?: Range): Promise<Record<string, number>>
}

export const selectRows = async (thread: StoreThread, selects: readonly SqlQuery[]): Promise<readonly FoundRow[]> =>
  (await thread.ask({ act: 'select', selects })).flat()

export function pageOfRows<Item>(
  reading: Reading,
  rows: readonly FoundRow[],
  itemOf: (row: FoundRow) => Item,
): Page<Item> {
  const columns = namesOf(placeColumns(reading))
  const found = reading.bound.length > 0 ? inOrder(rows, columns, reading.descending) : rows
  const shown = found.slice(0, reading.limit)
  const last = found.length > reading.limit ? shown.at(-1) : undefined
  return { items: shown.map(itemOf), nextCursor: last ? cursorOf(reading.scope, placeIn(last, columns)) : null }
}

function inOrder(rows: readonly FoundRow[], columns: readonly string[], descending: boolean): readonly FoundRow[] {
  const sign = descending ? -1 : 1
  return rows
    .map((row) => ({ row, place: placeIn(row, columns) }))
    .sort((one, other) => sign * comparePlaces(one.place, other.place))
    .map(({ row }) => row)
}

export const namesOf = (columns: readonly string[]): readonly string[] =>
  columns.map((column) => column.replaceAll('"', ''))

/** SQLite uses no index for a key with an empty list of values. */
export const allowsNothing = ({ also }: { readonly also: readonly Choice[] }): boolean =>
  also.some(({ values }) => values.length === 0)

export const nothing = { items: [], nextCursor: null }
