import type { JoinedCases, SimilarCases } from '../../service/contract/case-view.ts'
import { casePath } from './paths.ts'
import type { Transport } from './transport.ts'

/** What a person reads before and after two cases are merged. Merging itself is an act. */
export interface MergeClient {
  similar(tenant: string, number: string, signal?: AbortSignal): Promise<SimilarCases>
  joined(tenant: string, number: string, signal?: AbortSignal): Promise<JoinedCases>
}

export function createMergeClient({ json }: Transport): MergeClient {
  return {
    similar: (tenant, number, signal) => json('GET', `${casePath(tenant, number)}/similar`, { signal }),
    joined: (tenant, number, signal) => json('GET', `${casePath(tenant, number)}/joined`, { signal }),
  }
}
