import type { AlertKind, Role } from '../complaints/vocabulary.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { type MembersTellPorts, tellMembers } from './tell-members.ts'

export type RoleTellPorts = MembersTellPorts

/** Tells custodians, heads and the Inspektorat at once that somebody got or lost a role. Who did it knows. */
export const tellOfRole = (
  ports: RoleTellPorts,
  tenant: TenantId,
  kind: Extract<AlertKind, 'role_granted' | 'role_taken'>,
  { name, role, by }: { readonly name: string; readonly role: Role; readonly by: string | null },
): Promise<void> => tellMembers(ports, tenant, { kind, about: { name, role }, by })

/** Tells the same people that somebody's name, position, superior or limits changed: by these cases are kept from them. */
export const tellOfMember = (
  ports: RoleTellPorts,
  tenant: TenantId,
  name: string,
  formerName: string | null,
  by: string | null,
): Promise<void> =>
  tellMembers(ports, tenant, {
    kind: 'member_changed',
    about: { name, ...(formerName !== null && { formerName }) },
    by,
  })
