import { membersOf, type TellPorts, tellPerson } from '../alerts/tell-person.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { Arrival } from './arrival.ts'
import { isKeptFrom } from './arrival-access.ts'

export type TellOfficersPorts = Pick<TellPorts, 'staff' | 'inboxes' | 'tenants' | 'now' | 'ring'>

/** Who takes complaints in hears that a message waits, and nothing of it; whom it names does not. */
export async function tellOfficers(ports: TellOfficersPorts, draft: Arrival): Promise<void> {
  const { id, tenant, arrivedAt } = draft
  const officers = (await membersOf(ports, tenant)).filter(
    (member) => member.permissions.has('cases.enter') && !isKeptFrom(member, draft),
  )
  for (const { id: person } of withoutHeads(officers)) {
    await tellPerson(ports, tenant, person, [{ id, kind: 'message_arrived', number: null, at: arrivedAt }])
  }
}

/** A head may take complaints in too, and is asked for it only where nobody else can. */
function withoutHeads(officers: readonly StaffMember[]): readonly StaffMember[] {
  const others = officers.filter(({ permissions }) => !permissions.has('cases.approve'))
  return others.length > 0 ? others : officers
}
