import type { Instant } from '../shared/instant.ts'
import type { IdentityPolicy } from '../tenants/tenant.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'

/** A verifier's decision on a complaint without identity, rule 5 of the office's procedure. The reporter reads it. */
export interface GroundedDecision {
  readonly wellFounded: boolean
  readonly because: string
}

/**
 * True where it must still be weighed: no identity, in a category that does not take such complaints like any other. One
 * that requires an identity comes here when the reporter withdrew theirs.
 */
export const needsGroundedDecision = ({ privacy, dossier }: Complaint, policy: IdentityPolicy): boolean =>
  policy !== 'open' && privacy === 'anonymous' && !dossier.grounded?.wellFounded

/** A no that follows from another act: an identity is asked for, or the complaint is declined. A yes stands. */
export const notWellFounded = (
  { privacy, dossier }: Complaint,
  because: string,
  at: Instant,
): Pick<Dossier, 'grounded'> => ({
  grounded:
    privacy === 'anonymous' && !dossier.grounded?.wellFounded ? { at, wellFounded: false, because } : dossier.grounded,
})
