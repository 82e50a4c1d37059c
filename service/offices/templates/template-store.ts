import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Draft, Store } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { MOST_TEMPLATES, type Template } from './template.ts'

export const templateSpec: CollectionSpec<Template> = {
  name: 'templates',
  keys: { name: ({ name }) => name.toLowerCase() },
  indexes: { name: { on: ['name'] } },
}

/** Templates contain nothing about any person. */
export interface TemplateStore {
  /** Lists them by name. */
  list(tenant: TenantId): Promise<readonly Template[]>
  /** @throws Refusal `template/too-many` */
  add(template: Draft<Template>): Promise<Template>
  /** @throws Refusal `template/unknown`, `template/changed-meanwhile` */
  change(template: Template): Promise<Template>
  /** @throws Refusal `template/unknown` */
  remove(tenant: TenantId, id: string): Promise<void>
}

export async function openTemplateStore(store: Store): Promise<TemplateStore> {
  const kept = await store.collection(templateSpec)
  const unknown = () => new Refusal('not-found', 'template/unknown')

  return {
    list: async (tenant) => (await kept.find(tenant, { index: 'name', limit: MOST_TEMPLATES })).items,

    async add(template) {
      if ((await kept.count(template.tenant, { index: 'name' }, MOST_TEMPLATES)) >= MOST_TEMPLATES) {
        throw new Refusal('conflict', 'template/too-many', { most: MOST_TEMPLATES })
      }
      return kept.insert(template)
    },

    async change(template) {
      const changed = await kept.replace(template)
      if (changed) return changed
      throw (await kept.get(template.tenant, template.id))
        ? new Refusal('conflict', 'template/changed-meanwhile')
        : unknown()
    },

    async remove(tenant, id) {
      if (!(await kept.delete(tenant, id))) throw unknown()
    },
  }
}
