import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Translated } from '../translated.ts'
import type { Closing, Tenant } from './tenant.ts'

export function refuseClosing({ closing }: Pick<Tenant, 'closing'>): void {
  if (closing) throw closingRefusal(closing)
}

export const closingRefusal = ({ elsewhere }: Closing): Refusal => new Refusal('gone', 'tenant/closing', { elsewhere })

/** @throws Refusal `tenant/closed` */
export function refuseClosed({ closing }: Pick<Tenant, 'closing'>, at: Instant): void {
  if (!closing || at < closing.until) return
  const { elsewhere } = closing
  throw new Refusal('gone', 'tenant/closed', { elsewhere })
}

/**
 * Closing destroys nothing: the tenant's retention schedule goes on.
 * @throws Refusal `tenant/closed`
 */
export function beginClosing(
  tenant: Tenant,
  { days, elsewhere }: { readonly days: number; readonly elsewhere: Translated },
  at: Instant,
): Tenant {
  refuseClosed(tenant, at)
  const since = tenant.closing?.since ?? at
  const closing = { since, until: plusMilliseconds(at, days * 86_400_000), elsewhere }
  return { ...tenant, revision: tenant.revision + 1, closing }
}

/** @throws Refusal `tenant/closed` after the grace period, `tenant/not-closing` */
export function revokeClosing(tenant: Tenant, at: Instant): Tenant {
  refuseClosed(tenant, at)
  if (!tenant.closing) throw new Refusal('conflict', 'tenant/not-closing')
  return { ...tenant, revision: tenant.revision + 1, closing: null }
}
