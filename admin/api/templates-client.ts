import type { OfferedTemplates, TemplateList, TemplateView } from '../../service/contract/templates.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { TemplateWords } from './wire.ts'

export interface TemplatesClient {
  /** Those that fit a case and what one can do to it now, their places filled. */
  offered(tenant: string, number: string, signal?: AbortSignal): Promise<OfferedTemplates>
  list(tenant: string, signal?: AbortSignal): Promise<TemplateList>
  add(tenant: string, request: TemplateWords): Promise<TemplateView>
  change(tenant: string, template: Pick<TemplateView, 'id' | 'version'>, request: TemplateWords): Promise<TemplateView>
  remove(tenant: string, id: string): Promise<void>
}

export function createTemplatesClient({ json, send }: Transport): TemplatesClient {
  return {
    offered: (tenant, number, signal) => json('GET', `${casePath(tenant, number)}/templates`, { signal }),
    list: (tenant, signal) => json('GET', `${unitPath(tenant)}/templates`, { signal }),
    add: (tenant, body) => json('POST', `${unitPath(tenant)}/templates`, { body }),
    change: (tenant, { id, version }, request) =>
      json('PUT', `${unitPath(tenant)}/templates/${id}`, { body: { ...request, version } }),
    remove: (tenant, id) => send('DELETE', `${unitPath(tenant)}/templates/${id}`),
  }
}
