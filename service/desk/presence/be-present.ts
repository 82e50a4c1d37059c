import { caseFor, sees } from '../../case/access/case-access.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { HistoryLine } from '../../case/shape/history.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { PresenceStore } from './presence.ts'

export interface PresencePorts {
  readonly complaints: ComplaintStore
  readonly staff: StaffDirectory
  readonly presence: PresenceStore
}

/** What a screen needs to know: whether its case is outdated, by whom, and who else looks at it. */
export interface Surroundings {
  readonly revision: number
  readonly last: HistoryLine | null
  readonly others: readonly (Pick<StaffMember, 'name' | 'position'> & { readonly writes: boolean })[]
}

/**
 * Only people who see the case now appear to each other.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`
 */
export async function notePresence(
  ports: PresencePorts,
  staff: StaffMember,
  number: string,
  writes: boolean,
): Promise<Surroundings> {
  const complaint = await caseFor(ports, staff, 'cases.read', number)
  const present = await ports.presence.enter(staff.tenant, number, { person: staff.id, writes })
  const others = await Promise.all(
    present.map(async (one) => ({ ...one, member: await ports.staff.findMember(staff.tenant, one.person) })),
  )
  return {
    revision: complaint.revision,
    last: complaint.dossier.history.at(-1) ?? null,
    others: others.flatMap(({ member, writes: isWriting }) => seenOf(complaint, member, isWriting)),
  }
}

const seenOf = (complaint: Complaint, member: StaffMember | null, writes: boolean) =>
  member && sees(member, complaint) ? [{ name: member.name, position: member.position, writes }] : []

/** @throws Refusal `staff/not-permitted`, `complaint/not-found` */
export async function leaveCase(ports: PresencePorts, staff: StaffMember, number: string): Promise<void> {
  await caseFor(ports, staff, 'cases.read', number)
  await ports.presence.leave(staff.tenant, number, staff.id)
}
