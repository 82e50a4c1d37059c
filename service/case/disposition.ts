import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'
import { applyDecision } from './complaint.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Assignment, Disposition } from './shape/disposition.ts'
import type { Actor } from './shape/history.ts'
import type { Moment } from './shape/moment.ts'

export const MOST_SLIPS = 20

/** @throws Refusal `disposition/too-many` */
export function withSlip(complaint: Complaint, slip: Disposition): readonly Disposition[] {
  const { dispositions } = complaint.dossier
  if (dispositions.length >= MOST_SLIPS) throw new Refusal('conflict', 'disposition/too-many', { most: MOST_SLIPS })
  return [...dispositions, slip]
}

/** @throws Refusal `disposition/unknown` */
export function slipOf({ dossier }: Complaint, id: string): Disposition {
  const slip = dossier.dispositions.find((one) => one.id === id)
  if (!slip) throw new Refusal('not-found', 'disposition/unknown')
  return slip
}

/** Returns who still has to carry out an instruction beside the handlers, and since when; `null` if nobody has. */
export function openTasksOf({ dispositions }: Pick<Complaint['dossier'], 'dispositions'>) {
  const slips = dispositions.map(({ at, assignments: [, ...assistants] }) => ({
    at,
    people: assistants.flatMap(({ to, done }) => (done ? [] : [to])),
  }))
  const open = slips.filter(({ people }) => people.length > 0)
  const [first] = open
  return first ? { since: first.at, people: [...new Set(open.flatMap(({ people }) => people))].sort() } : null
}

/**
 * Tells whether somebody says what came of an instruction to this person: themselves, who stands in for them, and who
 * dispatches cases while they are away with nobody in their place.
 */
export const mayTellFor = ({ id, standsInFor, unattended, permissions }: StaffMember, to: string): boolean =>
  [id, ...(standsInFor ?? []), ...(permissions.has('cases.dispatch') ? (unattended ?? []) : [])].some(
    (one) => one === to,
  )

/** @throws Refusal `disposition/unknown`, `disposition/already-done` */
export function carryOut(
  complaint: Complaint,
  { id, text }: { readonly id: string; readonly text: string },
  staff: StaffMember,
  by: Actor & { readonly kind: 'staff' },
  moment: Moment,
): Complaint {
  const slip = slipOf(complaint, id)
  const theirs = slip.assignments.filter(({ to }) => mayTellFor(staff, to))
  const own = theirs.find(({ to }) => to === by.id) ?? theirs.find(({ done }) => !done) ?? theirs[0]
  if (!own) throw new Refusal('not-found', 'disposition/unknown')
  if (own.done) throw new Refusal('conflict', 'disposition/already-done')
  const [lead, ...assistants] = slip.assignments
  const done = { at: moment.at, text, ...(own.to !== by.id && { by: by.name }) }
  const after = (one: Assignment): Assignment => (one === own ? { ...one, done } : one)
  const carried: Disposition = { ...slip, assignments: [after(lead), ...assistants.map(after)] }
  const dispositions = complaint.dossier.dispositions.map((one) => (one === slip ? carried : one))
  return applyDecision(
    complaint,
    moment,
    { dossier: { dispositions } },
    { event: 'assignment_done', by, text, public: false },
  )
}
