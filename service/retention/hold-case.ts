import { decided } from '../complaints/complaint.ts'
import { type DeskPorts, writeOnCase } from '../complaints/desk.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import type { Actor } from '../complaints/shape/history.ts'
import type { Moment } from '../complaints/shape/moment.ts'
import { Refusal } from '../shared/refusal.ts'
import type { StaffMember } from '../staff/staff-member.ts'

/** Sets or lifts a hold, which keeps a case from being destroyed. Only staff read the reason. */
export function hold(complaint: Complaint, held: boolean, because: string, by: Actor, moment: Moment): Complaint {
  if (held === (complaint.heldSince !== null)) throw new Refusal('conflict', 'retention/hold-unchanged')
  const { at } = moment
  return decided(
    complaint,
    moment,
    { heldSince: held ? at : null, dossier: { hold: held ? { at, by, reason: because } : null } },
    { event: held ? 'held' : 'hold_lifted', by, text: because, public: false },
  )
}

export interface HoldRequest {
  readonly number: string
  readonly revision: number
  readonly held: boolean
  readonly because: string
  readonly leakReason?: string | undefined
}

/**
 * Sets or lifts a legal hold in any status.
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `case/changed-meanwhile`, `case/destroyed`,
 * `retention/hold-unchanged`, `text/names-reporter`
 */
export async function holdCase(ports: DeskPorts, staff: StaffMember, request: HoldRequest): Promise<Complaint> {
  const { number, revision, held, because } = request
  const changed = await writeOnCase(ports, staff, ['retention.manage'], request, [because], (complaint, by, moment) => {
    if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    return hold(complaint, held, because, by, moment)
  })
  const act = held ? 'hold.set' : 'hold.lifted'
  await ports.record(staff.tenant, { by: staff.id, act, subject: number, detail: null })
  return changed
}
