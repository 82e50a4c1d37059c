import type { GuardCandidates, GuardedCase, GuardPreview } from '../../service/contract/guard-view.ts'
import { casePath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { GuardRequest } from './wire.ts'

/** Keeping a case from staff whom it concerns. */
export function createGuardClient({ json }: Transport) {
  const path = (tenant: string, number: string) => `${casePath(tenant, number)}/guard`
  return {
    candidates: (tenant: string, number: string, signal?: AbortSignal): Promise<GuardCandidates> =>
      json('GET', path(tenant, number), { signal }),
    // The names travel in the body: an address stays in the logs of whatever stands between.
    preview: (tenant: string, number: string, staff: readonly string[], signal?: AbortSignal): Promise<GuardPreview> =>
      json('POST', `${path(tenant, number)}/preview`, { body: { staff }, ...(signal && { signal }) }),
    guard: (tenant: string, number: string, body: GuardRequest): Promise<GuardedCase> =>
      json('POST', path(tenant, number), { body }),
  }
}
