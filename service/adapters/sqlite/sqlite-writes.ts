import { comparePlaces } from '../../storage/collection.ts'
import type { Place } from '../../storage/queries.ts'
import { type Database, originalValue, type Prepare, tableOf } from './sqlite-engine.ts'
import type { SqlQuery } from './sqlite-query.ts'
import { type Addition, type Afterwards, addTogether, failureOf, type Rows, unavailable } from './sqlite-rows.ts'
import type { FoundPage, FoundRow, NumberedAnswer, Order, PageOrder, WriteOrder } from './writer.ts'

/** All statements see the same moment, as one alone does by itself. */
export function readRows(prepare: Prepare, selects: readonly SqlQuery[]): readonly FoundRow[][] {
  const read = () => selects.map(({ sql, values }) => prepare<FoundRow>(sql).all(...values))
  return selects.length === 1 ? read() : atOneMoment(prepare, read)
}

/** The selects read only their index; long bodies are read only for the rows of the page. */
export function readPage(
  prepare: Prepare,
  { collection, selects, columns, place, descending, limit }: PageOrder,
): FoundPage {
  return atOneMoment(prepare, () => {
    const found = selects.flatMap(({ sql, values }) =>
      prepare<FoundRow>(sql)
        .all(...values)
        .map((row) => ({ row: row.row ?? null, place: placeIn(row, place) })),
    )
    const sign = descending ? -1 : 1
    if (selects.length > 1) found.sort((one, other) => sign * comparePlaces(one.place, other.place))
    const read = prepare<FoundRow>(`SELECT ${columns.join(', ')} FROM ${tableOf(collection)} WHERE "row" = ?`)
    const shown = found.slice(0, limit)
    return {
      rows: shown.map(({ row }) => read.get(row)).filter((row) => row !== undefined),
      end: found.length > limit ? (shown.at(-1)?.place ?? null) : null,
    }
  })
}

export const placeIn = (row: FoundRow, columns: readonly string[]): Place =>
  columns.map((column) => originalValue(row[column] ?? '') ?? '')

function atOneMoment<T>(prepare: Prepare, read: () => T): T {
  prepare('BEGIN').run()
  try {
    return read()
  } finally {
    prepare('COMMIT').run()
  }
}

const writes: ReadonlySet<Order['act']> = new Set([
  'insert',
  'insertNumbered',
  'replace',
  'delete',
  'deleteFound',
  'probe',
] satisfies WriteOrder['act'][])

export const isWrite = (order: Order): order is WriteOrder => writes.has(order.act)

/**
 * Carries out all writes in one transaction, because the disk's confirmation is what costs. SQLite undoes a statement
 * that fails alone, so a refused write leaves its neighbours as they are.
 */
export function commitTogether(
  database: Database,
  prepare: Prepare,
  tables: ReadonlyMap<string, Rows>,
  orders: readonly (readonly [number, WriteOrder])[],
): readonly NumberedAnswer[] {
  try {
    prepare('BEGIN IMMEDIATE').run()
    const additions = new Map<string, Addition>()
    const add = addTogether(additions)
    const answers = orders.map(([id, order]) => attempt(prepare, tables, id, order, add))
    for (const { by, write } of additions.values()) if (by !== 0) write(by)
    prepare('COMMIT').run()
    return answers
  } catch (error) {
    rollBack(database)
    const failure = failureOf(error)
    return orders.map(([id]) => [id, null, failure])
  }
}

function attempt(
  prepare: Prepare,
  tables: ReadonlyMap<string, Rows>,
  id: number,
  order: WriteOrder,
  add: Afterwards,
): NumberedAnswer {
  try {
    return [id, write(prepare, tables, order, add)]
  } catch (error) {
    if (unavailable(error)) throw error
    return [id, null, failureOf(error)]
  }
}

function write(prepare: Prepare, tables: ReadonlyMap<string, Rows>, order: WriteOrder, add: Afterwards): unknown {
  if (order.act === 'probe') {
    prepare(`INSERT INTO "aduan_probe" VALUES (1, 1) ON CONFLICT DO UPDATE SET "writes" = "writes" + 1`).run()
    return null
  }
  const rows = tables.get(order.collection)
  if (!rows) throw new TypeError(`The store does not know ${order.collection}.`)
  switch (order.act) {
    case 'insert':
      rows.insert(order.row, add)
      return null
    case 'insertNumbered': {
      const { sql, values } = order.highest
      const found = prepare<{ readonly highest: number }>(sql).get(...values)?.highest ?? 0
      const highest = Math.max(order.behind, found)
      if (highest + 1 !== order.number) return highest
      rows.insert(order.row, add)
      return null
    }
    case 'replace':
      return rows.replace(order.row, add)
    case 'delete':
      return rows.delete(order.tenant, order.id, add)
    case 'deleteFound': {
      const found = order.selects.flatMap(({ sql, values }) =>
        prepare<{ readonly tenant: string; readonly id: string }>(sql).all(...values),
      )
      const named = found.slice(0, order.limit)
      return named.filter(({ tenant, id }) => rows.delete(originalValue(tenant), originalValue(id), add)).length
    }
  }
}

export function inTransaction<T>(database: Database, write: () => T): T {
  database.exec('BEGIN IMMEDIATE')
  try {
    const written = write()
    database.exec('COMMIT')
    return written
  } catch (error) {
    rollBack(database)
    throw error
  }
}

/** Undoes the open transaction, unless a full disk has made SQLite do that by itself. */
export function rollBack(database: Database): void {
  try {
    database.exec('ROLLBACK')
  } catch {
    // No transaction is left, as intended; the caller reports the error that led here.
  }
}
