import PDFDocument from 'pdfkit'

/** The yardstick of papers: pdfkit with nothing to set. */
export async function emptyPage(): Promise<{ milliseconds: number; bytes: number }> {
  const began = performance.now()
  const doc = new PDFDocument()
  let bytes = 0
  doc.on('data', (chunk: Uint8Array) => {
    bytes += chunk.length
  })
  const done = new Promise((end) => doc.on('end', end))
  doc.end()
  await done
  return { milliseconds: performance.now() - began, bytes }
}
