import type { RecordAccess } from '../records/record-access.ts'
import { Refusal } from '../shared/refusal.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { settingsProblems } from './settings-problems.ts'
import type { Tenant, TenantSettings } from './tenant.ts'
import type { TenantDirectory } from './tenant-directory.ts'

/** @throws Refusal `staff/not-permitted` */
export async function readSettings(
  { tenants }: { readonly tenants: TenantDirectory },
  staff: StaffMember,
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  return tenants.get(staff.tenant)
}

/**
 * Sets the whole of a unit's settings. A change reaches new complaints; old ones keep the clocks that they began with.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `tenant/changed-meanwhile`
 */
export async function configureTenant(
  { tenants, record }: { readonly tenants: TenantDirectory; readonly record: RecordAccess },
  staff: StaffMember,
  { revision, settings }: { readonly revision: number; readonly settings: TenantSettings },
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  const problems = settingsProblems(settings)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const tenant = await tenants.get(staff.tenant)
  if (tenant.revision !== revision) throw changedMeanwhile()
  const saved = await tenants.replace({ ...tenant, revision: revision + 1, settings })
  if (!saved) throw changedMeanwhile()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: String(saved.revision) })
  return saved
}

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
