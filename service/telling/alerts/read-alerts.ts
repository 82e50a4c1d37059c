import { sees } from '../../case/access/case-access.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import {
  type Alert,
  type InboxStore,
  isUnread,
  markAlertsRead,
  type Reading,
  stillKept,
} from '../../offices/inbox/inbox.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Clock } from '../../shared/instant.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { isSettled } from './is-settled.ts'

export interface AlertPorts {
  readonly inboxes: InboxStore
  readonly complaints: ComplaintStore
  readonly now: Clock
  readonly ring: (tenant: TenantId, person: StaffId) => void
}

/** What is no longer seen, or done, leaves the inbox or counts as read from then on. */
export async function alertsOf(ports: AlertPorts, staff: StaffMember): Promise<readonly Alert[]> {
  const { tenant, id } = staff
  const { alerts } = await ports.inboxes.read(tenant, id)
  const seen = await visibleTo(ports, staff, stillKept(alerts, ports.now()))
  const shown = new Map(seen.map((alert) => [alert.id, alert]))
  const isSettledNow = (alert: Alert) => isUnread(alert) && shown.get(alert.id)?.readAt
  if (alerts.some(isSettledNow)) {
    await ports.inboxes.change(tenant, id, (inbox) =>
      markAlertsRead(inbox, { ids: alerts.filter(isSettledNow).map((one) => one.id) }, ports.now()),
    )
    ports.ring(tenant, id)
  }
  return seen
}

/**
 * Leaves out alerts about cases that are kept from the reader by now, and counts those as read of which the work is
 * done.
 */
export async function visibleTo(
  { complaints, now }: Pick<AlertPorts, 'complaints' | 'now'>,
  staff: StaffMember,
  alerts: readonly Alert[],
): Promise<readonly Alert[]> {
  const numbers = [...new Set(alerts.flatMap(({ number }) => number ?? []))]
  const cases = new Map((await complaints.casesInWork(staff.tenant, numbers)).map((one) => [one.number, one]))
  return alerts.flatMap((alert) => {
    if (alert.number === null) return [alert]
    const one = cases.get(alert.number)
    if (!one || !sees(staff, one)) return []
    return isUnread(alert) && isSettled(alert, one, staff) ? [{ ...alert, readAt: now() }] : [alert]
  })
}

/** Alerts about one case are one matter to look at. */
export const countMatters = (alerts: readonly Alert[]): number =>
  new Set(alerts.map(({ number, id }) => number ?? id)).size

export interface Unread {
  /** It grows with each change of the inbox. */
  readonly version: number
  readonly alerts: readonly Alert[]
}

export async function unreadOf(ports: AlertPorts, staff: StaffMember): Promise<Unread> {
  const { version, alerts } = await ports.inboxes.read(staff.tenant, staff.id)
  const unread = stillKept(alerts, ports.now()).filter(isUnread)
  return { version, alerts: (await visibleTo(ports, staff, unread)).filter(isUnread) }
}

/** Unknown ids, and those of others, are ignored. */
export async function markRead(ports: AlertPorts, { tenant, id }: StaffMember, reading: Reading): Promise<void> {
  await ports.inboxes.change(tenant, id, (inbox) => markAlertsRead(inbox, reading, ports.now()))
  ports.ring(tenant, id)
}
