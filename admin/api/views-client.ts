import type { SaveViews, ViewLists } from '../../service/contract/saved-views.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Saved views of the register. */
export interface ViewsClient {
  list(tenant: string, signal?: AbortSignal): Promise<ViewLists>
  /** Puts a whole list in the place of the one that was read. */
  save(tenant: string, whose: 'own' | 'shared', list: SaveViews): Promise<ViewLists>
}

export function createViewsClient({ json }: Transport): ViewsClient {
  return {
    list: (tenant, signal) => json('GET', `${unitPath(tenant)}/views`, { signal }),
    save: (tenant, whose, body) => json('PUT', `${unitPath(tenant)}/views/${whose}`, { body }),
  }
}
