import type { Complaint, Dossier } from '../case/shape/complaint.ts'
import type { IdentityPolicy } from '../offices/tenants/tenant.ts'
import type { Instant } from '../shared/instant.ts'

/** A verifier decides on a complaint without identity by rule 5 of the office's procedure. The reporter reads it. */
export interface GroundedDecision {
  readonly wellFounded: boolean
  readonly because: string
}

/**
 * True where a complaint without identity must still be weighed: its category does not accept such complaints like
 * others. A category that requires an identity gets here when the reporter withdrew theirs.
 */
export const needsGroundedDecision = ({ privacy, dossier }: Complaint, policy: IdentityPolicy): boolean =>
  policy !== 'open' && privacy === 'anonymous' && !dossier.grounded?.wellFounded

/** Another act implies a no: an identity is requested, or the complaint is declined. A yes stands. */
export const notWellFounded = (
  { privacy, dossier }: Complaint,
  because: string,
  at: Instant,
): Pick<Dossier, 'grounded'> => ({
  grounded:
    privacy === 'anonymous' && !dossier.grounded?.wellFounded ? { at, wellFounded: false, because } : dossier.grounded,
})
