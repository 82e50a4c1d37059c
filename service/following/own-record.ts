import { isOfficeClock } from '../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import { hasHappened } from '../case/older-pages.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'

/** Returns dates of the office that passed before it had done its part, even if it has since. */
export const missedClocks = ({ clocks }: Pick<Complaint, 'clocks'>, now: Instant): readonly RunningClock[] =>
  clocks.filter((clock) => isOfficeClock(clock) && isOverdue(clock, now))

/**
 * The reporter may take the whole record to an authority above the office once the office was late, declined the
 * matter, or decided an objection.
 */
export const mayTakeRecord = (complaint: Complaint, now: Instant): boolean =>
  complaint.destroyed === null &&
  (complaint.status === 'declined' ||
    missedClocks(complaint, now).length > 0 ||
    hasHappened(complaint.dossier, 'objection_decided'))

/** @throws Refusal `record/not-yet` */
export function refuseUnlessRecordIsOpen(cases: readonly Complaint[], now: Instant): void {
  if (!cases.some((one) => mayTakeRecord(one, now))) throw new Refusal('conflict', 'record/not-yet')
}
