import type { RecordAccess } from '../../offices/log/record-access.ts'
import type { Permission } from '../../offices/staff/permissions.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { DeputyTitle } from '../../offices/vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Actor } from '../shape/history.ts'
import type { Moment } from '../shape/moment.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'

export interface CaseActionPorts {
  readonly complaints: ComplaintStore
  readonly tenants: TenantDirectory
  readonly now: Clock
  readonly newId: () => string
  readonly record: RecordAccess
  readonly vault: Vault
}

/** The staff of now decide who is meant by new words. */
export type AskingPorts = CaseActionPorts & { readonly staff: StaffDirectory }

export async function momentOf(ports: Omit<CaseActionPorts, 'complaints'>, tenant: TenantId): Promise<Moment> {
  return momentUnder((await ports.tenants.get(tenant)).settings, ports)
}

export const momentUnder = (
  { rulePacks, calendar }: TenantSettings,
  { now, newId }: Pick<CaseActionPorts, 'now' | 'newId'>,
): Moment => ({ at: now(), newId, rulePacks, calendar })

/** `revision` is the one that the person saw. */
export interface CaseRequest {
  readonly number: string
  readonly revision: number
  /** Text that names the reporter is refused without this reason. */
  readonly leakReason?: string | undefined
}

/** @param by permissions of which one is needed; who has none but as deputy acts under the title of a deputy */
export const actorOf = (staff: StaffMember, by: readonly Permission[] = []): Actor => ({
  kind: 'staff',
  id: staff.id,
  name: staff.name,
  position: positionFor(staff, by),
})

/** Writes the titles as offices do: “Plh. Kepala Bagian Organisasi”. */
const written = { plh: 'Plh.', plt: 'Plt.' } as const satisfies Record<DeputyTitle, string>

export const isDeputysPosition = (position: string): boolean =>
  Object.values(written).some((title) => position.startsWith(`${title} `))

export function positionFor({ permissions, asDeputy, position }: StaffMember, by: readonly Permission[]): string {
  const held = by.filter((permission) => permissions.has(permission))
  const own = held.some((permission) => !asDeputy?.has(permission))
  const right = own ? undefined : held.map((permission) => asDeputy?.get(permission)).find((one) => one !== undefined)
  return right ? `${written[right.title]} ${right.position}` : position
}
