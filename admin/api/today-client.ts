import type { TodayCounts, TodayView } from '../../service/contract/today.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** What waits for the person who is signed in. */
export interface TodayClient {
  /** @param kind lists this kind only; all if empty */
  list(tenant: string, kind: string, signal?: AbortSignal): Promise<TodayView>
  counts(tenant: string, signal?: AbortSignal): Promise<TodayCounts>
}

export function createTodayClient({ json }: Transport): TodayClient {
  return {
    list: (tenant, kind, signal) =>
      json('GET', `${unitPath(tenant)}/today${kind ? `?${new URLSearchParams({ kind })}` : ''}`, { signal }),
    counts: (tenant, signal) => json('GET', `${unitPath(tenant)}/today/counts`, { signal }),
  }
}
