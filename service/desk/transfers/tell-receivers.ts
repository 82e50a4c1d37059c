import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import { guardingThere, maySettle } from './guarding-there.ts'
import type { TransferPorts } from './transfer-ports.ts'

const AT_ONCE = 50

/**
 * Alerts those who can take an offered case, except whom the guard keeps it from. The mark follows only when all have
 * it, and none gets it twice. @returns how many there were
 */
export async function tellReceivers(ports: TransferPorts & TellPorts): Promise<number> {
  const waiting = await ports.transfers.untold(AT_ONCE)
  for (const { tenant, id, sentAt, content } of waiting) {
    const guarding = await guardingThere(ports.staff, tenant, content)
    for (const member of await membersOf(ports, tenant)) {
      if (!maySettle(member, guarding)) continue
      await tellPerson(ports, tenant, member.id, [{ id, kind: 'transfer_news', number: null, at: sentAt }])
    }
    await ports.transfers.markAlerted(tenant, id, ports.now())
  }
  return waiting.length
}
