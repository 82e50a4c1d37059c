import { setTimeout as wait } from 'node:timers/promises'
import mongoose from 'mongoose'
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
 * Repeats an idempotent exchange while a cluster elects its next primary, beyond the driver's one retry. @param ask
 * gets whether an earlier try may have succeeded @throws StoreUnavailable
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

/** @throws StoreUnavailable in place of the driver's errors that mean it, and of a server that is silent */
export function exchange<T>(ask: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable(new Error('No answer came in time.'))), PATIENCE)
  })
  return Promise.race([translateErrors(ask), silence]).finally(() => clearTimeout(timer))
}

/** For work that may take long. @throws StoreUnavailable in place of the driver's errors that mean it */
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
