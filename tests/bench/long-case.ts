import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { amount, type Figure } from './figure.ts'
import { cpuOf, untilIdle } from './process-usage.ts'

const LONG = 1_000
const MEASURED = 200
/** Around ten messages, in so many cases. */
const SHORT = 10

const text = 'Mohon kabar tentang berkas saya, sudah tiga kali saya datang ke loket dan belum ada jawaban. '.repeat(4)

/** What a message of a reporter costs in a case with ten of them, and in one with a thousand. */
export const benchLongCase = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url }, pid }) => {
    const office = unitAt(url)
    const write = async (
      reporter: Pick<ReturnType<typeof office.reporter>, 'post'>,
      count: number,
    ): Promise<number> => {
      let bytes = 0
      for (let at = 0; at < count; at++) {
        const answer = await reporter.post('/messages', { text: `${at} ${text}` })
        bytes = (await answer.arrayBuffer()).byteLength
        if (answer.status !== 201) throw new Error(`A message was answered ${answer.status}.`)
      }
      return bytes
    }
    const costOf = async (doing: () => Promise<unknown>): Promise<number> => {
      await untilIdle(pid)
      const before = await cpuOf(pid)
      await doing()
      await untilIdle(pid)
      return (await cpuOf(pid)) - before
    }
    const aReporter = async () => {
      const receipt = await office.file()
      return { ...office.reporter(receipt), number: receipt.number }
    }
    const staff = await office.signIn('verifikator')
    const print = async (number: string): Promise<void> => {
      const answer = await staff.get(`/cases/${number}/print.pdf`)
      await answer.arrayBuffer()
      if (answer.status !== 200) throw new Error(`A print was answered ${answer.status}.`)
    }

    const short = await Promise.all(Array.from({ length: MEASURED / SHORT }, aReporter))
    const long = await aReporter()
    await write(long, LONG)
    // Fonts and pdfkit load with the first print.
    await print(long.number)
    const printOfLong = await costOf(() => print(long.number))
    for (const reporter of short) await write(reporter, SHORT / 2)
    let bytesOfShort = 0
    const early = await costOf(async () => {
      for (const reporter of short) bytesOfShort = await write(reporter, SHORT)
    })
    const messagesOfShort = (SHORT + SHORT / 2) * short.length
    const printsOfShort = await costOf(async () => {
      for (const { number } of short) await print(number)
    })
    let bytes = 0
    const late = await costOf(async () => {
      bytes = await write(long, MEASURED)
    })
    const eachOfLong = printOfLong / LONG
    const eachOfShort = printsOfShort / messagesOfShort
    return [
      {
        what: 'CPU of a message on paper in a case with 1,000, to one with fifteen',
        value: eachOfLong / eachOfShort,
        unit: 'times',
        most: 1.5,
        beside: `${amount(eachOfLong, 'ms')} to ${amount(eachOfShort, 'ms')}`,
      },
      {
        what: 'CPU of a message in a case with 1,000, to one with ten',
        value: late / early,
        unit: 'times',
        most: 1.2,
        beside: `${amount(late / MEASURED, 'ms')} to ${amount(early / MEASURED, 'ms')}`,
      },
      {
        what: 'answer to a message there',
        value: bytes / 1_000,
        unit: 'kB',
        most: 60,
        beside: `with fifteen ${amount(bytesOfShort / 1_000, 'kB')}`,
      },
    ]
  })
