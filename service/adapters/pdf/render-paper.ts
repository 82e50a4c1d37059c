import type { RenderPaper } from '../../documents/office-paper.ts'
import { beginPaper } from './begin-paper.ts'
import { setLetterhead } from './letter-parts.ts'
import { setBlock, setWatermark } from './paper-parts.ts'
import { setFooters, setTitle } from './receipt-parts.ts'

/** Sets papers of the office with pdfkit, which is loaded with the first of them. */
export const createPaperRenderer = (): RenderPaper => async (paper) => {
  const { letterhead, blocks, watermark } = paper
  const { doc, bytes, root } = await beginPaper({
    ...paper,
    letterhead: { parent: '', office: letterhead.lines.at(-1) ?? '', contact: '' },
    signature: '',
  })
  let y = setLetterhead(doc, root, paper)
  y = setTitle(doc, root, paper, y)
  for (const block of blocks) y = setBlock(doc, root, block, y)
  root.end()
  if (watermark !== null) setWatermark(doc, watermark)
  setFooters(doc, paper)
  doc.end()
  return bytes
}
