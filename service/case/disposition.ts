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

/** @throws Refusal `disposition/unknown`, `disposition/already-done` */
export function carryOut(
  complaint: Complaint,
  { id, text }: { readonly id: string; readonly text: string },
  by: Actor & { readonly kind: 'staff' },
  moment: Moment,
): Complaint {
  const slip = slipOf(complaint, id)
  const own = slip.assignments.find(({ to }) => to === by.id)
  if (!own) throw new Refusal('not-found', 'disposition/unknown')
  if (own.done) throw new Refusal('conflict', 'disposition/already-done')
  const [lead, ...assistants] = slip.assignments
  const after = (one: Assignment): Assignment => (one === own ? { ...one, done: { at: moment.at, text } } : one)
  const carried: Disposition = { ...slip, assignments: [after(lead), ...assistants.map(after)] }
  const dispositions = complaint.dossier.dispositions.map((one) => (one === slip ? carried : one))
  return applyDecision(
    complaint,
    moment,
    { dossier: { dispositions } },
    { event: 'assignment_done', by, text, public: false },
  )
}
