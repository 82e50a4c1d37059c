import type { Office } from '../case/access/deciders.ts'
import { applyDecision, madeConfidential } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { mayWorkIn } from '../offices/duties/duties.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

/**
 * Treats the case from now on as if its reporter had asked for confidence. Nothing makes it open again.
 * @throws Refusal `confidence/as-it-is` if the reporter is not named
 */
export function keepConfidential(complaint: Complaint, reason: string, by: Actor, moment: Moment): Complaint {
  if (complaint.privacy !== 'named') throw new Refusal('conflict', 'confidence/as-it-is')
  return applyDecision(complaint, moment, madeConfidential, {
    event: 'made_confidential',
    by,
    text: reason,
    notice: 'message',
  })
}

/** What another unit was offered must be what it gets. */
const isNamedAndHere = ({ privacy, offer, imported }: Complaint): boolean =>
  privacy === 'named' && offer === null && imported === null

/** Units without keepers of identities do not see the act at all. */
export const mayBeConfidential = (complaint: Complaint, staff: StaffMember, office: Office): boolean =>
  isNamedAndHere(complaint) && whyNotConfidential(staff, complaint, office) === null

/** Nobody could open the identity any more, or send the reporter a letter. */
export const whyNotConfidential = (_: StaffMember, { category }: Complaint, { working }: Office): Refusal | null =>
  working.some((one) => mayWorkIn(one, 'identity.open_confidential', category))
    ? null
    : new Refusal('conflict', 'confidence/nobody-keeps')

export const keepConfidentialAct: ActSteps<{ readonly reason: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason }) =>
    (complaint, by, moment) =>
      keepConfidential(complaint, reason, by, moment),
}
