import type { ReceiptDocument } from '../../case/receipt/receipt.ts'
import { isPracticeName } from '../../offices/practice/practice.ts'
import { openDocument } from './open-document.ts'
import { setPracticeMark } from './paper-parts.ts'
import { type Doc, margin } from './sheet.ts'

type Paper = Pick<ReceiptDocument, 'title' | 'number' | 'letterhead' | 'signature' | 'createdAt' | 'language'> & {
  readonly copyMark?: string
  /** Landscape instead of portrait. */
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

/** Returns the same as a stream. */
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
