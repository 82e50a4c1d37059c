import { mayOn } from '../../case/access/case-access.ts'
import { type CaseActionPorts, writeOnCase } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { isPractice, refusePractice } from '../../offices/practice/practice.ts'
import type { Permission, StaffMember } from '../../offices/staff/permissions.ts'
import { Refusal } from '../../shared/refusal.ts'

/** Those who enter cases into SP4N-LAPOR!. */
const enterers = ['cases.verify', 'cases.handle'] as const satisfies Permission[]

export const mayNoteLaporId = (staff: StaffMember, complaint: Complaint): boolean =>
  !complaint.destroyed &&
  !isPractice(complaint.tenant) &&
  enterers.some((permission) => mayOn(staff, permission, complaint))

/**
 * Sets, replaces or (`null`) removes the number in SP4N-LAPOR!. Only staff read the history line: a reporter who
 * follows there by a public number learns nothing here.
 */
export const setLaporId = (complaint: Complaint, id: string | null, by: Actor, moment: Moment): Complaint =>
  applyDecision(
    complaint,
    moment,
    { laporSince: id ? moment.at : null, dossier: { lapor: id ? { id, at: moment.at, by } : null } },
    { event: id ? 'lapor_noted' : 'lapor_removed', by, text: id ?? complaint.dossier.lapor?.id, public: false },
  )

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile` */
export async function noteLaporId(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: { readonly number: string; readonly revision: number; readonly id: string | null },
): Promise<Complaint> {
  refusePractice(staff.tenant)
  const noted = await writeOnCase(ports, staff, enterers, request, [], (complaint, by, moment) => {
    if (complaint.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    if ((complaint.dossier.lapor?.id ?? null) === request.id) return complaint
    return setLaporId(complaint, request.id, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: request.number, detail: 'lapor' })
  return noted
}
