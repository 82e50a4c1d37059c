import type { DestructionRecordDocument, RenderDestructionRecord } from '../../keeping/retention/destruction-record.ts'
import { beginPaper } from './begin-paper.ts'
import { setFooters, setHeading, setLetterhead, setRows, setTitle } from './receipt-parts.ts'
import {
  type Doc,
  decorate,
  heightOf,
  ink,
  makeRoom,
  margin,
  quiet,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'
import { setTable } from './table-parts.ts'

const body: TextStyle = { font: 'regular', size: 10.25, colour: ink }
const strong: TextStyle = { font: 'strong', size: 10.25, colour: ink }
const small: TextStyle = { font: 'regular', size: 9, colour: quiet }

/** Widths of the columns of the list, in points; their sum is the width of the text. */
const widths = [22, 92, 88, 74, 54, 54, 54, 33]

/** pdfkit is loaded with the first document. */
export const createDestructionRecordRenderer = (): RenderDestructionRecord => async (record) => {
  const { doc, bytes, root, end } = await beginPaper(record)
  let y = setLetterhead(doc, root, record)
  y = setTitle(doc, root, record, y)
  y = setRows(doc, root, record.facts, y)
  if (record.list.rows.length > 0) {
    y = setHeading(doc, root, record.list.heading, y)
    y = setTable(doc, root, { ...record.list, widths }, y)
  }
  y = setKept(doc, root, record, y)
  setSignatories(doc, root, record, y)
  root.end()
  setFooters(doc, record)
  end()
  return bytes
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

/** The proposer is on the left and the approver on the right, each with room to sign by hand. */
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
