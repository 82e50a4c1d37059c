import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { Tenant, Vouching } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'

/** Returns the confirmation while the tenant still has the name for which it was given. */
export function standingVouching({ vouching, settings }: Pick<Tenant, 'vouching' | 'settings'>): Vouching | null {
  return vouching && vouching.name === settings.name && vouching.parent === settings.parent ? vouching : null
}

export interface VouchPorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
}

/**
 * The operator confirms a tenant, or revokes that.
 * @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `tenant/changed-meanwhile`
 */
export async function vouchFor(
  { tenants, record, now }: VouchPorts,
  { account, session }: SignedIn,
  slug: string,
  word: Pick<Vouching, 'by' | 'basis'> | null,
): Promise<Tenant> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const { name, parent } = tenant.settings
  const vouching = word && { at: now(), ...word, name, parent }
  const line = { by: account.id, act: word ? 'unit.vouched' : 'unit.not_vouched', detail: null } as const
  await record(tenant.id, { ...line, subject: null })
  await record(PLATFORM_UNIT, { ...line, subject: tenant.id })
  const saved = await tenants.replace({ ...tenant, revision: tenant.revision + 1, vouching })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return saved
}
