import type { Clock } from '../../shared/instant.ts'
import type { MalwareScanner } from '../../shared/malware-scan.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { applyConfiguration, type Configuration, isSameCalendar } from '../tenants/configuration.ts'
import { keepTexts } from '../tenants/shown-texts.ts'
import { quarantines, type Tenant } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { settingsProblems } from './settings-problems.ts'

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
  /** `null` means that nothing is scanned here. */
  readonly malwareScanner: MalwareScanner | null
  readonly now: Clock
}

/**
 * Replaces all settings of a tenant. Rules apply to new complaints only; a calendar also moves the dates of open ones.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `tenant/changed-meanwhile`
 */
export async function configureTenant(
  { tenants, record, malwareScanner, now }: ConfigurePorts,
  staff: StaffMember,
  { revision, settings: wanted }: { readonly revision: number; readonly settings: Configuration },
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  const problems = settingsProblems(wanted)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const tenant = await tenants.get(staff.tenant)
  if (tenant.revision !== revision) throw changedMeanwhile()
  const at = now()
  const settings = applyConfiguration(tenant.settings, wanted, at)
  const recountSince = isSameCalendar(tenant.settings.calendar, settings.calendar) ? tenant.recountSince : at
  if (!malwareScanner && quarantines(settings) && !quarantines(tenant.settings)) throw noScanner()
  const saved = await tenants.replace({
    ...tenant,
    revision: revision + 1,
    settings,
    formerTexts: keepTexts(tenant, settings, at),
    recountSince: recountSince ?? null,
  })
  if (!saved) throw changedMeanwhile()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: String(saved.revision) })
  return saved
}

// Without a scanner, files would never leave quarantine.
const noScanner = () =>
  new Refusal('invalid', 'request/invalid', {}, [{ path: 'evidence.quarantine', code: 'no-scanner' }])

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
