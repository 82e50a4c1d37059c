import type { TodayCounts, TodayView } from '../../service/contract/today.ts'
import { unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** What waits for the person who is signed in. */
export function createTodayClient({ json }: Transport) {
  return {
    /** @param kind lists this kind only; all if empty */
    list: (tenant: string, kind: string, signal?: AbortSignal): Promise<TodayView> =>
      json('GET', `${unitPath(tenant)}/today${kind ? `?${new URLSearchParams({ kind })}` : ''}`, { signal }),
    counts: (tenant: string, signal?: AbortSignal): Promise<TodayCounts> =>
      json('GET', `${unitPath(tenant)}/today/counts`, { signal }),
  }
}
