import { filterVisible } from '../../case/access/case-access.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { type Alert, isUnread, markAlertsRead, type Reading, stillKept } from '../../offices/inbox/inbox.ts'
import type { InboxStore } from '../../offices/inbox/inbox-store.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface AlertPorts {
  readonly inboxes: InboxStore
  readonly complaints: ComplaintStore
  readonly now: Clock
  readonly ring: (tenant: TenantId, person: StaffId) => void
}

export async function alertsOf(ports: AlertPorts, staff: StaffMember): Promise<readonly Alert[]> {
  const { alerts } = await ports.inboxes.read(staff.tenant, staff.id)
  return visibleTo(ports, staff, stillKept(alerts, ports.now()))
}

/** Leaves out alerts about cases that are kept from the reader by now. */
export async function visibleTo(
  ports: Pick<AlertPorts, 'complaints'>,
  staff: StaffMember,
  alerts: readonly Alert[],
): Promise<readonly Alert[]> {
  const numbers = alerts.flatMap(({ number }) => number ?? [])
  const seen = await filterVisible(ports, staff, numbers)
  return alerts.filter(({ number }) => number === null || seen.has(number))
}

export interface Unread {
  /** It grows with each change of the inbox. */
  readonly version: number
  readonly alerts: readonly Alert[]
}

export async function unreadOf(ports: AlertPorts, staff: StaffMember): Promise<Unread> {
  const { version, alerts } = await ports.inboxes.read(staff.tenant, staff.id)
  return { version, alerts: await visibleTo(ports, staff, stillKept(alerts, ports.now()).filter(isUnread)) }
}

/** Unknown ids, and those of others, are ignored. */
export async function markRead(ports: AlertPorts, { tenant, id }: StaffMember, reading: Reading): Promise<void> {
  await ports.inboxes.change(tenant, id, (inbox) => markAlertsRead(inbox, reading, ports.now()))
  ports.ring(tenant, id)
}
