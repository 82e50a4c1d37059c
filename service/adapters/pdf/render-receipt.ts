import { createHash } from 'node:crypto'
import type { ReceiptDocument, RenderReceipt } from '../../case/receipt/receipt.ts'
import { beginPaper } from './begin-paper.ts'
import {
  setClosing,
  setEvidence,
  setFollowUp,
  setFooters,
  setHeading,
  setLetterhead,
  setNextSteps,
  setRows,
  setTitle,
} from './receipt-parts.ts'
import type { Doc } from './sheet.ts'

/** pdfkit is loaded with the first document. */
export const createReceiptRenderer = (): RenderReceipt => async (receipt) => {
  const { doc, bytes, root, end } = await beginPaper(receipt)

  let y = setLetterhead(doc, root, receipt)
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
