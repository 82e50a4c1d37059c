import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import { isKeptFrom } from './arrival-access.ts'

export type TellOfficersPorts = Pick<TellPorts, 'staff' | 'inboxes' | 'tenants' | 'now' | 'ring'>

/** Officers who take complaints in get an alert without content; those whom the message names do not. */
export async function tellOfficers(ports: TellOfficersPorts, draft: Arrival): Promise<void> {
  const { id, tenant, arrivedAt } = draft
  const officers = (await membersOf(ports, tenant)).filter(
    (member) => member.permissions.has('cases.enter') && !isKeptFrom(member, draft),
  )
  for (const { id: person } of withoutHeads(officers)) {
    await tellPerson(ports, tenant, person, [{ id, kind: 'message_arrived', number: null, at: arrivedAt }])
  }
}

/** A head may take complaints in too, but is alerted only if nobody else can. */
function withoutHeads(officers: readonly StaffMember[]): readonly StaffMember[] {
  const others = officers.filter(({ permissions }) => !permissions.has('cases.approve'))
  return others.length > 0 ? others : officers
}
