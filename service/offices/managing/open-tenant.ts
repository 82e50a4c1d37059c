import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import { mintTenantId, PLATFORM } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import { firstTemplates } from '../templates/first-templates.ts'
import type { TemplateStore } from '../templates/template-store.ts'
import type { Tenant, TenantSettings } from '../tenants/tenant.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'

export interface OpenTenantPorts {
  readonly tenants: TenantDirectory
  readonly vault: Vault
  readonly templates: TemplateStore
  readonly now: Clock
  readonly newId: () => string
  /** In production, a service on which nothing leaves cannot notify any reporter. */
  readonly reachesReporters: boolean
}

/**
 * Creates the tenant's key first, so that no tenant ever exists without one.
 * @throws Refusal `tenant/slug-taken`, `tenant/nothing-leaves`
 */
export async function openTenant(ports: OpenTenantPorts, slug: string, settings: TenantSettings): Promise<Tenant> {
  const { tenants, vault, templates, now, newId } = ports
  if (!ports.reachesReporters) throw new Refusal('conflict', 'tenant/nothing-leaves')
  const id = mintTenantId(slug)
  if (await tenants.find(slug)) throw slugTaken()
  await vault.addTenant(id)
  try {
    const opened = await tenants.add({
      tenant: PLATFORM,
      id,
      revision: 0,
      openedAt: now(),
      awaitsStaff: true,
      settings,
    })
    for (const words of firstTemplates) {
      await templates.add({ tenant: id, id: newId(), ...words, changedBy: null, changedAt: now() })
    }
    return opened
  } catch (cause) {
    throw cause instanceof UniqueViolation ? slugTaken() : cause
  }
}

const slugTaken = () => new Refusal('conflict', 'tenant/slug-taken')
