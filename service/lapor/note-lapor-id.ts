import { mayOn } from '../complaints/case-access.ts'
import { decided } from '../complaints/complaint.ts'
import { type DeskPorts, writeOnCase } from '../complaints/desk.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import type { Actor } from '../complaints/shape/history.ts'
import type { Moment } from '../complaints/shape/moment.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'

/** Those who enter cases into SP4N-LAPOR!. */
const enterers = ['cases.verify', 'cases.handle'] as const satisfies Permission[]

export const mayNoteLaporId = (staff: StaffMember, complaint: Complaint): boolean =>
  !complaint.destroyed && enterers.some((permission) => mayOn(staff, permission, complaint))

/**
 * Sets, replaces or (`null`) removes the number in SP4N-LAPOR!. Only staff read the history line: a reporter who
 * follows there by a public number learns nothing here.
 */
export const laporIdNoted = (complaint: Complaint, id: string | null, by: Actor, moment: Moment): Complaint =>
  decided(
    complaint,
    moment,
    { laporSince: id ? moment.at : null, dossier: { lapor: id ? { id, at: moment.at, by } : null } },
    { event: id ? 'lapor_noted' : 'lapor_removed', by, text: id ?? complaint.dossier.lapor?.id, public: false },
  )

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile` */
export async function noteLaporId(
  ports: DeskPorts,
  staff: StaffMember,
  request: { readonly number: string; readonly revision: number; readonly id: string | null },
): Promise<Complaint> {
  const noted = await writeOnCase(ports, staff, enterers, request, [], (complaint, by, moment) => {
    if (complaint.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    if ((complaint.dossier.lapor?.id ?? null) === request.id) return complaint
    return laporIdNoted(complaint, request.id, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: request.number, detail: 'lapor' })
  return noted
}
