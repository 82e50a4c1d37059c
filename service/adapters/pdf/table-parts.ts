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
const gap = 5

interface Head {
  readonly columns: readonly string[]
  /** In points; their sum is the width of the text. */
  readonly widths: readonly number[]
  readonly size?: number
}
interface Table extends Head {
  readonly rows: readonly (readonly string[])[]
}

/** The head is repeated on every page. @returns where it ends */
export function setTable(doc: Doc, root: Struct, { rows, ...head }: Table, top: number): number {
  const table = beginTable(doc, root, head, top)
  for (const row of rows) table.setRow(row)
  return table.end()
}

export function beginTable(doc: Doc, root: Struct, { columns, widths, size = cell.size }: Head, top: number) {
  const plain: TextStyle = { ...cell, size }
  const strong: TextStyle = { ...plain, font: 'strong' }
  const table = doc.struct('Table')
  root.add(table)
  const heightOfRow = (texts: readonly string[], style: TextStyle) =>
    Math.max(...texts.map((text, at) => heightOf(doc, text, style, (widths[at] ?? 0) - gap))) + 6
  const setCells = (texts: readonly string[], type: 'TH' | 'TD', style: TextStyle, y: number) => {
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
  let y = setCells(columns, 'TH', strong, top)
  return {
    setRow(texts: readonly string[]) {
      const start = makeRoom(doc, y, heightOfRow(texts, plain))
      y = start === y ? y : setCells(columns, 'TH', strong, start)
      y = setCells(texts, 'TD', plain, y)
    },
    end() {
      table.end()
      return y
    },
  }
}
