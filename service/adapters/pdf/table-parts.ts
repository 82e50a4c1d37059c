import {
  type Doc,
  drawRule,
  heightOf,
  ink,
  makeRoom,
  margin,
  rule,
  type Struct,
  setText,
  type TextStyle,
} from './sheet.ts'

const cell: TextStyle = { font: 'regular', size: 8.5, colour: ink }
const head: TextStyle = { font: 'strong', size: 8.5, colour: ink }
const gap = 5

interface Table {
  readonly columns: readonly string[]
  /** A cell for each column. */
  readonly rows: readonly (readonly string[])[]
  /** Of the columns, in points; together as wide as the text. */
  readonly widths: readonly number[]
}

/** A table whose head is said again on every page. @returns where it ends */
export function setTable(doc: Doc, root: Struct, { columns, rows, widths }: Table, top: number): number {
  const heightOfRow = (texts: readonly string[], style: TextStyle) =>
    Math.max(...texts.map((text, at) => heightOf(doc, text, style, (widths[at] ?? 0) - gap))) + 6
  const table = doc.struct('Table')
  root.add(table)
  const setRow = (texts: readonly string[], type: 'TH' | 'TD', style: TextStyle, y: number) => {
    const height = heightOfRow(texts, style)
    const row = doc.struct('TR')
    table.add(row)
    let x: number = margin.left
    for (const [at, text] of texts.entries()) {
      const one = doc.struct(type, type === 'TH' ? { scope: 'Column' } : {})
      row.add(one)
      setText(doc, one, 'P', text, style, { x, y: y + 3, width: (widths[at] ?? 0) - gap })
      x += widths[at] ?? 0
    }
    drawRule(doc, y + height, 0.5, rule)
    return y + height
  }
  let y = setRow(columns, 'TH', head, top)
  for (const row of rows) {
    const start = makeRoom(doc, y, heightOfRow(row, cell))
    y = start === y ? y : setRow(columns, 'TH', head, start)
    y = setRow(row, 'TD', cell, y)
  }
  table.end()
  return y
}
