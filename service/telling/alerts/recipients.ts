import { mayOn, sees } from '../../case/access/case-access.ts'
import type { AlertNote, Duty } from '../../case/shape/notice.ts'
import type { AlertedCase } from '../../case/store/first-notices.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffId } from '../../storage/place.ts'

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
  const present = inPlaceOf(readers)
  if (kind === 'clock_escalated') return readers.map(({ id }) => id).filter((id) => superiors.includes(id))
  const named = readers.filter(({ id }) => id === to)
  const meant = to ? present(named) : onDuty(kind, duty, complaint, readers)
  // They ordered it, so they learn that it was not done, although somebody stands in for them.
  const authors = kind === 'not_sent' ? named : []
  const bosses = kind === 'clock_over' || kind === 'no_room' ? able('cases.approve', complaint, readers) : []
  const ids = [...meant, ...authors, ...bosses].map(({ id }) => id)
  // The steward of a rerouted new case gets another alert.
  const isAlertedAlready = (id: StaffId) => kind === 'new_case' && id === complaint.handler
  return [...new Set(ids)].filter((id) => id !== by && !isAlertedAlready(id))
}

const able = (permission: Permission, complaint: AlertedCase, among: readonly StaffMember[]) =>
  among.filter((member) => mayOn(member, permission, complaint))

/** Those of them who are present, and the deputies of the others; all of them if that leaves nobody. */
const inPlaceOf =
  (readers: readonly StaffMember[]) =>
  (some: readonly StaffMember[]): readonly StaffMember[] => {
    const here = some.filter(isPresent)
    const away = some.filter((one) => !isPresent(one)).map(({ id }) => id)
    const deputies = readers.filter(({ standsInFor = [] }) => standsInFor.some((id) => away.includes(id)))
    return orAll([...new Set([...here, ...deputies])], some)
  }

const isPresent = ({ awayUntil }: StaffMember): boolean => awayUntil === undefined

function onDuty(
  kind: AlertNote['kind'],
  duty: Duty,
  complaint: AlertedCase,
  readers: readonly StaffMember[],
): readonly StaffMember[] {
  const present = inPlaceOf(readers)
  switch (duty) {
    case 'verification': {
      // A head may verify too, but is alerted only if nobody else can.
      const verifiers = present(able('cases.verify', complaint, readers))
      return orAll(
        verifiers.filter((member) => !mayOn(member, 'cases.approve', complaint)),
        verifiers,
      )
    }
    case 'handling': {
      const handler = present(readers.filter(({ id }) => id === complaint.handler))
      return handler.some(isPresent) ? handler : orAll(onDuty(kind, 'verification', complaint, readers), handler)
    }
    case 'approval': {
      // Somebody other than the answerer decides an objection: another head, or else those above.
      const heads = able('cases.approve', complaint, readers)
      const others = heads.filter(({ id }) => id !== complaint.answeredBy)
      if (others.some(isPresent)) return others.filter(isPresent)
      const above = kind === 'approval_waits' ? [] : able('objections.decide', complaint, readers).filter(isPresent)
      return orAll(above, orAll(others, present(heads)))
    }
    case 'custody':
      return present(able('identity.open_confidential', complaint, readers))
    case 'rights':
      return present(able('rights.answer', complaint, readers))
  }
}

const orAll = (some: readonly StaffMember[], all: readonly StaffMember[]) => (some.length > 0 ? some : all)
