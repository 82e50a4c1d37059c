import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import { withOwnKey } from '../../storage/own-key.ts'
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

  async function opened({ content, ...outline }: KeptIncident): Promise<Incident> {
    const tenant = outline.tenant
    return { ...outline, tenant, content: await own.open(outline, 'content', content) }
  }

  const sealed = async ({ content, ...outline }: Incident): Promise<KeptIncident> => ({
    ...outline,
    content: await own.seal(outline, 'content', content),
  })

  return {
    async add(incident) {
      const whole: Incident = { ...incident, version: 0, key: await own.newKey(incident.tenant, incident.id) }
      const { version: _, ...draft } = await sealed(whole)
      return { ...whole, version: (await kept.insert(draft)).version }
    },

    async list(tenant, { after, limit }) {
      const query = { index: 'discovered', order: 'descending', limit, ...(after && { after }) } as const
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await Promise.all(items.map(opened)), nextCursor }
    },

    async get(tenant, id) {
      const found = await kept.get(tenant, id)
      if (!found) throw unknownIncident()
      return opened(found)
    },

    async replace(incident) {
      const saved = await kept.replace(await sealed(incident))
      if (!saved) throw changedMeanwhile()
      return { ...incident, version: saved.version }
    },

    keyHolder: ownKeyHolder('incidents', kept, vault, 'content'),
  }
}

export const changedMeanwhile = () => new Refusal('conflict', 'incident/changed-meanwhile')
