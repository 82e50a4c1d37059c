import type { RenderTable } from '../../offices/office-paper.ts'
import { beginPaper } from './begin-paper.ts'
import { setLetterhead } from './letter-parts.ts'
import { setFooters, setTitle } from './receipt-parts.ts'
import { widthOf } from './sheet.ts'
import { beginTable } from './table-parts.ts'

/** pdfkit is loaded with the first document. */
export const createTableRenderer = (): RenderTable => async (paper) => {
  const { letterhead, columns, rows } = paper
  const { doc, bytes, root, end } = await beginPaper({
    ...paper,
    letterhead: { parent: '', office: letterhead.lines.at(-1) ?? '', contact: '' },
    signature: '',
    isWide: true,
  })
  const top = setTitle(doc, root, paper, setLetterhead(doc, root, paper))
  const whole = columns.reduce((sum, { width }) => sum + width, 0)
  const widths = columns.map(({ width }) => (width / whole) * widthOf(doc))
  const table = beginTable(doc, root, { columns: columns.map(({ heading }) => heading), widths, size: 7 }, top)
  for await (const row of rows) {
    table.setRow(row)
    // Setting text keeps the process busy, so other work gets a turn after each row.
    await new Promise((resolve) => setImmediate(resolve))
  }
  table.end()
  root.end()
  setFooters(doc, paper)
  end()
  return bytes
}
