import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { AlertKind } from '../notice-vocabulary.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import type { StaffId } from '../staff-id.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { mailDueAt } from './alert-preferences.ts'
import { addNews, type News, preferencesOf } from './inbox.ts'
import type { InboxStore } from './inbox-store.ts'

export interface TellPorts {
  readonly staff: Pick<StaffDirectory, 'members' | 'findMember'>
  readonly inboxes: InboxStore
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly now: Clock
  readonly ring: (tenant: TenantId, person: StaffId) => void
}

export async function membersOf(
  { staff }: Pick<TellPorts, 'staff'>,
  tenant: TenantId,
): Promise<readonly StaffMember[]> {
  const memberships = await staff.members(tenant)
  const members = await Promise.all(memberships.map(({ id }) => staff.findMember(tenant, id)))
  return members.filter((member) => member !== null)
}

export async function tellPerson(
  { inboxes, tenants, now, ring }: Pick<TellPorts, 'inboxes' | 'tenants' | 'now' | 'ring'>,
  tenant: TenantId,
  person: StaffId,
  news: readonly News[],
): Promise<void> {
  const { calendar } = (await tenants.get(tenant)).settings
  await inboxes.change(tenant, person, (inbox) => {
    const at = now()
    const dueAt = (kind: AlertKind) => mailDueAt(kind, preferencesOf(inbox), calendar, at)
    return addNews(inbox, news, at, dueAt)
  })
  ring(tenant, person)
}
