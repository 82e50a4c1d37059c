import { SealRefused } from '../identity/vault.ts'
import type { StaffId } from '../staff/staff-member.ts'
import type { Status } from './vocabulary.ts'

/** What is said of a case that cannot be opened, as it lies readable in the store: nothing of it is proven. */
export interface SealedWrong {
  readonly number: string
  readonly status: Status
  readonly category: string
  /** Who looks after it, where it is kept from some; nobody else is shown that it exists. */
  readonly guard: { readonly steward: StaffId | null } | null
}

/** A case that was damaged, or changed in the store by somebody who has no key. */
export class CaseSealedWrong extends SealRefused {
  readonly lying: SealedWrong

  constructor(lying: SealedWrong, cause: SealRefused) {
    super(cause.place, lying.number, { cause })
    this.lying = lying
  }
}

/** Is told of each case that a list leaves out because it cannot be opened. */
export type TellSealedWrong = (one: SealedWrong) => void

/**
 * Does something with one case of many. A case that cannot be opened is passed over, so that it holds up no other; the
 * vault has told the operator of it.
 * @returns `null`: it was passed over
 */
export async function unlessSealedWrong<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof SealRefused) return null
    throw cause
  }
}
