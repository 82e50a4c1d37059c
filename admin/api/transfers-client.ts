import type { OtherUnits, TransferList } from '../../service/contract/transfers.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Cases between this unit and the others of the service. */
export interface TransfersClient {
  /** The units to which a case can be forwarded. */
  units(tenant: string, signal?: AbortSignal): Promise<OtherUnits>
  list(tenant: string, signal?: AbortSignal): Promise<TransferList>
  /** @returns the number that the case gets here */
  accept(tenant: string, id: string, category: string): Promise<{ readonly number: string }>
  giveBack(tenant: string, id: string, reason: string): Promise<unknown>
}

export function createTransfersClient({ json }: Transport): TransfersClient {
  const one = (tenant: string, id: string) => `${unitPath(tenant)}/transfers/${encodeURIComponent(id)}`
  return {
    units: (tenant, signal) => json('GET', `${unitPath(tenant)}/other-units`, { signal }),
    list: (tenant, signal) => json('GET', `${unitPath(tenant)}/transfers`, { signal }),
    accept: (tenant, id, category) => json('POST', `${one(tenant, id)}/acceptance`, { body: { category } }),
    giveBack: (tenant, id, reason) => json('POST', `${one(tenant, id)}/return`, { body: { reason } }),
  }
}
