import { setTimeout as wait } from 'node:timers/promises'
import mongoose, { type Connection, type Collection as Documents } from 'mongoose'
import { StoreUnavailable } from '../../storage/collection.ts'

const DUPLICATE_KEY = 11_000
const INTERNAL_ERROR = 1

/** Servers that keep documents in PostgreSQL give its errors codes of their own, so two are known by their words. */
const passingWords = /deadlock detected|unexpected EOF/i

/** Codes of a server that cannot serve: stepping down, shutting down, disk full, not allowed. */
const refusingCodes = new Set([13, 18, 89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031])

const { MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError } =
  mongoose.mongo
const { MongoClientClosedError, MongoDriverError, MongoWriteConcernError, MongoServerError } = mongoose.mongo
const { MongoBulkWriteError } = mongoose.mongo

/** The driver wraps what cut off many writes at once. */
const reasonOf = (error: unknown): unknown =>
  error instanceof MongoBulkWriteError && error.errorResponse instanceof Error ? error.errorResponse : error

const isUnavailability = (error: unknown): boolean =>
  [
    MongoNetworkError,
    MongoServerSelectionError,
    MongoNotConnectedError,
    MongoTopologyClosedError,
    MongoClientClosedError,
    MongoWriteConcernError,
    mongoose.Error.MongooseServerSelectionError,
  ].some((kind) => error instanceof kind) ||
  (error instanceof MongoDriverError && error.name === 'MongoWaitQueueTimeoutError') ||
  (error instanceof MongoServerError && (refusingCodes.has(Number(error.code)) || passingWords.test(error.message)))

/** Codes of a server that is no longer, or not yet, primary: another will be in some seconds. */
const passingCodes = new Set([89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436])

const isTransient = (error: unknown): boolean =>
  error instanceof MongoNetworkError ||
  error instanceof MongoServerSelectionError ||
  (error instanceof MongoServerError &&
    !(error instanceof MongoWriteConcernError) &&
    (error.hasErrorLabel('RetryableWriteError') ||
      passingCodes.has(Number(error.code)) ||
      passingWords.test(error.message)))

/**
 * In milliseconds: an election takes about as long, and callers wait no longer, whether the server refuses or is
 * silent.
 */
const PATIENCE = 8_000
const LONGEST_PAUSE = 1_000

/**
 * Repeats an idempotent exchange while a cluster elects its next primary, beyond the driver's one retry.
 * @param ask
 * gets whether an earlier try may have succeeded
 */
export function persist<T>(ask: (again: boolean) => Promise<T>): Promise<T> {
  return exchange(async () => {
    const until = performance.now() + PATIENCE
    for (let pause = 50; ; pause = Math.min(LONGEST_PAUSE, pause * 2)) {
      try {
        return await ask(pause > 50)
      } catch (error) {
        if (!isTransient(reasonOf(error)) || performance.now() + pause > until) throw error
      }
      await wait(pause * (0.5 + Math.random() / 2))
    }
  })
}

const BAD_VALUE = 2

/**
 * Queries with the hinted index, and without it while the index is built, or after a newer version of the program
 * replaced it.
 */
export async function withHint<T>(hint: string | null, ask: (hint: string | null) => Promise<T>): Promise<T> {
  try {
    return await ask(hint)
  } catch (error) {
    const isNotThere = error instanceof MongoServerError && error.code === BAD_VALUE && /hint/i.test(error.message)
    if (hint === null || !isNotThere) throw error
    return ask(null)
  }
}

export function exchange<T>(ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(new Error('No answer came in time.'))), PATIENCE)
  })
  return Promise.race([translateErrors(ask), silence]).finally(() => clearTimeout(timer))
}

/** For work that may take long. */
export async function translateErrors<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    throw isUnavailability(reasonOf(error)) ? unavailable(error) : error
  }
}

const unavailable = (cause: unknown): StoreUnavailable =>
  new StoreUnavailable(
    'The MongoDB server cannot be reached or does not take writes. Check MONGODB_URI, the server, its disk and the account’s rights.',
    { cause },
  )

/** The MongoDB name of the violated unique index; `null` if the server does not name it. */
export interface DuplicateKey {
  readonly index: string | null
}

/** Returns `null` for any other error. */
export function duplicateKeyOf(error: unknown): DuplicateKey | null {
  if (!(error instanceof MongoServerError)) return null
  if (error.code === DUPLICATE_KEY) return { index: / index: (?:\S+\.\$)?(\S+) /.exec(error.message)?.[1] ?? null }
  // FerretDB names an index that a replace violated only in the text of an internal error.
  return error.code === INTERNAL_ERROR && error.message.includes('UNIQUE constraint failed') ? { index: null } : null
}

/** Runs tasks of the same name one after the other; tasks of other names do not wait. */
export function oneAfterAnother(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>()
  return (name, task) => {
    const result = (last.get(name) ?? Promise.resolve()).then(task)
    const settled = result.catch(() => {})
    last.set(name, settled)
    void settled.then(() => {
      if (last.get(name) === settled) last.delete(name)
    })
    return result
  }
}

interface CollectionState {
  readonly _id: string
  /** Until when the process that brings it up is taken to live, in milliseconds since 1970. */
  readonly until?: number
  readonly mark?: string
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
