import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { emptyPage } from './empty-page.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { highest, inRounds, lowest } from './in-rounds.ts'

const RECEIPTS = 25

/** The receipt as its reporter fetches it: composed, signed, set and tagged anew each time. */
export const benchReceipt = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const office = unitAt(url)
    const reporter = office.reporter(await office.file({ chronology: aStory(1) }))
    const fetchReceipts = async () => {
      const times: number[] = []
      let bytes = 0
      for (let receipt = 0; receipt < RECEIPTS; receipt++) {
        const began = performance.now()
        const response = await reporter.get('/receipt.pdf')
        bytes = (await response.arrayBuffer()).byteLength
        if (response.status !== 200) throw new Error(`The receipt was answered ${response.status}.`)
        times.push(performance.now() - began)
      }
      return { milliseconds: percentile(times, 0.95), bytes }
    }
    await fetchReceipts()
    const rounds = await inRounds(fetchReceipts)
    const empty = await inRounds(emptyPage)
    const quickest = lowest(empty, ({ milliseconds }) => milliseconds)
    const smallest = lowest(empty, ({ bytes }) => bytes) / 1_000
    return [
      {
        what: '95 of 100 receipts within',
        value: lowest(rounds, ({ milliseconds }) => milliseconds),
        unit: 'ms',
        most: 80,
        beside: `an empty page of pdfkit ${amount(quickest, 'ms')}`,
      },
      {
        what: 'size of a receipt',
        value: highest(rounds, ({ bytes }) => bytes) / 1_000,
        unit: 'kB',
        most: 60,
        beside: `an empty page of pdfkit ${amount(smallest, 'kB')}`,
      },
    ]
  })
