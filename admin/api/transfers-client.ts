import type { OtherUnits, TransferList } from '../../service/contract/transfers.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** Cases between this unit and the others of the service. */
export function createTransfersClient({ json }: Transport) {
  const one = (tenant: string, id: string) => `${unitPath(tenant)}/transfers/${encodeURIComponent(id)}`
  return {
    /** The units to which a case can be forwarded. */
    units: (tenant: string, signal?: AbortSignal): Promise<OtherUnits> =>
      json('GET', `${unitPath(tenant)}/other-units`, { signal }),
    list: (tenant: string, signal?: AbortSignal): Promise<TransferList> =>
      json('GET', `${unitPath(tenant)}/transfers`, { signal }),
    /** @returns the number that the case gets here */
    accept: (tenant: string, id: string, category: string): Promise<{ readonly number: string }> =>
      json('POST', `${one(tenant, id)}/acceptance`, { body: { category } }),
    giveBack: (tenant: string, id: string, reason: string): Promise<unknown> =>
      json('POST', `${one(tenant, id)}/return`, { body: { reason } }),
  }
}
