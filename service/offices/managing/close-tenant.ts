import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { requireFreshConfirmation } from '../staff/confirm-session.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import { beginClosing, revokeClosing } from '../tenants/closing.ts'
import type { Tenant } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { Translated } from '../translated.ts'

export interface CloseTenantPorts {
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
}

/**
 * The operator closes a tenant, or changes the date or the address of an earlier closing.
 * @throws Refusal `session/confirmation-needed`, `tenant/unknown`, `tenant/closed`, `tenant/changed-meanwhile`
 */
export const closeTenant = (
  ports: CloseTenantPorts,
  operator: SignedIn,
  slug: string,
  how: { readonly days: number; readonly elsewhere: Translated },
): Promise<Tenant> => change(ports, operator, slug, 'unit.closed', (tenant) => beginClosing(tenant, how, ports.now()))

/** @throws Refusal those of `closeTenant`, `tenant/not-closing` */
export const keepTenantOpen = (ports: CloseTenantPorts, operator: SignedIn, slug: string): Promise<Tenant> =>
  change(ports, operator, slug, 'unit.kept_open', (tenant) => revokeClosing(tenant, ports.now()))

async function change(
  { tenants, record, now }: CloseTenantPorts,
  { account, session }: SignedIn,
  slug: string,
  act: 'unit.closed' | 'unit.kept_open',
  decide: (tenant: Tenant) => Tenant,
): Promise<Tenant> {
  requireFreshConfirmation(session, now())
  const tenant = await tenants.get(slug)
  const after = decide(tenant)
  await record(tenant.id, { by: account.id, act, subject: null, detail: after.closing?.until ?? null })
  await record(PLATFORM_UNIT, { by: account.id, act, subject: tenant.id, detail: null })
  const saved = await tenants.replace(after)
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return saved
}
