import type { DestructionRecordDocument, RenderDestructionRecord } from '../../documents/destruction-record.ts'
import { beginPaper } from './begin-paper.ts'
import { setFooters, setHeading, setLetterhead, setRows, setTitle } from './receipt-parts.ts'
import {
  type Doc,
  decorate,
  drawRule,
  heightOf,
  ink,
  makeRoom,
  margin,
  quiet,
  rule,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const body: TextStyle = { font: 'regular', size: 10.25, colour: ink }
const strong: TextStyle = { font: 'strong', size: 10.25, colour: ink }
const cell: TextStyle = { font: 'regular', size: 8.5, colour: ink }
const head: TextStyle = { font: 'strong', size: 8.5, colour: ink }
const small: TextStyle = { font: 'regular', size: 9, colour: quiet }

/** Widths of the columns of the list, in points; together as wide as the text. */
const widths = [22, 92, 88, 74, 54, 54, 54, 33]
const gap = 5

/** Sets destruction records with pdfkit, which is loaded with the first of them. */
export const createDestructionRecordRenderer = (): RenderDestructionRecord => async (record) => {
  const { doc, bytes, root } = await beginPaper(record)
  let y = setLetterhead(doc, root, record)
  y = setTitle(doc, root, record, y)
  y = setRows(doc, root, record.facts, y)
  if (record.list.rows.length > 0) {
    y = setHeading(doc, root, record.list.heading, y)
    y = setList(doc, root, record.list, y)
  }
  y = setKept(doc, root, record, y)
  setSignatories(doc, root, record, y)
  root.end()
  setFooters(doc, record)
  doc.end()
  return bytes
}

/** The table of cases; its head is said again on every page. */
function setList(doc: Doc, root: Struct, { columns, rows }: DestructionRecordDocument['list'], top: number): number {
  const table = doc.struct('Table')
  root.add(table)
  let y = setLine(doc, table, columns, 'TH', head, top)
  for (const row of rows) {
    const start = makeRoom(doc, y, lineHeight(doc, row, cell))
    y = start === y ? y : setLine(doc, table, columns, 'TH', head, start)
    y = setLine(doc, table, row, 'TD', cell, y)
  }
  table.end()
  return y
}

const lineHeight = (doc: Doc, texts: readonly string[], style: TextStyle): number =>
  Math.max(...texts.map((text, at) => heightOf(doc, text, style, (widths[at] ?? 0) - gap))) + 6

function setLine(doc: Doc, table: Struct, texts: readonly string[], type: 'TH' | 'TD', style: TextStyle, top: number) {
  const height = lineHeight(doc, texts, style)
  const row = doc.struct('TR')
  table.add(row)
  let x: number = margin.left
  for (const [at, text] of texts.entries()) {
    const one = doc.struct(type, type === 'TH' ? { scope: 'Column' } : {})
    row.add(one)
    setText(doc, one, 'P', text, style, { x, y: top + 3, width: (widths[at] ?? 0) - gap })
    x += widths[at] ?? 0
  }
  drawRule(doc, top + height, 0.5, rule)
  return top + height
}

function setKept(doc: Doc, root: Struct, { kept }: DestructionRecordDocument, top: number): number {
  if (kept.sentences.length === 0) return top
  let y = setHeading(doc, root, kept.heading, top)
  for (const sentence of kept.sentences) {
    y = makeRoom(doc, y, heightOf(doc, sentence, body, widthOf(doc)))
    y = setText(doc, root, 'P', sentence, body, { x: margin.left, y, width: widthOf(doc) })
  }
  return y
}

/** Who proposed on the left, who agreed on the right, each with room to sign by hand. */
function setSignatories(doc: Doc, root: Struct, record: DestructionRecordDocument, top: number): void {
  const width = 190
  const start = makeRoom(doc, top + 24, 150)
  const places = [margin.left, doc.page.width - margin.right - width]
  let end = start
  for (const [at, { caption, name, position }] of record.signatories.entries()) {
    const x = places[at] ?? margin.left
    const sign = (text: string, style: TextStyle, y: number) =>
      setText(doc, root, 'P', text, { ...style, align: 'center' }, { x, y, width })
    let y = sign(caption, body, start)
    y = sign(name, strong, y + 50)
    decorate(doc, () => {
      doc
        .lineWidth(0.7)
        .strokeColor(ink)
        .moveTo(x, y + 1)
        .lineTo(x + width, y + 1)
        .stroke()
    })
    end = Math.max(end, sign(position, small, y + 4))
  }
  setText(doc, root, 'P', record.verification, small, { x: margin.left, y: end + 18, width: widthOf(doc) })
}
