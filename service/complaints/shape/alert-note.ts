import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../staff/staff-member.ts'
import type { AlertKind } from '../vocabulary.ts'

/** Whose turn it is: who verifies, handles, approves, decides on identities, answers about personal data. */
export type Duty = 'verification' | 'handling' | 'approval' | 'custody' | 'rights'

/**
 * That staff must be told of something. It lies in the case, written with the act that causes it, until each of them
 * has it in their inbox.
 */
export interface AlertNote {
  readonly id: string
  readonly kind: AlertKind
  readonly at: Instant
  /** Who did it, and so knows. */
  readonly by: StaffId | null
  readonly duty: Duty
  /** The one person for whom it is; `null`: all whose duty it is. */
  readonly to: StaffId | null
}
