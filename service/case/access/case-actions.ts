import type { RecordAccess } from '../../offices/log/record-access.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { TenantSettings } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
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

export const actorOf = ({ id, name, position }: StaffMember): Actor => ({ kind: 'staff', id, name, position })
