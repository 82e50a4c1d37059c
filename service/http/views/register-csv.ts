import { type Cell, defuseFormula, type Sheet } from '../../offices/office-paper.ts'

/** The byte order mark tells spreadsheets that the file is UTF-8. */
const MARK = '\uFEFF'

/** Writes a table as CSV (RFC 4180), one row at a time. */
export async function* csvOf({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield MARK + line(columns.map(({ heading }) => heading))
  for await (const row of rows) yield line(row)
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Days are written as `2026-11-23`, which every spreadsheet reads; text is never a formula. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'object' ? `"${cell.day}"` : `"${defuseFormula(cell).replaceAll('"', '""')}"`
}
