import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import type { Webhook } from './webhook.ts'

/** Alerts once that a receiver was switched off. */
export async function tellOfWebhook(
  ports: TellPorts,
  { tenant, id, off }: Pick<Webhook, 'tenant' | 'id' | 'off'>,
): Promise<void> {
  if (!off) return
  for (const member of await membersOf(ports, tenant)) {
    if (!member.permissions.has('integrations.manage')) continue
    const news = { id: `webhook.${id}.${off.at}`, at: off.at, kind: 'webhook_off', number: null } as const
    await tellPerson(ports, tenant, member.id, [news])
  }
}
