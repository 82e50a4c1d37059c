import { spokenFingerprint, thumbprintSource } from '../../case/receipt/receipt.ts'
import type { UnitTrustView } from '../../contract/trust.ts'
import { standingVouching } from '../../offices/managing/operators.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Office } from '../office.ts'

export async function trustView(tenant: Tenant, { links, receiptKeyOf, digest }: Office): Promise<UnitTrustView> {
  const { id, settings, openedAt } = tenant
  const key = await receiptKeyOf(id)
  const vouching = standingVouching(tenant)
  return {
    name: settings.name,
    parent: settings.parent,
    timeZone: settings.calendar.timeZone,
    openedAt,
    vouchedFor: vouching && { at: vouching.at, by: vouching.by, basis: vouching.basis },
    fingerprint: spokenFingerprint(digest(new TextEncoder().encode(thumbprintSource(key)))),
    form: links.hosted(id),
    page: links.office(id),
  }
}
