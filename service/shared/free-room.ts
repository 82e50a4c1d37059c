import { SECOND } from './instant.ts'
import { giveBack } from './memory-at-rest.ts'
import { Refusal } from './refusal.ts'

/** Both are bytes. */
export interface DiskSpace {
  readonly free: number
  readonly total: number
}

export type MeasureDisk = () => Promise<DiskSpace>

/** `low` refuses files only; `full` refuses complaints from outside too. */
export type Room = 'enough' | 'low' | 'full'

export interface DiskState extends DiskSpace {
  readonly room: Room
  /** Bytes that are kept free of evidence. */
  readonly reserve: number
}

const MOST_RESERVED = 2_000_000_000

/**
 * A tenth of a disk is kept free, and at most 2 GB, which is the text of 200,000 complaints. A fifth of that is kept
 * for what staff and reporters do about existing complaints.
 */
export function stateOf({ free, total }: DiskSpace): DiskState {
  const reserve = Math.min(total / 10, MOST_RESERVED)
  return { free, total, reserve, room: free >= reserve ? 'enough' : free >= reserve / 5 ? 'low' : 'full' }
}

/** The disk of the data folder is measured on demand. */
export interface DiskRoom {
  state(): Promise<DiskState>
  beforeFile(): Promise<void>
  beforeFiling(): Promise<void>
}

/** A disk does not fill much faster, and a flood of requests must not cause measurements. */
const MEASURE_LASTS = SECOND / 2
const RETRY_AFTER = 600

/** @param milliseconds a clock that only moves forward */
export function watchDisk(measure: MeasureDisk, milliseconds: () => number): DiskRoom {
  let last: { readonly until: number; readonly state: Promise<DiskState> } | null = null
  const state = () => {
    if (!last || last.until <= milliseconds()) {
      last = { until: milliseconds() + MEASURE_LASTS, state: measure().then(stateOf) }
    }
    return last.state
  }
  return {
    state,
    async beforeFile() {
      const { room } = await state()
      if (room !== 'enough') throw new Refusal('no-room', 'evidence/no-room', { retryAfter: RETRY_AFTER })
    },
    async beforeFiling() {
      const { room } = await state()
      if (room === 'full') throw new Refusal('no-room', 'store/full', { retryAfter: RETRY_AFTER })
    },
  }
}

/** Milliseconds between two looks at how much the process holds. */
const LOOKS_EVERY = 1_000

/** Bytes. A process that holds less does not pause for a collection of its own. */
const MUCH = 520e6

/** What a collection left is in use. The next one is worth its pause once so much more is held. */
const GROWN = 1.25

/** Whether memory is to be given back now, by the bytes that the process holds at each look. */
export function watchLoad(): (held: number) => boolean {
  let most = MUCH
  let isDue = false
  return (held) => {
    const more = held * GROWN
    most = Math.max(MUCH, isDue ? more : Math.min(most, more))
    isDue = held >= most
    return isDue
  }
}

/**
 * Bounds what the process holds in a rush. The engine lets its heap grow to a multiple of what is in use, keeps the pages
 * that it has cleaned, and does not count buffers, which only a collection frees.
 */
export function giveBackUnderLoad(): void {
  const isDue = watchLoad()
  const look = () => {
    if (isDue(process.memoryUsage.rss())) void giveBack()
  }
  setInterval(look, LOOKS_EVERY).unref()
}

/** How programs for Node are bundled: the service, its threads, and what tests start beside it. */
export const nodeBuild = {
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
} as const
