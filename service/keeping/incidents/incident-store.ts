import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Sealed, Vault } from '../../storage/vault.ts'
import { type Incident, type IncidentContent, unknownIncident } from './incident.ts'

/** In the store, the discovery and the deadline are readable; what happened is sealed. */
export interface KeptIncident extends Kept, Omit<Incident, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<IncidentContent>
}

const byKeyVersion = foundByKeyVersion<KeptIncident>(({ key }) => [key])

export const incidentSpec: CollectionSpec<KeptIncident> = {
  name: 'incidents',
  keys: { ...byKeyVersion.keys, discoveredAt: ({ discoveredAt }) => discoveredAt },
  indexes: { ...byKeyVersion.indexes, discovered: { on: ['discoveredAt'] } },
  counted: byKeyVersion.counted,
}

export interface IncidentStore {
  add(incident: Omit<Incident, 'version' | 'key'>): Promise<Incident>
  /**
   * The newest discovery comes first.
   * @throws InvalidCursor
   */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<Incident>>
  /** @throws Refusal `incident/unknown`, also when it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Incident>
  /** @throws Refusal `incident/changed-meanwhile` when the incident changed since it was loaded */
  replace(incident: Incident): Promise<Incident>
  readonly keyHolder: KeyHolder
}

export async function openIncidentStore(store: Store, vault: Vault): Promise<IncidentStore> {
  const kept = await store.collection(incidentSpec)
  const own = withOwnKey('incidents', vault)

  const incidents = sealedDocuments<Incident, KeptIncident>(
    kept,
    sealContent('incidents', vault),
    unknownIncident,
    changedMeanwhile,
  )

  return {
    get: incidents.get,

    async add(incident) {
      return incidents.insert({ ...incident, version: 0, key: await own.newKey(incident.tenant, incident.id) })
    },

    list: (tenant, { after, limit }) =>
      incidents.page(tenant, { index: 'discovered', order: 'descending', limit, ...(after && { after }) }),

    async replace(incident) {
      const saved = await incidents.replace(incident)
      if (!saved) throw changedMeanwhile()
      return saved
    },

    keyHolder: ownKeyHolder('incidents', kept, vault, 'content'),
  }
}

export const changedMeanwhile = () => new Refusal('conflict', 'incident/changed-meanwhile')
