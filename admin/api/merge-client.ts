import type { JoinedCases, SimilarCases } from '../../service/contract/case-view.ts'
import type { Transport } from './transport.ts'

/** What a person reads before and after two cases are merged. Merging itself is an act. */
export interface MergeClient {
  similar(tenant: string, number: string, signal?: AbortSignal): Promise<SimilarCases>
  joined(tenant: string, number: string, signal?: AbortSignal): Promise<JoinedCases>
}

export function createMergeClient({ json }: Transport): MergeClient {
  const path = (tenant: string, number: string) =>
    `/tenants/${encodeURIComponent(tenant)}/cases/${encodeURIComponent(number)}`
  return {
    similar: (tenant, number, signal) => json('GET', `${path(tenant, number)}/similar`, signal ? { signal } : {}),
    joined: (tenant, number, signal) => json('GET', `${path(tenant, number)}/joined`, signal ? { signal } : {}),
  }
}
