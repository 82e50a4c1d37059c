import { mayOn, sees } from '../../case/access/case-access.ts'
import type { AlertNote, Duty } from '../../case/shape/alert-note.ts'
import type { AlertedCase } from '../../case/store/alert-queue.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'

/**
 * Alerts those whose duty it is, who see the case, and who did not do it themselves. People from whom the guard keeps
 * the case are never among them.
 * @param superiors those above the tenant's heads
 */
export function recipientsOf(
  { kind, duty, by, to }: Pick<AlertNote, 'kind' | 'duty' | 'by' | 'to'>,
  complaint: AlertedCase,
  members: readonly StaffMember[],
  superiors: readonly string[],
): readonly StaffId[] {
  const readers = members.filter((member) => sees(member, complaint))
  if (kind === 'clock_escalated') return readers.map(({ id }) => id).filter((id) => superiors.includes(id))
  const meant = to ? readers.filter(({ id }) => id === to) : onDuty(duty, complaint, readers)
  const bosses = kind === 'clock_over' ? able('cases.approve', complaint, readers) : []
  const ids = [...meant, ...bosses].map(({ id }) => id)
  // The steward of a rerouted new case gets another alert.
  const isAlertedAlready = (id: StaffId) => kind === 'new_case' && id === complaint.handler
  return [...new Set(ids)].filter((id) => id !== by && !isAlertedAlready(id))
}

const able = (permission: Permission, complaint: AlertedCase, among: readonly StaffMember[]) =>
  among.filter((member) => mayOn(member, permission, complaint))

function onDuty(duty: Duty, complaint: AlertedCase, readers: readonly StaffMember[]): readonly StaffMember[] {
  switch (duty) {
    case 'verification': {
      // A head may verify too, but is alerted only if nobody else can.
      const verifiers = able('cases.verify', complaint, readers)
      return orAll(
        verifiers.filter((member) => !mayOn(member, 'cases.approve', complaint)),
        verifiers,
      )
    }
    case 'handling': {
      const handler = readers.filter(({ id }) => id === complaint.handler)
      return handler.length > 0 ? handler : onDuty('verification', complaint, readers)
    }
    case 'approval': {
      // Somebody other than the answerer decides an objection.
      const heads = able('cases.approve', complaint, readers)
      return orAll(
        heads.filter(({ id }) => id !== complaint.answeredBy),
        heads,
      )
    }
    case 'custody':
      return able('identity.open_confidential', complaint, readers)
    case 'rights':
      return able('rights.answer', complaint, readers)
  }
}

const orAll = (some: readonly StaffMember[], all: readonly StaffMember[]) => (some.length > 0 ? some : all)
