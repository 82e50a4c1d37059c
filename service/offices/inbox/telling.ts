import type { StaffId, TenantId } from '../../storage/place.ts'
import type { AlertKind } from '../notice-vocabulary.ts'
import type { StaffMember } from '../staff/permissions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import type { Translated } from '../translated.ts'
import type { Role } from '../vocabulary.ts'
import { kindsFor, mailDueAt } from './alert-preferences.ts'
import { addNews, type InboxStore, type MemberNews, type News, preferencesOf } from './inbox.ts'

/** An office that can tell its staff what is new, in their inbox and by alert. */
export interface TellingOffice extends StaffOffice {
  readonly inboxes: InboxStore
  readonly ring: (tenant: TenantId, person: StaffId) => void
}

export async function membersOf({ staff }: TellingOffice, tenant: TenantId): Promise<readonly StaffMember[]> {
  const memberships = await staff.members(tenant)
  const members = await Promise.all(memberships.map(({ id }) => staff.findMember(tenant, id)))
  return members.filter((member) => member !== null)
}

export async function tellPerson(
  { inboxes, tenants, now, ring }: TellingOffice,
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

/** The person who did it gets no alert. */
export async function tellMembers(
  office: TellingOffice,
  tenant: TenantId,
  { kind, about, by }: { readonly kind: AlertKind; readonly about?: MemberNews; readonly by: string | null },
): Promise<void> {
  const [id, at] = [office.newId(), office.now()]
  for (const member of await membersOf(office, tenant)) {
    if (member.id === by || !kindsFor(member).includes(kind)) continue
    await tellPerson(office, tenant, member.id, [{ id, kind, number: null, ...(about && { about }), at }])
  }
}

/** A role of the service, or by its name one of the unit's own. */
export type NamedRole = { readonly role: Role } | { readonly unitRole: Translated }

/** Alerts custodians, heads and the Inspektorat that somebody got or lost a role, but not the person who did it. */
export const tellOfRole = (
  office: TellingOffice,
  tenant: TenantId,
  kind: Extract<AlertKind, 'role_granted' | 'role_taken'>,
  { name, role, by }: { readonly name: string; readonly role: NamedRole; readonly by: string | null },
): Promise<void> => tellMembers(office, tenant, { kind, about: { name, ...role }, by })

/**
 * Alerts the same people that somebody's name, position, superior or limits changed, because the guard depends on
 * them.
 */
export const tellOfMember = (
  office: TellingOffice,
  tenant: TenantId,
  name: string,
  formerName: string | null,
  by: string | null,
): Promise<void> =>
  tellMembers(office, tenant, {
    kind: 'member_changed',
    about: { name, ...(formerName !== null && { formerName }) },
    by,
  })
