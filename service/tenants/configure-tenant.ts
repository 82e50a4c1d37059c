import type { MalwareScanner } from '../evidence/malware-scan.ts'
import type { RecordAccess } from '../records/record-access.ts'
import { Refusal } from '../shared/refusal.ts'
import { requirePermission } from '../staff/permissions.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { settingsProblems } from './settings-problems.ts'
import { quarantines, type Tenant, type TenantSettings } from './tenant.ts'
import type { TenantDirectory } from './tenant-directory.ts'

/** @throws Refusal `staff/not-permitted` */
export async function readSettings(
  { tenants }: { readonly tenants: TenantDirectory },
  staff: StaffMember,
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  return tenants.get(staff.tenant)
}

export interface ConfigurePorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  /** `null`: nothing is scanned here. */
  readonly malwareScanner: MalwareScanner | null
}

/**
 * Sets the whole of a unit's settings. A change reaches new complaints; old ones keep the clocks that they began with.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `tenant/changed-meanwhile`
 */
export async function configureTenant(
  { tenants, record, malwareScanner }: ConfigurePorts,
  staff: StaffMember,
  { revision, settings }: { readonly revision: number; readonly settings: TenantSettings },
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  const problems = settingsProblems(settings)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const tenant = await tenants.get(staff.tenant)
  if (tenant.revision !== revision) throw changedMeanwhile()
  if (!malwareScanner && quarantines(settings) && !quarantines(tenant.settings)) throw noScanner()
  const saved = await tenants.replace({ ...tenant, revision: revision + 1, settings })
  if (!saved) throw changedMeanwhile()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: String(saved.revision) })
  return saved
}

// What nobody scans would never leave quarantine.
const noScanner = () =>
  new Refusal('invalid', 'request/invalid', {}, [{ path: 'evidence.quarantine', code: 'no-scanner' }])

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
