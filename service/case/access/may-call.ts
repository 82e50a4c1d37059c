import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import { DAY, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { improvementOwner } from '../improvement.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { HistoryEvent } from '../shape/history.ts'
import { mayOn } from './case-access.ts'
import type { Office } from './objection-deciders.ts'

/** So long after closing a call is offered. */
export const CALLED_WITHIN = 30 * DAY
/** A reporter who was not reached is tried again after this time, and so often at most. */
export const TRIED_AGAIN_AFTER = 20 * HOUR
export const MOST_TRIES = 3

const workOnAnswer: readonly HistoryEvent[] = [
  'answer_proposed',
  'answer_returned',
  'answered',
  'objection_decided',
  'closed',
  'improvement_named',
  'improvement_checked',
]

/**
 * A person who handled the case, proposed, signed or closed it, or answers for the improvement, asks nobody whether it
 * was good.
 */
function workersOn(complaint: Complaint): ReadonlySet<StaffId | null> {
  const { handler, answeredBy, dossier } = complaint
  return new Set([
    ...[handler, answeredBy, improvementOwner(complaint), ...dossier.answerWriters],
    ...dossier.dispositions.flatMap(({ assignments }) => assignments.map(({ to }) => to)),
    ...dossier.history.flatMap(({ event, by }) => (by.kind === 'staff' && workOnAnswer.includes(event) ? [by.id] : [])),
  ])
}

/**
 * Whether this person may call the reporter of a drawn case now. A call opens no identity: it is offered only where the
 * reporter is named and gave a telephone, to somebody who may open that identity anyway, in the usual way.
 */
export function mayCall(
  staff: StaffMember,
  complaint: Complaint,
  { at, isDrawn }: Pick<Office, 'at' | 'isDrawn'>,
): boolean {
  const { status, privacy, identity, dossier, callableFrom, id } = complaint
  if (status !== 'closed' || callableFrom === null || callableFrom > at) return false
  if (plusMilliseconds(callableFrom, CALLED_WITHIN) < at || !isDrawn(id)) return false
  const hasPhone = identity !== null && dossier.maskedReporter?.phone != null
  if (privacy !== 'named' || dossier.sealedTo !== null || !hasPhone) return false
  const workers = workersOn(complaint)
  return (
    mayOn(staff, 'cases.read', complaint) &&
    mayOn(staff, 'identity.open', complaint) &&
    [staff.id, ...(staff.standsInFor ?? [])].every((one) => !workers.has(one))
  )
}
