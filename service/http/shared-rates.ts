import { type Clock, type Instant, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../storage/collection.ts'
import { PLATFORM } from '../storage/place.ts'
import { type Rate, slidingRate } from './rate.ts'

/** What one process counted in about a second. Keys are hashed, so no address is stored. */
export interface Counts extends Kept {
  readonly process: string
  readonly at: Instant
  readonly counted: readonly (readonly [rate: string, key: string, times: number])[]
}

export const countsSpec: CollectionSpec<Counts> = {
  name: 'limitCounts',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'] }, over: { on: ['at'], acrossTenants: true } },
}

export interface SharedRatePorts {
  readonly kept: Collection<Counts>
  /** It is random, and new at each start. */
  readonly process: string
  readonly hash: (text: string) => string
  readonly now: Clock
  readonly windowLength: number
}

/**
 * Rates that several processes share. No request waits for it: processes exchange counts every second or so, and a
 * limit may be passed by what the others took meanwhile.
 */
export interface SharedRates {
  rate(name: string): Rate
  /** Publishes this process's counts and reads the others'. */
  exchange(): Promise<void>
  sweep(): Promise<number>
}

export const EXCHANGES_EVERY = SECOND

/** Clocks of processes differ and writes take time, so recent counts are read again. */
const OVERLAP = 10 * SECOND
const PAGE = 200

/** In a flood, further keys of the same second are not published. */
const MOST_KEYS = 5_000

export function createSharedRates({ kept, process, hash, now, windowLength }: SharedRatePorts): SharedRates {
  const milliseconds = () => Date.parse(now())
  const rates = new Map<string, Rate>()
  let untold = new Map<string, number>()
  let shared = 0
  let heardUntil = plusMilliseconds(now(), -windowLength)
  let heard = new Set<string>()

  const note = (name: string, key: string, times: number) => {
    const both = `${name}\n${key}`
    const sum = (untold.get(both) ?? 0) + times
    if (sum === 0) untold.delete(both)
    else if (untold.has(both) || untold.size < MOST_KEYS) untold.set(both, sum)
  }

  async function tell(): Promise<void> {
    if (untold.size === 0) return
    const telling = untold
    untold = new Map()
    const counted = [...telling].map(([both, times]) => {
      const [rate = '', key = ''] = both.split('\n')
      return [rate, key, times] as const
    })
    shared += 1
    try {
      await kept.insert({ tenant: PLATFORM, id: `${process} ${shared}`, process, at: now(), counted })
    } catch (cause) {
      for (const [both, times] of telling) untold.set(both, (untold.get(both) ?? 0) + times)
      throw cause
    }
  }

  async function hear(): Promise<void> {
    const from = plusMilliseconds(heardUntil, -OVERLAP)
    const until = now()
    const found = new Set<string>()
    let after: string | null = null
    do {
      const query = { index: 'at', range: { from }, limit: PAGE, ...(after && { after }) } as const
      const page = await kept.find(PLATFORM, query)
      for (const one of page.items) {
        found.add(one.id)
        if (one.process === process || heard.has(one.id)) continue
        for (const [name, key, times] of one.counted) takeIn(rates.get(name), key, times)
      }
      after = page.nextCursor
    } while (after)
    heard = found
    heardUntil = until
  }

  return {
    rate(name) {
      const counted = slidingRate(windowLength, milliseconds)
      rates.set(name, counted)
      return {
        add(plain, times = 1) {
          const key = hash(`${name}\n${plain}`)
          note(name, key, times)
          return counted.add(key, times)
        },
        takeBack(plain) {
          const key = hash(`${name}\n${plain}`)
          note(name, key, -1)
          counted.takeBack(key)
        },
        count: (plain) => counted.count(hash(`${name}\n${plain}`)),
      }
    },

    async exchange() {
      await tell()
      await hear()
    },

    sweep: () => kept.deleteAcrossTenants('over', { to: plusMilliseconds(now(), -windowLength - MINUTE) }, 500),
  }
}

function takeIn(rate: Rate | undefined, key: string, times: number): void {
  if (times > 0) rate?.add(key, times)
  for (let back = times; back < 0; back++) rate?.takeBack(key)
}
