import type { CaseView } from '../../service/contract/case-view.ts'
import type { DataRequestList } from '../../service/contract/own-data.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { DataAnswer } from './wire.ts'

export interface RightsClient {
  listRequests(tenant: string, signal?: AbortSignal): Promise<DataRequestList>
  answer(tenant: string, number: string, request: string, answer: DataAnswer): Promise<CaseView>
}

export function createRightsClient({ json }: Transport): RightsClient {
  return {
    listRequests: (tenant, signal) => json('GET', `${unitPath(tenant)}/data-requests`, { signal }),
    answer: (tenant, number, request, body) =>
      json('POST', `${casePath(tenant, number)}/data-requests/${request}/answer`, { body }),
  }
}
