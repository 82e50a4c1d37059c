import { StoreFull } from '../../storage/collection.ts'

/** Over a quota of the disk is as full as the disk itself. */
const fullCodes: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT'])

/** What a failed write means: a full disk is told as one, and anything else as it is. */
export function writeFailure(cause: unknown): unknown {
  const isFull = cause instanceof Error && 'code' in cause && fullCodes.has(cause.code)
  return isFull ? new StoreFull('The disk is full: a file could not be written. Free some space.', { cause }) : cause
}
