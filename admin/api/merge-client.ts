import type { JoinedCases, SimilarCases } from '../../service/contract/case-view.ts'
import { casePath } from './paths.ts'
import type { Transport } from './transport.ts'

/** What a person reads before and after two cases are merged. Merging itself is an act. */
export function createMergeClient({ json }: Transport) {
  return {
    similar: (tenant: string, number: string, signal?: AbortSignal): Promise<SimilarCases> =>
      json('GET', `${casePath(tenant, number)}/similar`, { signal }),
    joined: (tenant: string, number: string, signal?: AbortSignal): Promise<JoinedCases> =>
      json('GET', `${casePath(tenant, number)}/joined`, { signal }),
  }
}
