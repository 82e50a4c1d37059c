import sharp from 'sharp'
import { unitAt } from '../support/an-office.ts'
import { withService } from './a-service.ts'
import { aStory } from './a-story.ts'
import { amount, type Figure, percentile } from './figure.ts'
import { inRounds, lowest } from './in-rounds.ts'

const COPIES = 5
const FILINGS = 40

/** A photo of 12 megapixels as staff look at it, beside the same file decrypted as it is; and what filing feels of it. */
export const benchViewingCopy = (): Promise<readonly Figure[]> =>
  withService(async ({ service: { url } }) => {
    const office = unitAt(url)
    const photo = await aPhotoOfTwelveMegapixels()
    const caseOf = async (privacy: 'named' | 'confidential') => {
      const { id } = (await (await office.upload('loket.jpg', photo)).json()) as { id: string }
      const { number } = await office.file({ privacy, evidence: [id] })
      return `/cases/${number}/evidence/${id}`
    }
    const [named, confidential] = [await caseOf('named'), await caseOf('confidential')]
    const verifier = await office.signIn('verifikator')

    const fetched = async (path: string): Promise<number> => {
      const began = performance.now()
      const response = await verifier.get(path)
      await response.arrayBuffer()
      if (response.status !== 200) throw new Error(`The file was answered ${response.status}.`)
      return performance.now() - began
    }
    const several = async (path: string): Promise<number> => {
      const times: number[] = []
      for (let copy = 0; copy < COPIES; copy++) times.push(await fetched(path))
      return percentile(times, 0.5)
    }
    const filed = async (): Promise<number> => {
      const times: number[] = []
      for (let filing = 0; filing < FILINGS; filing++) {
        const began = performance.now()
        await office.file({ chronology: aStory(filing) })
        times.push(performance.now() - began)
      }
      return percentile(times, 0.95)
    }
    const filedMeanwhile = async (): Promise<number> => {
      let isOver = false
      const drawing = (async () => {
        while (!isOver) await fetched(`${named}/viewing-copy`)
      })()
      const time = await filed()
      isOver = true
      await drawing
      return time
    }

    await several(named)
    const best = async (measure: () => Promise<number>) => lowest(await inRounds(measure), (time) => time)
    const decrypted = amount(await best(() => several(named)), 'ms')
    const alone = amount(await best(filed), 'ms')
    return [
      {
        what: `a copy of a photo of ${amount(photo.length / 1e6, 'MB')}`,
        value: await best(() => several(`${named}/viewing-copy`)),
        unit: 'ms',
        most: 1_500,
        beside: `the same file only decrypted ${decrypted}`,
      },
      {
        what: 'a marked copy of it',
        value: await best(() => several(confidential)),
        unit: 'ms',
        most: 2_500,
        beside: `the same file only decrypted ${decrypted}`,
      },
      {
        what: '95 of 100 filings while copies are drawn, within',
        value: await best(filedMeanwhile),
        unit: 'ms',
        most: 250,
        beside: `while none is drawn ${alone}`,
      },
    ]
  })

const aPhotoOfTwelveMegapixels = (): Promise<Buffer> =>
  sharp({
    create: {
      ...{ width: 4_000, height: 3_000, channels: 3, background: 'white' },
      noise: { type: 'gaussian', mean: 128, sigma: 40 },
    },
  })
    .jpeg({ quality: 90 })
    .toBuffer()
