import type { TenantId } from '../../storage/tenant-id.ts'
import type { AlertKind } from '../notice-vocabulary.ts'
import type { Translated } from '../translated.ts'
import type { Role } from '../vocabulary.ts'
import { type MembersTellPorts, tellMembers } from './tell-members.ts'

export type RoleTellPorts = MembersTellPorts

/** A role of the service, or by its name one of the unit's own. */
export type NamedRole = { readonly role: Role } | { readonly unitRole: Translated }

/** Alerts custodians, heads and the Inspektorat that somebody got or lost a role, but not the person who did it. */
export const tellOfRole = (
  ports: RoleTellPorts,
  tenant: TenantId,
  kind: Extract<AlertKind, 'role_granted' | 'role_taken'>,
  { name, role, by }: { readonly name: string; readonly role: NamedRole; readonly by: string | null },
): Promise<void> => tellMembers(ports, tenant, { kind, about: { name, ...role }, by })

/**
 * Alerts the same people that somebody's name, position, superior or limits changed, because the guard depends on
 * them.
 */
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
