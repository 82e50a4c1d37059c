import { mayOn } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { writeOnCase } from '../../case/access/write-on-case.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { grantFor, type OnCase, type OpeningReason } from './ask-for-identity.ts'
import { addOpening, custodianNeeded } from './reveal-identity.ts'

/** Words that tell who somebody is are opened like the identity: by a custodian, or with a custodian's approval. */
export const mayOpenWords = (complaint: Complaint, staff: StaffMember, now: Instant): boolean =>
  complaint.privacy !== 'named' &&
  mayOn(staff, 'identity.open', complaint) &&
  (mayOn(staff, 'identity.open_confidential', complaint) ||
    (complaint.dossier.sealedTo === null && grantFor(complaint, staff.id, now) !== undefined))

/**
 * Opens the masked words of a case for one person and for as long as an identity stays open, also where no identity was
 * given. The reporter reads who and why.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `identity/custodian-needed`, `words/not-masked`,
 * `text/names-reporter`
 */
export async function openWords(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: OpeningReason & OnCase,
): Promise<Complaint> {
  const { number, ground, reason } = request
  const complaint = await writeOnCase(ports, staff, ['identity.open'], request, [reason], (before, by, moment) => {
    if (before.privacy === 'named') throw new Refusal('conflict', 'words/not-masked')
    if (!mayOpenWords(before, staff, moment.at)) throw custodianNeeded(before)
    return addOpening(before, { ground, reason }, staff, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: `words ${ground}` })
  return complaint
}
