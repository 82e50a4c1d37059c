import type { ReceiptDocument } from '../../case/receipt/receipt.ts'
import type { PaperBlock } from '../../offices/office-paper.ts'
import { isPracticeName, PRACTICE_PREFIX } from '../../offices/practice/practice.ts'
import { setBars, setFigures, setTable } from './figures.ts'
import { setHeading, setRows } from './receipt-parts.ts'
import {
  type Doc,
  decorate,
  fonts,
  heightOf,
  ink,
  makeRoom,
  margin,
  openDocument,
  quiet,
  type Struct,
  setText,
  type TextStyle,
  widthOf,
} from './sheet.ts'

const body: TextStyle = { font: 'regular', size: 10.25, colour: ink }
const looks = {
  strong: { font: 'strong', size: 10.25, colour: ink },
  small: { font: 'regular', size: 9, colour: quiet },
} as const satisfies Record<string, TextStyle>

type Block<Kind extends PaperBlock['kind']> = Extract<PaperBlock, { readonly kind: Kind }>

export function setBlock(doc: Doc, root: Struct, block: PaperBlock, top: number): number {
  switch (block.kind) {
    case 'heading':
      return setHeading(doc, root, block.text, top)
    case 'text':
      return setWords(doc, root, block, top)
    case 'rows':
      return setRows(doc, root, block.rows, top)
    case 'table': {
      const widths = block.shares.map((share) => share * widthOf(doc))
      return setTable(doc, root, { ...block, widths }, top)
    }
    case 'figures':
      return setFigures(doc, root, block.figures, top)
    case 'bars':
      return setBars(doc, root, block, top)
    case 'ticks':
      return setTicks(doc, root, block, top)
    case 'signatures':
      return setSignatures(doc, root, block, top)
  }
}

function setWords(doc: Doc, root: Struct, { text, look }: Block<'text'>, top: number): number {
  const style = look ? looks[look] : body
  const width = widthOf(doc)
  let y = top + 3
  for (const line of text.split('\n')) {
    y = makeRoom(doc, y, Math.min(heightOf(doc, line, style, width), 2 * style.size * 1.4))
    y = setText(doc, root, 'P', line, style, { x: margin.left, y, width }) + 2
  }
  return y + 2
}

const boxSize = 9

function setTicks(doc: Doc, root: Struct, { items, tickedWord }: Block<'ticks'>, top: number): number {
  const width = widthOf(doc) / 2
  const textWidth = width - boxSize - 18
  const list = doc.struct('L')
  root.add(list)
  const half = Math.ceil(items.length / 2)
  let y = top + 4
  for (let row = 0; row < half; row++) {
    const pair = [items[row], items[row + half]]
    const height = Math.max(...pair.map((item) => (item ? heightOf(doc, item.text, body, textWidth) : 0))) + 5
    y = makeRoom(doc, y, height)
    for (const [column, item] of pair.entries()) {
      if (!item) continue
      const x = margin.left + column * width
      drawBox(doc, x, y + 2, item.ticked)
      const entry = doc.struct('LI', item.ticked ? { alt: `${tickedWord}: ${item.text}` } : {})
      list.add(entry)
      const style = item.ticked ? looks.strong : body
      setText(doc, entry, 'LBody', item.text, style, { x: x + boxSize + 8, y, width: textWidth })
    }
    y += height
  }
  list.end()
  return y
}

function drawBox(doc: Doc, x: number, y: number, isTicked: boolean): void {
  decorate(doc, () => {
    doc.lineWidth(0.8).strokeColor(ink).rect(x, y, boxSize, boxSize).stroke()
    if (!isTicked) return
    doc
      .lineWidth(1.4)
      .moveTo(x + 1.8, y + 4.8)
      .lineTo(x + 4, y + 7)
      .lineTo(x + 7.4, y + 1.8)
      .stroke()
  })
}

const signWidth = 200

/** Two are beside each other, each with room to sign by hand above the name. */
function setSignatures(doc: Doc, root: Struct, { signatories }: Block<'signatures'>, top: number): number {
  const places = [margin.left, doc.page.width - margin.right - signWidth]
  let y = top
  for (let at = 0; at < signatories.length; at += 2) {
    const start = makeRoom(doc, y + 22, 118)
    const ends = signatories.slice(at, at + 2).map(({ caption, name, position }, column) => {
      const x = places[signatories.length === 1 ? 1 : column] ?? margin.left
      const sign = (text: string, style: TextStyle, from: number) =>
        setText(doc, root, 'P', text, { ...style, align: 'center' }, { x, y: from, width: signWidth })
      const captionEnd = sign(caption, body, start)
      const nameEnd = sign(name, looks.strong, Math.max(captionEnd, start + 14) + 46)
      decorate(doc, () => {
        const lineY = name === '' ? nameEnd + 12 : nameEnd + 1
        doc
          .lineWidth(0.7)
          .strokeColor(ink)
          .moveTo(x, lineY)
          .lineTo(x + signWidth, lineY)
          .stroke()
      })
      return sign(position, looks.small, nameEnd + (name === '' ? 15 : 4))
    })
    y = Math.max(...ends)
  }
  return y
}

/** Prints who took the copy and when across every page; a screen reader skips it. */
export function setWatermark(doc: Doc, text: string): void {
  markPages(doc, ({ width, height }) => {
    doc.font(fonts.strong).fontSize(17).fillColor(ink, 0.11)
    const reach = Math.hypot(width, height)
    const line = `${text}     `
    const row = line.repeat(Math.ceil(reach / doc.widthOfString(line)))
    for (let y = (height - reach) / 2; y < (height + reach) / 2; y += 120) {
      doc.text(row, (width - reach) / 2, y, { lineBreak: false })
    }
  })
}

/** Large enough to be read on a photo of the page; a screen reader reads the name of the office instead. */
export function setPracticeMark(doc: Doc): void {
  markPages(doc, ({ width, height }) => {
    doc.font(fonts.strong).fontSize(120).fillColor(ink, 0.16)
    const text = PRACTICE_PREFIX
    doc.text(text, (width - doc.widthOfString(text)) / 2, height / 2 - 75, { lineBreak: false })
  })
}

function markPages(doc: Doc, mark: (page: { readonly width: number; readonly height: number }) => void): void {
  const { start, count } = doc.bufferedPageRange()
  for (let page = start; page < start + count; page++) {
    doc.switchToPage(page)
    const { width, height } = doc.page
    doc.markContent('Artifact', { type: 'Layout' })
    doc.save()
    doc.rotate(-38, { origin: [width / 2, height / 2] })
    mark({ width, height })
    doc.restore()
    doc.fillOpacity(1)
    doc.endMarkedContent()
  }
}

type Paper = Pick<ReceiptDocument, 'title' | 'number' | 'letterhead' | 'signature' | 'createdAt' | 'language'> & {
  readonly copyMark?: string
  readonly isWide?: boolean
}

/**
 * Returns an empty accessible PDF with its signature inside, the root of its structure, its bytes once it is ended, and
 * what ends it.
 */
export async function beginPaper(paper: Paper) {
  const opened = await openPaper(paper)
  return { ...opened, bytes: collect(opened.doc) }
}

export async function openPaper(paper: Paper) {
  const doc = await openDocument(settingsOf(paper))
  const root = doc.struct('Document')
  doc.addStructure(root)
  return {
    doc,
    root,
    /** Ends it. What is practice says so across every page, so that no copy of it passes for a paper of the office. */
    end() {
      if (isPracticeName(paper.letterhead.office)) setPracticeMark(doc)
      doc.end()
    },
  }
}

function settingsOf(paper: Paper) {
  const settings: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    layout: paper.isWide ? 'landscape' : 'portrait',
    margins: margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: paper.language,
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: `${paper.title} ${paper.number}`,
      Author: unmarked(paper.letterhead.office),
      Keywords: paper.signature,
      Creator: 'Aduan',
      Producer: 'Aduan',
      // With this time, and nothing from the clock, the same paper gives the same bytes and file id.
      CreationDate: new Date(paper.createdAt),
      ...(paper.copyMark && { Copy: paper.copyMark }),
    },
  }
  // pdfkit knows it, but its types do not: the document declares that it keeps the rules of accessible PDF.
  return Object.assign(settings, { subset: 'PDF/UA' })
}

// pdfkit copies these words into the document's XML as they are.
const unmarked = (text: string): string => text.replace(/[<>&]/g, ' ')

function collect(doc: Doc): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
    doc.on('end', () => resolve(Buffer.concat(chunks)))
    doc.on('error', reject)
  })
}
