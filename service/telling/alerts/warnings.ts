import { clockNews, type Looking } from '../../case/clock-alerts.ts'
import { longOverdueUntil, nearUntil } from '../../case/deadlines/days-of-clock.ts'
import type { Deliverer } from '../../case/notices/notice-queue.ts'
import type { Office } from '../../case/office/office.ts'
import { isDown } from '../../offices/channels/notice-channel.ts'
import type { News } from '../../offices/inbox/inbox.ts'
import { membersOf, type TellingOffice, tellPerson } from '../../offices/inbox/telling.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'

const CASES_AT_ONCE = 200

/** Reads only cases that still need an alert, however many are open. @returns how many */
export async function watchPassedDates(ports: Office): Promise<number> {
  return eachPage(
    () => ports.complaints.overdueUnalerted(ports.now(), CASES_AT_ONCE),
    ({ tenant, number }) => tellOf(ports, tenant, number),
  )
}

/** It uses each tenant's own calendar. */
export async function watchNearDates(ports: Office): Promise<number> {
  let noted = 0
  for (const { id, settings } of await ports.tenants.list()) {
    const tenant = id
    const looking = lookingAt(ports.now(), settings)
    for (const found of [
      () => ports.complaints.nearUnalerted(tenant, looking.nearUntil, CASES_AT_ONCE),
      () => ports.complaints.longOverdueUnalerted(tenant, looking.longOverdueUntil, CASES_AT_ONCE),
    ]) {
      noted += await eachPage(found, (number) => tellOf(ports, tenant, number))
    }
  }
  return noted
}

/** The default number of working days before a date at which staff are alerted. */
export const NEAR_WORKING_DAYS = 1

/** The default number of working days after a date at which those above the head are alerted. */
export const ESCALATION_WORKING_DAYS = 3

const lookingAt = (now: Instant, { notices, calendar }: TenantSettings): Looking => ({
  now,
  nearUntil: nearUntil(now, notices.nearWorkingDays ?? NEAR_WORKING_DAYS, calendar),
  longOverdueUntil: longOverdueUntil(now, notices.escalateWorkingDays ?? ESCALATION_WORKING_DAYS, calendar),
})

/** Handled cases leave the page, so the first page is read again unless nothing on it could be handled. */
async function eachPage<T>(ask: () => Promise<readonly T[]>, note: (one: T) => Promise<boolean>): Promise<number> {
  let noted = 0
  for (;;) {
    const page = await ask()
    let onPage = 0
    for (const one of page) if (await note(one)) onPage++
    noted += onPage
    if (page.length < CASES_AT_ONCE || onPage === 0) return noted
  }
}

async function tellOf({ complaints, tenants, now, newId }: Office, tenant: TenantId, number: string) {
  const { settings } = await tenants.get(tenant)
  const looking = lookingAt(now(), settings)
  return complaints.tellOfClocks(tenant, number, (complaint) => clockNews(complaint, { ...looking, newId }))
}

type ChannelPorts = Omit<TellingOffice, 'tenants'> & {
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
