import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { ReceiptDocument, RenderReceipt } from '../../case/receipt/receipt.ts'
import type { DestructionRecordDocument, RenderDestructionRecord } from '../../keeping/retention/destruction-record.ts'
import type { OfficePaper, RenderPaper, RenderTable, StreamPaper } from '../../offices/office-paper.ts'
import { beginTable, setTable } from './figures.ts'
import { setLetterhead } from './letters.ts'
import { beginPaper, openPaper, setBlock, setWatermark } from './paper-parts.ts'
import {
  setClosing,
  setEvidence,
  setFollowUp,
  setFooters,
  setHeading,
  setNextSteps,
  setReceiptHead,
  setRows,
  setTitle,
} from './receipt-parts.ts'
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

/** pdfkit is loaded with the first document. */
export const createPaperStreamer = (): StreamPaper => setPaper

export const createPaperRenderer = (): RenderPaper => async (paper) => {
  const pieces: Uint8Array[] = []
  for await (const piece of setPaper(paper)) pieces.push(piece)
  return Buffer.concat(pieces)
}

/** Other work gets a turn after this many blocks. */
const AT_ONCE = 25

async function* setPaper(paper: OfficePaper): AsyncGenerator<Uint8Array> {
  const { letterhead, blocks, watermark } = paper
  const { doc, root, end } = await openPaper({
    ...paper,
    letterhead: { parent: '', office: letterhead.lines.at(-1) ?? '', contact: '' },
    signature: '',
  })
  let y = setLetterhead(doc, root, paper)
  y = setTitle(doc, root, paper, y)
  for (const [at, block] of blocks.entries()) {
    y = setBlock(doc, root, block, y)
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate()
  }
  root.end()
  if (watermark !== null) setWatermark(doc, watermark)
  setFooters(doc, paper)
  end()
  // pdfkit's document is a stream of Node's, but its types do not say so.
  yield* doc as NodeJS.ReadableStream as Readable
}

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
    await setImmediate()
  }
  table.end()
  root.end()
  setFooters(doc, paper)
  end()
  return bytes
}

export const createReceiptRenderer = (): RenderReceipt => async (receipt) => {
  const { doc, bytes, root, end } = await beginPaper(receipt)

  let y = setReceiptHead(doc, root, receipt)
  y = setTitle(doc, root, receipt, y)
  y = setRows(doc, root, receipt.facts, y)
  y = setHeading(doc, root, receipt.evidence.heading, y)
  y = setEvidence(doc, root, receipt.evidence, y)
  y = setClocks(doc, root, receipt, y)
  y = setNextSteps(doc, root, receipt.nextSteps, y)
  y = setFollowUp(doc, root, receipt.followUp, y)
  setClosing(doc, root, receipt, y)
  root.end()
  setFooters(doc, receipt)
  end()
  const file = await bytes
  return { bytes: file, sha256: createHash('sha256').update(file).digest('hex') }
}

function setClocks(doc: Doc, root: ReturnType<Doc['struct']>, { clocks }: ReceiptDocument, top: number): number {
  if (clocks.dates.length === 0) return top
  const y = setHeading(doc, root, clocks.heading, top)
  return setRows(
    doc,
    root,
    clocks.dates.map(({ label, due, explanation }) => ({ label, value: due, note: explanation })),
    y,
  )
}

const body: TextStyle = { font: 'regular', size: 10.25, colour: ink }
const strong: TextStyle = { font: 'strong', size: 10.25, colour: ink }
const small: TextStyle = { font: 'regular', size: 9, colour: quiet }

/** Widths of the columns of the list, in points; their sum is the width of the text. */
const widths = [22, 92, 88, 74, 54, 54, 54, 33]

export const createDestructionRecordRenderer = (): RenderDestructionRecord => async (record) => {
  const { doc, bytes, root, end } = await beginPaper(record)
  let y = setReceiptHead(doc, root, record)
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
