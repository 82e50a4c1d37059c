import PDFDocument from 'pdfkit'
import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure, percentile } from './figure.ts'

const WARM_UP = 10
const RECEIPTS = 50

/** The receipt as its reporter fetches it: composed, signed, set and tagged anew each time. */
export const benchReceipt = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const office = unitAt(url)
    const reporter = office.reporter(await office.file({ chronology: aStory(1) }))
    const times: number[] = []
    let bytes = 0
    for (let receipt = 0; receipt < WARM_UP + RECEIPTS; receipt++) {
      const began = performance.now()
      const response = await reporter.get('/receipt.pdf')
      bytes = (await response.arrayBuffer()).byteLength
      if (response.status !== 200) throw new Error(`The receipt was answered ${response.status}.`)
      if (receipt >= WARM_UP) times.push(performance.now() - began)
    }
    const empty = await emptyPage()
    return [
      {
        what: '95 of 100 receipts within',
        value: percentile(times, 0.95),
        unit: 'ms',
        most: 80,
        beside: `empty page of pdfkit ${amount(empty.milliseconds, 'ms')}`,
      },
      {
        what: 'size of a receipt',
        value: bytes / 1_000,
        unit: 'kB',
        most: 60,
        beside: `empty page ${amount(empty.bytes / 1_000, 'kB')}`,
      },
    ]
  })

async function emptyPage(): Promise<{ milliseconds: number; bytes: number }> {
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
