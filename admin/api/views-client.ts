import type { SaveViews, ViewLists } from '../../service/contract/saved-views.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Saved views of the register. */
export function createViewsClient({ json }: Transport) {
  return {
    list: (tenant: string, signal?: AbortSignal): Promise<ViewLists> =>
      json('GET', `${unitPath(tenant)}/views`, { signal }),
    /** Puts a whole list in the place of the one that was read. */
    save: (tenant: string, whose: 'own' | 'shared', body: SaveViews): Promise<ViewLists> =>
      json('PUT', `${unitPath(tenant)}/views/${whose}`, { body }),
  }
}
