import { changeCaseFor } from '../../case/access/case-access.ts'
import { actorOf, leaksIn, recordNamingRefusal } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { ownerOf } from '../../keeping/unsent/unsent.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { withOwnKey } from '../../storage/vault.ts'
import {
  type Arrival,
  discardArrival,
  dropContent,
  KEPT_FOR,
  refuseUnlessIn,
  resumeArrival,
} from '../arrivals/arrival.ts'
import type { EnterPorts } from '../enter-complaint.ts'
import { type ArrivalPorts, arrivalFor } from './arrival-access.ts'
import { putOnCase } from './put-on-case.ts'
import { HELD_FOR_A_DRAFT, holdFiles } from './take-files.ts'

export type DraftPorts = EnterPorts & ArrivalPorts

/**
 * The officer says why the message belongs to the case, which its staff read.
 * @throws Refusal `staff/not-permitted`, `inbound/unknown`, `inbound/settled`, `complaint/not-found`,
 * `case/wrong-status`, `text/names-reporter`
 */
export async function attachToCase(
  ports: DraftPorts,
  staff: StaffMember,
  { id, number, because }: { readonly id: string; readonly number: string; readonly because: string },
): Promise<Complaint> {
  const draft = await arrivalFor(ports, staff, id)
  refuseUnlessIn(draft, ['draft'])
  const attached = await putOnCase(
    ports,
    draft,
    number,
    (_, caseNumber, decide) =>
      changeCaseFor(ports, staff, ['cases.enter'], caseNumber, async (complaint) => {
        const found = await leaksIn(ports.vault, complaint, [because])
        if (found.length > 0) throw await recordNamingRefusal(ports, staff, caseNumber, found)
        return decide(complaint)
      }),
    (complaint) => withLine(complaint, staff, because, ports.now()),
  )
  await settleArrival(ports, staff, draft, 'attached', number)
  return attached
}

function withLine(complaint: Complaint, staff: StaffMember, text: string, at: Arrival['arrivedAt']): Complaint {
  const line = { at, event: 'message_attached', by: actorOf(staff), text, public: false } as const
  return { ...complaint, dossier: { ...complaint.dossier, history: [...complaint.dossier.history, line] } }
}

/** Removes the content, which is elsewhere now. @returns false if somebody else settled it meanwhile */
export async function settleArrival(
  ports: DraftPorts,
  staff: StaffMember,
  draft: Arrival,
  state: 'completed' | 'attached',
  number: string,
): Promise<boolean> {
  await ports.record(staff.tenant, { by: staff.id, act: 'inbound.settled', subject: number, detail: state })
  await holdFiles(ports, draft.tenant, draft.content.files, 0)
  const key = await withOwnKey('arrivals', ports.vault).newKey(draft.tenant, draft.id)
  // What they typed to enter it ends with it.
  await ports.unsent.drop(ownerOf(staff), { number: null, kind: `message-${draft.id}` })
  let isOurs = false
  await ports.arrivals.change(draft.tenant, draft.id, (arrival) => {
    isOurs = arrival.state === 'draft'
    return isOurs ? dropContent(arrival, state, key, ports.now()) : arrival
  })
  return isOurs
}

/** It is kept for a while. @throws Refusal `staff/not-permitted`, `inbound/unknown`, `inbound/settled` */
export async function discardDraft(
  ports: DraftPorts,
  staff: StaffMember,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<Arrival> {
  const { tenant } = await arrivalFor(ports, staff, id)
  await ports.record(tenant, { by: staff.id, act: 'inbound.settled', subject: id, detail: 'discarded' })
  const set = await ports.arrivals.change(tenant, id, (draft) => {
    refuseUnlessIn(draft, ['draft'])
    return discardArrival(draft, because, ports.now())
  })
  await holdFiles(ports, tenant, set.content.files, KEPT_FOR)
  return set
}

/** @throws Refusal `staff/not-permitted`, `inbound/unknown`, `inbound/settled` */
export async function takeUpArrival(ports: DraftPorts, staff: StaffMember, id: string): Promise<Arrival> {
  const { tenant, content } = await arrivalFor(ports, staff, id)
  await ports.record(tenant, { by: staff.id, act: 'inbound.settled', subject: id, detail: 'taken-up' })
  await holdFiles(ports, tenant, content.files, HELD_FOR_A_DRAFT)
  return ports.arrivals.change(tenant, id, resumeArrival)
}
