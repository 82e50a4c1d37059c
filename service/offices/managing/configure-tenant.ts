import type { Clock } from '../../shared/instant.ts'
import type { MalwareScanner } from '../../shared/malware-scan.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { currentPack } from '../calendar/rule-pack.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requirePermission } from '../staff/require-permission.ts'
import type { StaffMember } from '../staff/staff-member.ts'
import { applyConfiguration, type Configuration, isSameCalendar } from '../tenants/configuration.ts'
import { labelsOf } from '../tenants/label.ts'
import { keepTexts } from '../tenants/shown-texts.ts'
import { quarantines, type Tenant } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import { type HistoryPorts, withChange } from './settings-history.ts'
import { problemsWithLaw, settingsProblems } from './settings-problems.ts'

/** @throws Refusal `staff/not-permitted` */
export async function readSettings(
  { tenants }: { readonly tenants: TenantDirectory },
  staff: StaffMember,
): Promise<Tenant> {
  requirePermission(staff, 'tenant.configure')
  return tenants.get(staff.tenant)
}

export interface ConfigurePorts extends HistoryPorts {
  readonly record: RecordAccess
  /** `null` means that nothing is scanned here. */
  readonly malwareScanner: MalwareScanner | null
  readonly now: Clock
  /** The categories that cases of the tenant are in. */
  readonly categoriesInUse: (tenant: TenantId) => Promise<ReadonlySet<string>>
}

/**
 * Replaces all settings of a tenant. Rules apply to new complaints only; a calendar also moves the dates of open ones.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `tenant/changed-meanwhile`, `category/in-use`, `label/removed`
 */
export async function configureTenant(
  ports: ConfigurePorts,
  staff: StaffMember,
  { revision, settings: wanted }: { readonly revision: number; readonly settings: Configuration },
): Promise<Tenant> {
  const { tenants, record, malwareScanner, now } = ports
  requirePermission(staff, 'tenant.configure')
  const problems = settingsProblems(wanted)
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const tenant = await tenants.get(staff.tenant)
  if (tenant.revision !== revision) throw changedMeanwhile()
  const beyond = problemsWithLaw(wanted, currentPack(tenant.settings.rulePacks))
  if (beyond.length > 0) throw new Refusal('invalid', 'request/invalid', {}, beyond)
  await refuseRemoved(ports, tenant, wanted)
  const at = now()
  const settings = applyConfiguration(tenant.settings, wanted, at)
  const recountSince = isSameCalendar(tenant.settings.calendar, settings.calendar) ? tenant.recountSince : at
  if (!malwareScanner && quarantines(settings) && !quarantines(tenant.settings)) throw noScanner()
  const saved = await tenants.replace({
    ...(await withChange(ports, tenant, settings, staff, at)),
    formerTexts: keepTexts(tenant, settings, at),
    recountSince: recountSince ?? null,
  })
  if (!saved) throw changedMeanwhile()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: String(saved.revision) })
  return saved
}

/** Cases would show a code in place of a name; a category that is no longer offered is archived. */
async function refuseRemoved({ categoriesInUse }: ConfigurePorts, { id, settings }: Tenant, wanted: Configuration) {
  // Nobody knows without reading all cases which labels they have, so none is removed.
  const labels = wanted.labels && labelsOf(settings).filter((had) => !wanted.labels?.some((one) => one.id === had.id))
  if (labels?.length) throw new Refusal('conflict', 'label/removed')
  const removed = settings.categories.filter(({ code }) => wanted.categories.every((one) => one.code !== code))
  if (removed.length === 0) return
  const used = await categoriesInUse(id)
  const still = removed.filter(({ code }) => used.has(code)).map(({ code }) => code)
  if (still.length > 0) throw new Refusal('conflict', 'category/in-use', { categories: still.join(', ') })
}

// Without a scanner, files would never leave quarantine.
const noScanner = () => refuseField('request/invalid', 'evidence.quarantine', 'no-scanner')

const changedMeanwhile = () => new Refusal('conflict', 'tenant/changed-meanwhile')
