import type { RulePack } from '../deadlines/rule-pack.ts'
import type { RecordAccess } from '../records/record-access.ts'
import type { Clock } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Permission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type Actor, type Complaint, type Moment, refuseUnlessIn } from './complaint.ts'
import type { ComplaintStore } from './complaint-store.ts'
import { type Status, statuses } from './vocabulary.ts'

/** Who may do what to a case, and when: one of the permissions, in one of the statuses. Screens offer acts by the same table. */
export const acts = {
  verify: { by: ['cases.verify'], from: ['received'] },
  'ask-for-completion': { by: ['cases.verify', 'cases.handle'], from: ['received', 'in_progress'] },
  dispatch: { by: ['cases.dispatch'], from: ['in_progress'] },
  message: {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected'],
  },
  note: { by: ['cases.verify', 'cases.handle', 'cases.approve'], from: statuses },
  'propose-answer': { by: ['cases.handle'], from: ['in_progress'] },
  'return-answer': { by: ['cases.approve'], from: ['awaiting_approval'] },
  answer: { by: ['cases.approve'], from: ['in_progress', 'awaiting_approval'] },
  decline: { by: ['cases.decline'], from: ['received', 'incomplete', 'in_progress'] },
  close: { by: ['cases.close'], from: ['answered'] },
  'decide-objection': { by: ['cases.approve'], from: ['objected'] },
} as const satisfies Record<string, { by: readonly Permission[]; from: readonly Status[] }>

export type Act = keyof typeof acts

/** The acts that this person can do to this case now. */
export const actsOpenTo = (staff: StaffMember, complaint: Complaint): Act[] =>
  (Object.keys(acts) as Act[]).filter(
    (act) => may(staff, act) && (acts[act].from as readonly Status[]).includes(complaint.status),
  )

const may = (staff: StaffMember, act: Act): boolean =>
  acts[act].by.some((permission) => staff.permissions.has(permission))

export interface DeskPorts {
  readonly complaints: ComplaintStore
  readonly tenants: TenantDirectory
  readonly rulePack: RulePack
  readonly now: Clock
  readonly newId: () => string
  readonly record: RecordAccess
}

export async function momentOf(ports: Omit<DeskPorts, 'complaints'>, tenant: TenantId): Promise<Moment> {
  const { settings } = await ports.tenants.get(tenant)
  return { at: ports.now(), newId: ports.newId, rulePack: ports.rulePack, calendar: settings.calendar }
}

/** Which case, and the revision that the person was looking at. */
export interface CaseRequest {
  readonly number: string
  readonly revision: number
}

/**
 * May they? – load – decide – save, for every act of staff on a case.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/wrong-status`, `case/changed-meanwhile`
 */
export async function actOnCase(
  ports: DeskPorts,
  staff: StaffMember,
  act: Act,
  { number, revision }: CaseRequest,
  decide: (complaint: Complaint, by: Actor, moment: Moment) => Complaint,
): Promise<Complaint> {
  if (!may(staff, act)) throw new Refusal('forbidden', 'staff/not-permitted', { permission: acts[act].by[0] })
  const moment = await momentOf(ports, staff.tenant)
  const changed = await ports.complaints.change(staff.tenant, number, (complaint) => {
    if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    refuseUnlessIn(complaint, acts[act].from)
    return decide(complaint, actorOf(staff), moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: number, detail: act })
  return changed
}

export const actorOf = ({ id, name, position }: StaffMember): Actor => ({ kind: 'staff', id, name, position })
