import type { BindPages } from '../../keeping/evidence/opened-evidence.ts'
import { openDocument } from './open-document.ts'

/** Points for each pixel of a page, which is drawn at two and a half pixels a point. */
const SCALE = 1 / 2.5

/** The file has the pictures and neither words, names, nor a time. */
export const bindPages: BindPages = async (pages) => {
  const doc = await openDocument({ autoFirstPage: false, info: { CreationDate: new Date(0) } })
  const chunks: Uint8Array[] = []
  const ended = new Promise<void>((resolve, reject) => doc.on('end', resolve).on('error', reject))
  doc.on('data', (chunk: Uint8Array) => chunks.push(chunk))
  for (const page of pages) {
    const [width, height] = [page.width * SCALE, page.height * SCALE]
    doc.addPage({ size: [width, height], margin: 0 })
    doc.image(Buffer.from(page.picture), 0, 0, { width, height })
  }
  doc.end()
  await ended
  return Buffer.concat(chunks)
}
