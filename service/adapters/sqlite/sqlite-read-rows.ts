import { comparePlaces } from '../../storage/collection.ts'
import type { Place } from '../../storage/queries.ts'
import type { Prepare } from './sqlite-engine.ts'
import type { SqlQuery } from './sqlite-query.ts'
import { tableOf } from './sqlite-schema.ts'
import { originalValue } from './sqlite-text.ts'
import type { FoundPage, FoundRow, PageOrder } from './thread-orders.ts'

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
