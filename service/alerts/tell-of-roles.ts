import type { AlertKind, Role } from '../complaints/vocabulary.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { kindsFor } from './alert-preferences.ts'
import type { MemberNews } from './inbox.ts'
import { membersOf, type TellPorts, tellPerson } from './tell-staff.ts'

export type RoleTellPorts = Omit<TellPorts, 'complaints'> & { readonly newId: () => string }

/** Tells custodians, heads and the Inspektorat at once that somebody got or lost a role. Who did it knows. */
export const tellOfRole = (
  ports: RoleTellPorts,
  tenant: TenantId,
  kind: Extract<AlertKind, 'role_granted' | 'role_taken'>,
  { name, role, by }: { readonly name: string; readonly role: Role; readonly by: string | null },
): Promise<void> => tellThose(ports, tenant, kind, { name, role }, by)

/** Tells the same people that somebody's name, position, superior or limits changed: by these cases are kept from them. */
export const tellOfMember = (
  ports: RoleTellPorts,
  tenant: TenantId,
  name: string,
  formerName: string | null,
  by: string | null,
): Promise<void> => tellThose(ports, tenant, 'member_changed', { name, ...(formerName !== null && { formerName }) }, by)

async function tellThose(
  ports: RoleTellPorts,
  tenant: TenantId,
  kind: AlertKind,
  about: MemberNews,
  by: string | null,
): Promise<void> {
  const [id, at] = [ports.newId(), ports.now()]
  for (const member of await membersOf(ports, tenant)) {
    if (member.id === by || !kindsFor(member).includes(kind)) continue
    await tellPerson(ports, tenant, member.id, [{ id, kind, number: null, about, at }])
  }
}
