import { StoreFull, StoreUnavailable, UniqueViolation } from '../../storage/collection.ts'
import type { Failure } from './thread-orders.ts'

/** Sentences for operators by SQLite's primary result codes about file, disk or lock. */
const sentences: Readonly<Record<number, string>> = {
  3: 'The store’s file may not be opened: check its owner and permissions.',
  5: 'Another process has the store open or keeps it busy. One service at a time may use a data folder: stop the other, or choose another folder.',
  7: 'There is not enough memory for the store.',
  8: 'The store’s file or its folder cannot be written: check permissions, and whether the disk is mounted read-only.',
  10: 'The disk refused to read or write the store’s file: it may be full, over quota, or failing.',
  11: 'The store’s file is damaged. Stop the service and restore the last backup.',
  13: 'The disk is full: the store cannot write. Free some space; nothing that was confirmed is lost.',
  14: 'The store’s file cannot be opened: check that its folder exists and may be written.',
  26: 'The store’s file is damaged or not a store at all. Restore the last backup, or choose another folder.',
}

const FULL = 13
const CONSTRAINT = 19

/** Returns `null` for an error that is not about file, disk or lock. */
export function unavailable(error: unknown): StoreUnavailable | null {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE') {
    return new StoreUnavailable('The store is closed.', { cause: error })
  }
  const code = primaryCode(error)
  const sentence = sentences[code]
  if (!sentence) return null
  return code === FULL ? new StoreFull(sentence, { cause: error }) : new StoreUnavailable(sentence, { cause: error })
}

/** The error as another thread can receive it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UniqueViolation) return { kind: 'unique', index: error.index }
  const refused = unavailable(error)
  if (refused)
    return { kind: refused instanceof StoreFull ? 'full' : 'unavailable', message: refused.message, cause: error }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error), cause: error }
}

/** The columns of a violated unique constraint, such as `cases.tenant, cases.id`; `null` for any other error. */
export function violatedColumns(error: unknown): string | null {
  if (!(error instanceof Error) || primaryCode(error) !== CONSTRAINT) return null
  return /^UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1] ?? null
}

function primaryCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code & 0xff : 0
}
