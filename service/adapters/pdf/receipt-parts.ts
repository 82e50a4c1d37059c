import type { ReceiptDocument } from '../../case/receipt/receipt.ts'
import {
  type Doc,
  decorate,
  drawQrCode,
  drawRule,
  fonts,
  heightOf,
  ink,
  makeRoom,
  margin,
  qrSquares,
  quiet,
  rule,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const body: TextStyle = { font: 'regular', size: 10.25, colour: ink }
const strong: TextStyle = { font: 'strong', size: 10.25, colour: ink }
const label: TextStyle = { font: 'regular', size: 10.25, colour: quiet }
const small: TextStyle = { font: 'regular', size: 9, colour: quiet }
const heading: TextStyle = { font: 'strong', size: 11.5, colour: ink }
const centred = { align: 'center' } as const

const labelWidth = 138
const rowPadding = 2.6

/** A double line below it closes the letterhead, as in Indonesian official letters. */
export function setReceiptHead(doc: Doc, root: Struct, { letterhead }: Pick<ReceiptDocument, 'letterhead'>): number {
  const place = (y: number) => ({ x: margin.left, y, width: widthOf(doc) })
  let y: number = margin.top
  const parent = { ...body, ...centred, size: 12, spacing: 0.4 }
  y = setText(doc, root, 'P', letterhead.parent.toUpperCase(), parent, place(y))
  y = setText(doc, root, 'P', letterhead.office.toUpperCase(), { ...strong, ...centred, size: 15 }, place(y + 1))
  y = setText(doc, root, 'P', letterhead.contact, { ...small, ...centred, size: 9.5 }, place(y + 2))
  drawRule(doc, y + 8, 2.2, ink)
  drawRule(doc, y + 11, 0.7, ink)
  return y + 27
}

export function setTitle(
  doc: Doc,
  root: Struct,
  { title, number, lead }: Pick<ReceiptDocument, 'title' | 'number' | 'lead'>,
  top: number,
): number {
  const place = (y: number) => ({ x: margin.left, y, width: widthOf(doc) })
  let y = setText(doc, root, 'H1', title.toUpperCase(), { ...heading, ...centred, size: 15, spacing: 1.1 }, place(top))
  y = setText(doc, root, 'P', number, { ...strong, ...centred, size: 12.5 }, place(y + 2))
  return setText(doc, root, 'P', lead, body, place(y + 13)) + 5
}

export interface Row {
  readonly label: string
  readonly value: string
  /** It is printed below the value, smaller. */
  readonly note?: string
  /** The language of the value, where it is not that of the page. */
  readonly lang?: string
}

/** No row is cut by the end of a page. */
export function setRows(doc: Doc, root: Struct, rows: readonly Row[], top: number): number {
  if (rows.length === 0) return top
  const table = doc.struct('Table')
  root.add(table)
  const valueX = margin.left + labelWidth
  const valueWidth = widthOf(doc) - labelWidth
  let y = top
  for (const row of rows) {
    const note = row.note ?? ''
    const lines = row.value.split('\n')
    const valueHeight = lines.reduce((sum, line) => sum + heightOf(doc, line, body, valueWidth), 0)
    const noteHeight = heightOf(doc, note, small, valueWidth)
    const height = Math.max(heightOf(doc, row.label, label, labelWidth - 12), valueHeight + noteHeight)
    y = makeRoom(doc, y, height + 2 * rowPadding)
    const tableRow = doc.struct('TR')
    table.add(tableRow)
    const head = doc.struct('TH', { scope: 'Row' })
    tableRow.add(head)
    setText(doc, head, 'P', row.label, label, { x: margin.left, y: y + rowPadding, width: labelWidth - 12 })
    const cell = doc.struct('TD')
    tableRow.add(cell)
    let valueY = y + rowPadding
    for (const line of lines)
      valueY = setText(doc, cell, 'P', line, body, { x: valueX, y: valueY, width: valueWidth }, row.lang)
    setText(doc, cell, 'P', note, small, { x: valueX, y: valueY, width: valueWidth })
    y += height + 2 * rowPadding
    drawRule(doc, y, 0.5, rule)
  }
  table.end()
  return y
}

/** A heading stays with at least the beginning of its text. */
export function setHeading(doc: Doc, root: Struct, text: string, top: number): number {
  const y = makeRoom(doc, top + 10, 56)
  return setText(doc, root, 'H2', text, heading, { x: margin.left, y, width: widthOf(doc) }) + 2
}

export function setEvidence(doc: Doc, root: Struct, { files, none }: ReceiptDocument['evidence'], top: number): number {
  const width = widthOf(doc)
  if (files.length === 0) return setText(doc, root, 'P', none, body, { x: margin.left, y: top, width })
  const list = doc.struct('L')
  root.add(list)
  let y = top
  for (const { name, size, sha256 } of files) {
    const title = `${name} (${size})`
    const titleHeight = heightOf(doc, title, body, width)
    const height = titleHeight + heightOf(doc, sha256, small, width)
    y = makeRoom(doc, y, height + 3)
    const item = doc.struct('LI')
    list.add(item)
    const content = doc.struct('LBody')
    item.add(content)
    setText(doc, content, 'P', title, body, { x: margin.left, y, width })
    setText(doc, content, 'P', sha256, { ...small, size: 8.5 }, { x: margin.left, y: y + titleHeight, width })
    y += height + 3
  }
  list.end()
  return y
}

export function setNextSteps(doc: Doc, root: Struct, next: ReceiptDocument['nextSteps'], top: number): number {
  if (!next) return top
  const width = widthOf(doc)
  const y = makeRoom(doc, setHeading(doc, root, next.heading, top), heightOf(doc, next.text, body, width))
  return setText(doc, root, 'P', next.text, body, { x: margin.left, y, width }, next.lang)
}

export function setFollowUp(
  doc: Doc,
  root: Struct,
  { heading, text, url }: ReceiptDocument['followUp'],
  top: number,
): number {
  const width = widthOf(doc)
  let y = setHeading(doc, root, heading, top)
  y = makeRoom(doc, y, heightOf(doc, text, body, width) + heightOf(doc, url, strong, width))
  y = setText(doc, root, 'P', text, body, { x: margin.left, y, width })
  return setText(doc, root, 'P', url, strong, { x: margin.left, y: y + 1, width })
}

const qrWidth = 88
const columnGap = 16

/** The officer who received it is on the right, as letters are signed, and the QR code on the left. */
export function setClosing(doc: Doc, root: Struct, receipt: ReceiptDocument, top: number): number {
  const { verification, receivedBy } = receipt
  const signWidth = 158
  const textX = margin.left + qrWidth + columnGap
  const textWidth = widthOf(doc) - qrWidth - signWidth - 2 * columnGap
  const parts = [
    [verification.text, small],
    [verification.url, { ...small, colour: ink }],
    [verification.fingerprint, { ...small, colour: ink }],
    [verification.keyFingerprint, { ...small, colour: ink }],
  ] as const
  const textHeight = parts.reduce((sum, [text, style]) => sum + heightOf(doc, text, style, textWidth) + 3, 18)
  const start = makeRoom(doc, top + 14, Math.max(qrWidth, textHeight, 104))

  root.add(
    doc.struct(
      'Figure',
      { alt: verification.qrAlternative, bbox: [margin.left, start, margin.left + qrWidth, start + qrWidth] },
      () => drawQrCode(doc, qrSquares(verification.url), margin.left, start, qrWidth),
    ),
  )
  let y = setText(doc, root, 'H2', verification.heading, strong, { x: textX, y: start - 2, width: textWidth })
  for (const [text, style] of parts) y = setText(doc, root, 'P', text, style, { x: textX, y: y + 2, width: textWidth })

  const signX = doc.page.width - margin.right - signWidth
  const sign = (text: string, style: TextStyle, at: number) =>
    setText(doc, root, 'P', text, { ...style, ...centred }, { x: signX, y: at, width: signWidth })
  let signed = sign(receivedBy.caption, receivedBy.name === null ? strong : body, start - 2)
  if (receivedBy.name !== null) {
    // Receipts of the counter have room for a signature by hand.
    signed = sign(receivedBy.name, strong, signed + 46)
    const lineY = signed + 1
    decorate(doc, () => {
      doc
        .lineWidth(0.7)
        .strokeColor(ink)
        .moveTo(signX, lineY)
        .lineTo(signX + signWidth, lineY)
        .stroke()
    })
  }
  signed = sign(receivedBy.text, small, signed + 4)
  return Math.max(y, signed, start + qrWidth)
}

/**
 * A screen reader skips the footers.
 * @param from the first page of this paper, where the file holds several
 */
export function setFooters(doc: Doc, paper: Pick<ReceiptDocument, 'number' | 'page'>, from = 0): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = Math.max(start, from); page < start + count; page++) {
    doc.switchToPage(page)
    // Text below the bottom margin would begin a page of its own.
    doc.page.margins.bottom = 0
    const y = doc.page.height - 38
    doc.markContent('Artifact', { type: 'Pagination' })
    doc.font(fonts.regular).fontSize(8.5).fillColor(quiet)
    doc.text(paper.number, margin.left, y, { lineBreak: false })
    doc.text(paper.page({ page: page - from + 1, pages: start + count - from }), margin.left, y, {
      width: widthOf(doc),
      align: 'right',
    })
    doc.endMarkedContent()
  }
}
