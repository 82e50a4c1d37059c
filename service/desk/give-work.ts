import { mayOn } from '../case/access/case-access.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Assignment } from '../case/shape/handling.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { improvementOwner, MOST_SLIPS } from '../case/tasks.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { HeldKind, Status } from '../offices/vocabulary.ts'
import { isOneOf } from '../shared/records.ts'
import type { StaffId } from '../storage/place.ts'
import { dispatch } from './dispatch-complaint.ts'

/** The handler of a case that has ended stays its handler. */
export const givenStatuses = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'answered',
  'objected',
] as const satisfies readonly Status[]

/** The service passes work to others in nobody's name, because the admin who removes somebody reads no case. */
const by: Actor = { kind: 'system' }

/** Tells whether the successor may have the case that the leaver handles. */
export const mayInherit = (complaint: Complaint, leaver: StaffId, successor: StaffMember): boolean =>
  complaint.handler === leaver && mayOn(successor, 'cases.handle', complaint)

/**
 * Decides who has a case instead of somebody who leaves. A person who may not handle it, or from whom it is hidden,
 * does not get it, and nobody gets more than the unit allows: it then waits to be dispatched. Requests for an identity
 * that wait go along, unless the successor decides them, and so does what the leaver was to do for another handler.
 */
export function giveCase(
  complaint: Complaint,
  leaver: StaffId,
  successor: StaffMember,
  moment: Moment,
  hasRoom: boolean,
): Complaint {
  const helped = withTasksOf(withRequestsOf(complaint, leaver, successor), leaver, successor)
  const asked = giveImprovement(helped, leaver, successor)
  if (complaint.handler !== leaver || !isOneOf(givenStatuses, complaint.status)) return asked
  if (!hasRoom || !mayInherit(complaint, leaver, successor)) {
    return applyDecision(asked, moment, { handler: null }, { event: 'dispatched', by, public: false })
  }
  if (asked.dossier.dispositions.length < MOST_SLIPS)
    return dispatch(asked, [assignmentAfter(asked, leaver, successor)], by, moment)
  return applyDecision(asked, moment, { handler: successor.id }, { event: 'dispatched', by })
}

/** The successor has the instructions that the leaver had and has not carried out. */
function assignmentAfter({ dossier }: Complaint, leaver: StaffId, { id, name, position }: StaffMember): Assignment {
  const had = dossier.dispositions
    .flatMap(({ assignments }) => assignments)
    .findLast(({ to, done }) => to === leaver && done === null)
  const asked = {
    instructions: had?.instructions ?? [],
    text: had?.text ?? dossier.instruction,
    dueOn: had?.dueOn ?? null,
  }
  return { to: id, name, position, ...asked, done: null }
}

function withRequestsOf(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  const { identityRequests } = complaint.dossier
  const mayAsk =
    mayOn(successor, 'identity.open', complaint) && !mayOn(successor, 'identity.open_confidential', complaint)
  if (!mayAsk || !identityRequests.some((one) => isWaitingOf(one, leaver))) return complaint
  const { id, name, position } = successor
  const asker: Actor = { kind: 'staff', id, name, position }
  const requests = identityRequests.map((one) => (isWaitingOf(one, leaver) ? { ...one, by: asker } : one))
  return { ...complaint, dossier: { ...complaint.dossier, identityRequests: requests } }
}

const isWaitingOf = (
  { by: asker, decision }: Complaint['dossier']['identityRequests'][number],
  leaver: StaffId,
): boolean => decision === null && asker.kind === 'staff' && asker.id === leaver

/** The new assistant has the same instructions as the leaver had; somebody who is on the slip already has their own. */
function withTasksOf(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  if (!mayOn(successor, 'cases.handle', complaint) || tasksOf(complaint, leaver) === 0) return complaint
  const { id: to, name, position } = successor
  const dispositions = complaint.dossier.dispositions.map((slip) => {
    const [leader, ...assistants] = slip.assignments
    const isThere = slip.assignments.some((one) => one.to === to)
    const given = assistants.flatMap((one) => {
      if (one.to !== leaver || one.done !== null) return one
      return isThere ? [] : { ...one, to, name, position }
    })
    return { ...slip, assignments: [leader, ...given] as const }
  })
  return { ...complaint, dossier: { ...complaint.dossier, dispositions } }
}

/** A closed case stays with who handled it; only what is still owed of its improvement goes on. */
function giveImprovement(complaint: Complaint, leaver: StaffId, successor: StaffMember): Complaint {
  const { improvementDue, dossier } = complaint
  if (!improvementDue || !owesTo(complaint, leaver) || !mayOn(successor, 'cases.close', complaint)) return complaint
  const { id, name, position } = successor
  const improvement = dossier.improvement && { ...dossier.improvement, owner: { name, position } }
  return {
    ...complaint,
    improvementDue: { ...improvementDue, owner: id },
    dossier: improvementDue.what === 'check' ? { ...dossier, improvement } : dossier,
  }
}

/** Before it is closed, a case takes along what its handler has yet to name. */
const owesTo = (complaint: Complaint, person: StaffId): boolean =>
  complaint.improvementDue?.owner === person ||
  (complaint.status === 'closed' && improvementOwner(complaint) === person)

const tasksOf = ({ dossier }: Complaint, person: StaffId): number =>
  dossier.dispositions
    .flatMap(({ assignments: [, ...assistants] }) => assistants)
    .filter(({ to, done }) => to === person && done === null).length

/** How much of each kind somebody holds in a case. */
export const countHeldIn = (
  complaint: Complaint,
  person: StaffId,
): Readonly<Record<Extract<HeldKind, 'case' | 'assistance' | 'improvement' | 'identity_request'>, number>> => ({
  case: complaint.handler === person && isOneOf(givenStatuses, complaint.status) ? 1 : 0,
  assistance: tasksOf(complaint, person),
  improvement: owesTo(complaint, person) ? 1 : 0,
  identity_request: complaint.dossier.identityRequests.filter((one) => isWaitingOf(one, person)).length,
})
