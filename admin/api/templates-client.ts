import type { OfferedTemplates, TemplateList, TemplateView } from '../../service/contract/templates.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { TemplateWords } from './wire.ts'

export function createTemplatesClient({ json, send }: Transport) {
  return {
    /** Those that fit a case and what one can do to it now, their places filled. */
    offered: (tenant: string, number: string, signal?: AbortSignal): Promise<OfferedTemplates> =>
      json('GET', `${casePath(tenant, number)}/templates`, { signal }),
    list: (tenant: string, signal?: AbortSignal): Promise<TemplateList> =>
      json('GET', `${unitPath(tenant)}/templates`, { signal }),
    add: (tenant: string, body: TemplateWords): Promise<TemplateView> =>
      json('POST', `${unitPath(tenant)}/templates`, { body }),
    change: (
      tenant: string,
      { id, version }: Pick<TemplateView, 'id' | 'version'>,
      request: TemplateWords,
    ): Promise<TemplateView> => json('PUT', `${unitPath(tenant)}/templates/${id}`, { body: { ...request, version } }),
    remove: (tenant: string, id: string): Promise<void> => send('DELETE', `${unitPath(tenant)}/templates/${id}`),
  }
}
