import type { StaffId } from '../../offices/staff-id.ts'
import type { Outcome } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Kept } from '../../storage/collection.ts'
import type { Sealed } from '../../storage/vault.ts'
import type { Complaint, Guard } from '../shape/complaint.ts'
import type { KeptEvidence } from '../shape/evidence.ts'
import type { HistoryLine } from '../shape/history.ts'

/** In the store a guard is sealed, so that it cannot be compared with another case. */
export interface KeptGuard {
  readonly sealed: Sealed
  readonly steward: StaffId | null
}

/** Guards of earlier versions are readable until a migration seals them. */
export type StoredGuard = KeptGuard | Guard

/** In the store, everything written by and about people is one seal. */
export interface KeptComplaint
  extends Kept,
    Partial<Counted>,
    Omit<Complaint, 'tenant' | 'id' | 'version' | 'dossier' | 'guard' | 'evidence'> {
  readonly dossier: Sealed
  readonly guard: StoredGuard | null
  readonly evidence: readonly KeptEvidence[]
  /** A machine added these history lines without opening the dossier; the next act seals them. */
  readonly linesToSeal?: readonly HistoryLine[]
  /** It changes with the words of the case; absent if they did not change since the index was made. */
  readonly wordsMark?: number
  readonly changedAt?: number
  /** These people have an instruction since then that they have not carried out yet; absent if nobody has. */
  readonly assisting?: { readonly since: Instant; readonly people: readonly StaffId[] } | null
  /** When the next act that waits in the dossier is due; absent if none waits. */
  readonly timedAt?: Instant | null
  /** A code confirmed that the number reaches the reporter. */
  readonly hasProvenPhone?: boolean
}

export const notFound = () => new Refusal('not-found', 'complaint/not-found')
export type Counted = { readonly outcome: Outcome | null; readonly stars: number | null }
