import mongoose from 'mongoose'
import { StoreUnavailable } from '../../storage/collection.ts'

const DUPLICATE_KEY = 11_000
const INTERNAL_ERROR = 1

/** Codes by which a server that was reached says that it cannot serve: stepping down, shutting down, disk full, not allowed. */
const refusingCodes = new Set([13, 18, 89, 91, 189, 262, 10_107, 11_600, 11_602, 13_435, 13_436, 14_031])

const { MongoNetworkError, MongoServerSelectionError, MongoNotConnectedError, MongoTopologyClosedError } =
  mongoose.mongo
const { MongoClientClosedError, MongoWriteConcernError, MongoServerError } = mongoose.mongo

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
  (error instanceof MongoServerError && refusingCodes.has(Number(error.code)))

/** Runs one exchange with the server. @throws StoreUnavailable in place of the driver's errors that mean it */
export async function exchange<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask()
  } catch (error) {
    if (!isUnavailability(error)) throw error
    throw new StoreUnavailable(
      'The MongoDB server cannot be reached or does not take writes. Check MONGODB_URI, the server, its disk and the account’s rights.',
      { cause: error },
    )
  }
}

/** The name in MongoDB of the unique index that an insert or replace broke, `null` when the server does not tell. */
export interface DuplicateKey {
  readonly index: string | null
}

/** What a duplicate-key error says; `null` for any other error. */
export function duplicateKeyOf(error: unknown): DuplicateKey | null {
  if (!(error instanceof MongoServerError)) return null
  if (error.code === DUPLICATE_KEY) return { index: / index: (?:\S+\.\$)?(\S+) /.exec(error.message)?.[1] ?? null }
  // FerretDB tells of an index that a replace broke only in the text of an internal error.
  return error.code === INTERNAL_ERROR && error.message.includes('UNIQUE constraint failed') ? { index: null } : null
}
