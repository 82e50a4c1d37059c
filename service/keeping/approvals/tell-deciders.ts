import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/tell-person.ts'
import { withinReach } from './approval-access.ts'
import type { ApprovalPorts } from './ask-for-approval.ts'
import { mayDecide } from './list-approvals.ts'

const AT_ONCE = 50

/**
 * Alerts those who can be the second person, except about a case that is kept from them. A request is marked only
 * when all have it, and none gets it twice. @returns how many there were
 */
export async function tellDeciders(ports: ApprovalPorts & TellPorts): Promise<number> {
  const waiting = await ports.approvals.untold(AT_ONCE)
  for (const approval of waiting) {
    const { tenant, id, askedAt } = approval
    for (const member of await membersOf(ports, tenant)) {
      if (!mayDecide(approval, member, ports.now())) continue
      const [reached] = await withinReach(ports, member, [approval])
      if (reached)
        await tellPerson(ports, tenant, member.id, [{ id, kind: 'approval_waits', number: null, at: askedAt }])
    }
    const at = ports.now()
    await ports.approvals.change(tenant, id, (one) => ({ ...one, toldAt: at }))
  }
  return waiting.length
}
