import { type Clock, type Instant, instantOf, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from '../storage/collection.ts'
import { PLATFORM } from '../storage/place.ts'

/** Counts how often each key came up, in a window that slides by halves. The number of keys is bounded. */
export interface Rate {
  /** Adds `times` and returns the count within the window. */
  add(key: string, times?: number): number
  /** Takes back one that was counted within the window. */
  takeBack(key: string): void
  count(key: string): number
}

interface Seen {
  window: number
  now: number
  before: number
}

const MOST_KEYS = 100_000

/** @param milliseconds a clock that only moves forward */
export function slidingRate(windowLength: number, milliseconds: () => number): Rate {
  const seen = new Map<string, Seen>()

  function lookedUp(key: string): { entry: Seen; share: number } {
    const time = milliseconds() / windowLength
    const window = Math.floor(time)
    const entry = seen.get(key) ?? { window, now: 0, before: 0 }
    if (entry.window !== window) {
      entry.before = entry.window === window - 1 ? entry.now : 0
      entry.now = 0
      entry.window = window
    }
    return { entry, share: 1 - (time - window) }
  }

  const total = ({ entry, share }: { entry: Seen; share: number }) => entry.now + entry.before * share

  return {
    add(key, times = 1) {
      const found = lookedUp(key)
      found.entry.now += times
      // Re-inserting keeps the map in order of use, so that the first is the one unused longest.
      seen.delete(key)
      if (seen.size >= MOST_KEYS) {
        for (const oldest of seen.keys()) {
          seen.delete(oldest)
          break
        }
      }
      seen.set(key, found.entry)
      return total(found)
    },
    takeBack(key) {
      const { entry } = lookedUp(key)
      if (entry.now > 0) entry.now--
      else if (entry.before > 0) entry.before--
    },
    count: (key) => total(lookedUp(key)),
  }
}

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
const MOST_SHARED_KEYS = 5_000

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
    else if (untold.has(both) || untold.size < MOST_SHARED_KEYS) untold.set(both, sum)
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

/** `id` is the signature of the challenge. */
interface SpentProof extends Kept {
  readonly until: Instant
}

export const spentProofSpec: CollectionSpec<SpentProof> = {
  name: 'spentProofs',
  keys: { until: ({ until }) => until },
  indexes: { over: { on: ['until'], acrossTenants: true } },
}

/** Each proof counts once across all processes. */
export function spentProofs(kept: Collection<SpentProof>, now: Clock) {
  return {
    async spend(signature: string, until: Date): Promise<boolean> {
      try {
        await kept.insert({ tenant: PLATFORM, id: signature, until: instantOf(until) })
        return true
      } catch (cause) {
        if (cause instanceof UniqueViolation) return false
        throw cause
      }
    },
    sweep: () => kept.deleteAcrossTenants('over', { to: now() }, 500),
  }
}

/** A proof for one purpose or subject opens nothing else. */
export interface WorkFor {
  /** Such as `filing` or `sign-in`. */
  readonly purpose: string
  /** The tenant or the account that is protected. */
  readonly subject: string
}

/** `too-little` was enough for an earlier challenge, but not for what is asked now. */
export type ProofVerdict = 'accepted' | 'too-little' | 'wrong'

/** Work that a sender's device must do when it is busy: cheap to check, and each proof counts once. */
export interface ProofOfWork {
  /** @param difficulty 1 takes a phone about a second; it grows in proportion */
  challenge(of: WorkFor, difficulty: number): Promise<unknown>
  /** @param proof base64 of the JSON `{ challenge, solution }` */
  judge(of: WorkFor, difficulty: number, proof: string): Promise<ProofVerdict>
}
