import type { StaffId } from '../../offices/staff-id.ts'
import type { Status } from '../../offices/vocabulary.ts'
import { SealRefused } from '../../storage/vault.ts'

/** These readable fields of a case that cannot be opened are not proven. */
export interface UnreadableCase {
  readonly number: string
  readonly status: Status
  readonly category: string
  /** The steward of a guarded case; nobody else is shown that it exists. */
  readonly guard: { readonly steward: StaffId | null } | null
}

/** The case was damaged, or changed in the store by somebody without a key. */
export class CaseSealedWrong extends SealRefused {
  readonly lying: UnreadableCase

  constructor(lying: UnreadableCase, cause: SealRefused) {
    super(cause.place, lying.number, { cause })
    this.lying = lying
  }
}

export type ReportUnreadable = (one: UnreadableCase) => void

/**
 * Skips a case that cannot be opened, so that it does not block others; the vault has already reported it.
 * @returns `null` if it was skipped
 */
export async function skipUnreadable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof SealRefused) return null
    throw cause
  }
}
