import type { BulkPreview, BulkView } from '../../service/contract/bulk.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { BulkOrder } from './wire.ts'

/** One act on many cases: seen first, ordered, and taken back while nothing is done. */
export function createBulkClient({ json }: Transport) {
  const path = (tenant: string, id = '') => `${unitPath(tenant)}/bulk-acts${id && `/${encodeURIComponent(id)}`}`
  return {
    preview: (tenant: string, order: BulkOrder, cases: readonly string[]): Promise<BulkPreview> =>
      json('POST', `${unitPath(tenant)}/bulk-previews`, { body: { order, cases } }),
    order: (
      tenant: string,
      order: BulkOrder,
      cases: readonly { readonly number: string; readonly revision: number }[],
    ): Promise<BulkView> => json('POST', path(tenant), { body: { order, cases } }),
    read: (tenant: string, id: string): Promise<BulkView> => json('GET', path(tenant, id), { background: true }),
    undo: (tenant: string, id: string): Promise<BulkView> => json('POST', `${path(tenant, id)}/undo`, { body: {} }),
    haste: (tenant: string, id: string): Promise<BulkView> => json('POST', `${path(tenant, id)}/haste`, { body: {} }),
  }
}
