import type { ReceiptDocument } from '../../documents/receipt-document.ts'
import type { RenderReceipt } from '../../documents/render-receipt.ts'
import {
  setClosing,
  setEvidence,
  setFollowUp,
  setFooters,
  setHeading,
  setLetterhead,
  setRows,
  setTitle,
} from './receipt-parts.ts'
import { type Doc, fonts, margin } from './sheet.ts'

/** Sets receipts with pdfkit, which is loaded with the first of them. */
export const createReceiptRenderer = (): RenderReceipt => async (receipt) => {
  const [{ default: PDFDocument }, { default: qrcode }] = await Promise.all([import('pdfkit'), import('qrcode')])
  const doc = new PDFDocument(settingsOf(receipt))
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)

  let y = setLetterhead(doc, root, receipt)
  y = setTitle(doc, root, receipt, y)
  y = setRows(doc, root, receipt.facts, y)
  y = setHeading(doc, root, receipt.evidence.heading, y)
  y = setEvidence(doc, root, receipt.evidence, y)
  y = setClocks(doc, root, receipt, y)
  y = setFollowUp(doc, root, receipt.followUp, y)
  const { modules } = qrcode.create(receipt.verification.url, { errorCorrectionLevel: 'M' })
  setClosing(doc, root, receipt, modules, y)
  root.end()
  setFooters(doc, receipt)
  doc.end()
  return bytes
}

function settingsOf(receipt: ReceiptDocument) {
  const settings: PDFKit.PDFDocumentOptions = {
    size: 'A4',
    margins: margin,
    pdfVersion: '1.7',
    tagged: true,
    lang: receipt.language,
    displayTitle: true,
    bufferPages: true,
    font: fonts.regular,
    info: {
      Title: `${receipt.title} ${receipt.number}`,
      Author: unmarked(receipt.letterhead.office),
      Keywords: receipt.signature,
      Creator: 'Aduan',
      Producer: 'Aduan',
      // With this moment, and nothing taken from the clock, the same receipt gives the same bytes and file id.
      CreationDate: new Date(receipt.createdAt),
    },
  }
  // Known to pdfkit, not yet to its types: the document says that it keeps the rules of accessible PDF.
  return Object.assign(settings, { subset: 'PDF/UA' })
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
