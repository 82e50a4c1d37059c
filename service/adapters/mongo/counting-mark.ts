import type { Connection, Collection as Documents } from 'mongoose'
import { duplicateKeyOf, persist } from './mongo-errors.ts'

/** What is known of a collection beside its documents. */
interface CollectionState {
  readonly _id: string
  /** Until when the process that brings it up is taken to live, in milliseconds since 1970. */
  readonly until?: number
  /** The mark of documents that are brought up. */
  readonly mark?: string
  /** Whether all of them were. */
  readonly isWhole?: boolean
  /** It is given in milliseconds since 1970. */
  readonly begunAt?: number
  /** The shape to which the documents are being brought up, and the keys that all of them have already. */
  readonly upgrade?: { readonly shape: string; readonly keys: readonly string[] }
}

export type CollectionStates = Documents<CollectionState>

export const statesIn = (connection: Connection): CollectionStates => connection.collection('aduan_collection')

/**
 * The mark that documents bear whose keys follow from the spec, and by which their sums are named. All are counted anew
 * under the next mark when another version of the program wrote what it did not count.
 */
export interface CountingMark {
  readonly value: string
  /** Whether all documents bear it, so that the sums tell what is there. */
  readonly isWhole: boolean
  /** In milliseconds since 1970; 0 where nothing is counted. */
  readonly begunAt: number
  /** Asks whether another process has begun the next one. @returns whether it has */
  refresh(): Promise<boolean>
  /** Begins the next one, because the sums do not tell what is there. */
  countAnew(): Promise<void>
}

/** Without counts, documents bear the shape of their spec. */
export const plainMark = (shape: string): CountingMark => ({
  value: shape,
  isWhole: true,
  begunAt: 0,
  refresh: async () => false,
  countAnew: async () => {},
})

export interface BegunMark extends CountingMark {
  /** Tells all processes that the documents bear it. */
  finish(): Promise<void>
}

const numberOf = (mark = ''): number => Number(mark.split('.')[1] ?? 0)
const isOf = (shape: string, mark = ''): boolean => mark.split('.')[0] === shape

/**
 * Finds the mark of the collection, or begins the next one if it is of another shape, or documents were written without
 * it since it was whole.
 */
export async function beginMark(
  states: CollectionStates,
  name: string,
  shape: string,
  hasOthers: (mark: string) => Promise<boolean>,
): Promise<BegunMark> {
  const read = async () => (await persist(() => states.findOne({ _id: name }))) ?? { _id: name }

  async function begun(): Promise<CollectionState> {
    for (;;) {
      const state = await read()
      const { mark, isWhole } = state
      if (mark && isOf(shape, mark) && !(isWhole && (await hasOthers(mark)))) return state
      const next = await beginNext(mark)
      if (next) return { ...state, ...next }
    }
  }

  async function beginNext(mark: string | undefined) {
    const next = { mark: `${shape}.${numberOf(mark) + 1}`, isWhole: false, begunAt: Date.now() }
    const asRead = { _id: name, mark: mark ?? { $exists: false } }
    return (await exchangeOnce(states, asRead, next)) ? next : null
  }

  const first = await begun()
  let value = first.mark ?? shape
  let isWhole = first.isWhole ?? false
  let begunAt = first.begunAt ?? 0

  async function refresh(): Promise<boolean> {
    const { mark, isWhole: isWholeNow = false, begunAt: begunThen = 0 } = await read()
    if (!mark || !isOf(shape, mark)) return false
    const isAnother = mark !== value
    value = mark
    isWhole = isWholeNow
    begunAt = begunThen
    return isAnother
  }

  return {
    get value() {
      return value
    },
    get isWhole() {
      return isWhole
    },
    get begunAt() {
      return begunAt
    },
    refresh,
    async countAnew() {
      await beginNext(value)
      await refresh()
    },
    async finish() {
      await persist(() => states.updateOne({ _id: name, mark: value }, { $set: { isWhole: true } }))
      isWhole = true
    },
  }
}

async function exchangeOnce(
  states: CollectionStates,
  before: Readonly<Record<string, unknown>>,
  set: Partial<CollectionState>,
): Promise<boolean> {
  try {
    const { matchedCount, upsertedCount } = await persist(() =>
      states.updateOne(before, { $set: set }, { upsert: true }),
    )
    return matchedCount + upsertedCount === 1
  } catch (error) {
    // It is there and another, so the upsert met its name.
    if (!duplicateKeyOf(error)) throw error
    return false
  }
}

const CLAIM_MS = 30_000

/** Takes the turn to work on something for a while, unless another process has it. */
export function takeTurn(states: CollectionStates, name: string): Promise<boolean> {
  const now = Date.now()
  const free = { _id: name, $or: [{ until: { $exists: false } }, { until: { $lt: now } }] }
  return exchangeOnce(states, free, { until: now + CLAIM_MS })
}

export const giveTurn = (states: CollectionStates, name: string) =>
  persist(() => states.updateOne({ _id: name }, { $set: { until: 0 } }))
