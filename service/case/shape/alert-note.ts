import type { AlertKind } from '../../offices/notice-vocabulary.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { Instant } from '../../shared/instant.ts'

/** A duty names who acts next: verifies, handles, approves, decides on identities, answers about personal data. */
export type Duty = 'verification' | 'handling' | 'approval' | 'custody' | 'rights'

/**
 * Staff must be alerted. The note is saved in the case with the act that causes it, and stays until each of them has
 * it in their inbox.
 */
export interface AlertNote {
  readonly id: string
  readonly kind: AlertKind
  readonly at: Instant
  /** This person did it and needs no alert. */
  readonly by: StaffId | null
  readonly duty: Duty
  /** The alert is for this person, or with `null` for everybody with the duty. */
  readonly to: StaffId | null
}
