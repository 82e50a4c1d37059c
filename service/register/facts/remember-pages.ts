import type { KeyValue } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { FactRows } from './packed-facts.ts'

interface RememberedPages {
  /** @param tag of the page as it lies in the store now */
  find(tenant: TenantId, id: string, tag: KeyValue | undefined): FactRows | undefined
  keep(tenant: TenantId, id: string, tag: string, rows: FactRows): void
}

/** Some 45 MB. */
const MOST_CASES = 300_000

/**
 * Holds pages in memory, those of the tenants that were asked for last. A tenant that is larger than there is room for
 * keeps what fits: if its oldest pages made room for others, all would be read each time.
 */
export function rememberPages(most = MOST_CASES): RememberedPages {
  const tenants = new Map<TenantId, Map<string, { readonly tag: string; readonly rows: FactRows }>>()
  let cases = 0

  function makeRoom(asking: TenantId): void {
    for (const [tenant, pages] of tenants) {
      if (cases <= most) return
      if (tenant === asking) continue
      tenants.delete(tenant)
      for (const { rows } of pages.values()) cases -= rows.size
    }
  }

  return {
    find(tenant, id, tag) {
      const pages = tenants.get(tenant)
      if (!pages) return undefined
      tenants.delete(tenant)
      tenants.set(tenant, pages)
      const found = pages.get(id)
      return found && found.tag === tag ? found.rows : undefined
    },

    keep(tenant, id, tag, rows) {
      const pages = tenants.get(tenant) ?? new Map()
      cases += rows.size - (pages.get(id)?.rows.size ?? 0)
      pages.set(id, { tag, rows })
      tenants.delete(tenant)
      tenants.set(tenant, pages)
      makeRoom(tenant)
      if (cases > most && pages.delete(id)) cases -= rows.size
    },
  }
}
