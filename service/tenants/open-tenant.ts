import type { Vault } from '../identity/vault.ts'
import type { Clock } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { UniqueViolation } from '../storage/collection.ts'
import type { Tenant, TenantSettings } from './tenant.ts'
import { PLATFORM, type TenantDirectory } from './tenant-directory.ts'
import type { TenantId } from './tenant-id.ts'

export interface OpenTenantPorts {
  readonly tenants: TenantDirectory
  readonly vault: Vault
  readonly now: Clock
}

/** Opens a unit: its key first, so that no unit is ever there without one. @throws Refusal `tenant/slug-taken` */
export async function openTenant(
  { tenants, vault, now }: OpenTenantPorts,
  slug: string,
  settings: TenantSettings,
): Promise<Tenant> {
  if (await tenants.find(slug)) throw slugTaken()
  await vault.addTenant(slug as TenantId)
  try {
    return await tenants.add({ tenant: PLATFORM, id: slug, revision: 0, openedAt: now(), settings })
  } catch (cause) {
    throw cause instanceof UniqueViolation ? slugTaken() : cause
  }
}

const slugTaken = () => new Refusal('conflict', 'tenant/slug-taken')
