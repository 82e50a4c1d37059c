import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { writeOnCase } from '../../case/access/write-on-case.ts'
import { applyDecision } from '../../case/complaint.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Moment } from '../../case/shape/moment.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { Refusal } from '../../shared/refusal.ts'

/** Sets or lifts a hold, which keeps a case from being destroyed. Only staff read the reason. */
export function setHold(complaint: Complaint, held: boolean, because: string, by: Actor, moment: Moment): Complaint {
  if (held === (complaint.heldSince !== null)) throw new Refusal('conflict', 'retention/hold-unchanged')
  const { at } = moment
  return applyDecision(
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
export async function holdCase(ports: CaseActionPorts, staff: StaffMember, request: HoldRequest): Promise<Complaint> {
  const { number, revision, held, because } = request
  const changed = await writeOnCase(ports, staff, ['retention.manage'], request, [because], (complaint, by, moment) => {
    if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    return setHold(complaint, held, because, by, moment)
  })
  const act = held ? 'hold.set' : 'hold.lifted'
  await ports.record(staff.tenant, { by: staff.id, act, subject: number, detail: null })
  return changed
}
