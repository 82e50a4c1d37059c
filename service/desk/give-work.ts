import { mayOn } from '../case/access/case-access.ts'
import { type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import { applyDecision } from '../case/complaint.ts'
import { MOST_SLIPS } from '../case/disposition.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Assignment } from '../case/shape/disposition.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import { requireFreshConfirmation } from '../offices/staff/confirm-session.ts'
import { requirePermission } from '../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import type { StaffId } from '../offices/staff-id.ts'
import type { Status } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import { dispatch } from './dispatch-complaint.ts'

const open: readonly Status[] = ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected']
const AT_ONCE = 50

/** The service passes work to others in nobody's name, because the admin who removes somebody reads no case. */
const by: Actor = { kind: 'system' }

/**
 * Decides who has a case instead of somebody who leaves. Who may not handle it, or from whom it is hidden, does not get
 * it: it then waits to be dispatched. Requests for an identity that wait go along, unless the successor decides them.
 */
export function giveCase(complaint: Complaint, leaver: StaffId, successor: StaffMember, moment: Moment): Complaint {
  if (complaint.handler !== leaver) return complaint
  if (!mayOn(successor, 'cases.handle', complaint)) {
    return applyDecision(complaint, moment, { handler: null }, { event: 'dispatched', by, public: false })
  }
  const asked = withRequestsOf(complaint, leaver, successor)
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

/**
 * Gives all open cases of somebody who leaves to a successor. What failed halfway is done by asking again.
 * @returns how many cases changed
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/away`
 */
export async function giveWork(
  ports: CaseActionPorts & { readonly staff: StaffDirectory },
  admin: StaffMember,
  leaver: string,
  successor: string,
): Promise<number> {
  requirePermission(admin, 'staff.manage')
  requireFreshConfirmation(admin, ports.now())
  const { tenant } = admin
  const next = successor === leaver ? null : await ports.staff.findMember(tenant, successor)
  if (!next) throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'successor', code: 'unknown' }])
  if (next.awayUntil) throw new Refusal('conflict', 'staff/away')
  const moment = await momentOf(ports, tenant)
  const id = leaver as StaffId
  const asked = {
    index: 'handler',
    where: { handler: leaver, status: open },
    order: 'ascending',
    limit: AT_ONCE,
  } as const
  let given = 0
  for (;;) {
    const { items } = await ports.complaints.list(tenant, asked, () => {})
    for (const { id: number } of items) {
      await ports.complaints.change(tenant, number, (complaint) => giveCase(complaint, id, next, moment))
      given++
    }
    if (items.length < AT_ONCE) break
  }
  await ports.record(tenant, { by: admin.id, act: 'staff.changed', subject: successor, detail: `cases ${given}` })
  return given
}
