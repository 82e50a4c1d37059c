import { type Cell, defused, type Sheet } from '../../documents/workbook.ts'

/** By it spreadsheets know that the file is UTF-8. */
const MARK = '\uFEFF'

/** A table as CSV (RFC 4180), a line at a time. */
export async function* csvOf({ columns, rows }: Pick<Sheet, 'columns' | 'rows'>): AsyncGenerator<string> {
  yield MARK + line(columns.map(({ heading }) => heading))
  for await (const row of rows) yield line(row)
}

const line = (cells: readonly Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`

/** Days as every spreadsheet reads them, `2026-11-23`; text is never a formula. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  return typeof cell === 'object' ? `"${cell.day}"` : `"${defused(cell).replaceAll('"', '""')}"`
}
