import type { Deliverer } from '../../case/notices/notice-queue.ts'
import { isDown } from '../../offices/channels/notice-channel.ts'
import type { News } from '../../offices/inbox/inbox.ts'
import { membersOf, type TellPorts, tellPerson } from '../../offices/inbox/telling.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { TenantId } from '../../storage/place.ts'

type ChannelPorts = Omit<TellPorts, 'tenants'> & {
  readonly tenants: TenantDirectory
  readonly deliverer: Pick<Deliverer, 'channels'>
}

/**
 * Alerts those who configure a tenant that a channel went down, once an outage.
 * @returns a check that resolves with the number of new outages
 */
export function createChannelTeller(ports: ChannelPorts): () => Promise<number> {
  const alerted = new Set<string>()

  async function tellAdmins(tenant: TenantId, outage: Pick<News, 'id' | 'at'>): Promise<void> {
    for (const member of await membersOf(ports, tenant)) {
      if (!member.permissions.has('tenant.configure')) continue
      await tellPerson(ports, tenant, member.id, [{ ...outage, kind: 'channel_dead', number: null }])
    }
  }

  return async () => {
    let fresh = 0
    for (const unit of await ports.tenants.list()) {
      const tenant = unit.id
      for (const { queue, health } of ports.deliverer.channels(tenant)) {
        const at = health.failingSince
        const id = `${queue}.${at}`
        const key = `${tenant} ${id}`
        if (!at || !isDown(health) || alerted.has(key)) continue
        await tellAdmins(tenant, { id, at })
        alerted.add(key)
        fresh++
      }
    }
    return fresh
  }
}
