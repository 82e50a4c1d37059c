import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import type { OfficePaper, RenderPaper, StreamPaper } from '../../offices/office-paper.ts'
import { openPaper } from './begin-paper.ts'
import { setLetterhead } from './letter-parts.ts'
import { setBlock, setWatermark } from './paper-parts.ts'
import { setFooters, setTitle } from './receipt-parts.ts'

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
