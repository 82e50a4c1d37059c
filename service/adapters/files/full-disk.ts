import { StoreFull } from '../../storage/collection.ts'

/** A disk quota that is reached is treated like a full disk. */
const fullCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

/** A full disk becomes its own error, and anything else stays as it is. */
export function writeFailure(cause: unknown): unknown {
  const isFull = cause instanceof Error && 'code' in cause && fullCodes.has(cause.code)
  return isFull ? new StoreFull('The disk is full: a file could not be written. Free some space.', { cause }) : cause
}
