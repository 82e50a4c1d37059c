import type { CaseView } from '../../service/contract/case-view.ts'
import type { DataRequestList } from '../../service/contract/own-data.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { DataAnswer } from './wire.ts'

export function createRightsClient({ json }: Transport) {
  return {
    listRequests: (tenant: string, signal?: AbortSignal): Promise<DataRequestList> =>
      json('GET', `${unitPath(tenant)}/data-requests`, { signal }),
    answer: (tenant: string, number: string, request: string, body: DataAnswer): Promise<CaseView> =>
      json('POST', `${casePath(tenant, number)}/data-requests/${request}/answer`, { body }),
  }
}
