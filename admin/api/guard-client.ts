import type { GuardCandidates, GuardedCase, GuardPreview } from '../../service/contract/guard-view.ts'
import { casePath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { GuardRequest } from './wire.ts'

/** Keeping a case from staff whom it concerns. */
export interface GuardClient {
  candidates(tenant: string, number: string, signal?: AbortSignal): Promise<GuardCandidates>
  /** Returns what a guard would change, without changing it. */
  preview(tenant: string, number: string, staff: readonly string[], signal?: AbortSignal): Promise<GuardPreview>
  guard(tenant: string, number: string, request: GuardRequest): Promise<GuardedCase>
}

export function createGuardClient({ json }: Transport): GuardClient {
  const path = (tenant: string, number: string) => `${casePath(tenant, number)}/guard`
  return {
    candidates: (tenant, number, signal) => json('GET', path(tenant, number), { signal }),
    // The names travel in the body: an address stays in the logs of whatever stands between.
    preview: (tenant, number, staff, signal) =>
      json('POST', `${path(tenant, number)}/preview`, { body: { staff }, ...(signal && { signal }) }),
    guard: (tenant, number, body) => json('POST', path(tenant, number), { body }),
  }
}
