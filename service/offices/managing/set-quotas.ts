import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { Quotas } from '../tenants/quota.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'

export interface SetQuotaPorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
}

/** @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `tenant/changed-meanwhile` */
export async function setQuotas(
  { tenants, record, now }: SetQuotaPorts,
  { account, session }: SignedIn,
  slug: string,
  quotas: Quotas,
): Promise<void> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const { filingsPerHour, filingsPerDay, evidenceGigabytes, members } = quotas
  const detail = `${filingsPerHour}/h ${filingsPerDay}/d ${evidenceGigabytes} GB ${members}`
  await record(PLATFORM_UNIT, { by: account.id, act: 'quota.changed', subject: tenant.id, detail })
  const saved = await tenants.replace({ ...tenant, revision: tenant.revision + 1, quotas })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
}
