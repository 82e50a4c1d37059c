import type { CaseCounts, SurroundingsView } from '../../service/contract/presence.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

/** What open screens ask again and again. When the session has ended, these calls ask nobody to sign in. */
export interface LiveClient {
  bePresent(tenant: string, number: string, writes: boolean): Promise<SurroundingsView>
  leave(tenant: string, number: string): Promise<void>
  counts(tenant: string): Promise<CaseCounts>
}

const quietly = { withoutSession: true, background: true } as const

export function createLiveClient({ json, send }: Transport): LiveClient {
  const presence = (tenant: string, number: string) => `${casePath(tenant, number)}/presence`
  return {
    bePresent: (tenant, number, writes) => json('POST', presence(tenant, number), { body: { writes }, ...quietly }),
    // The service forgets a person within seconds even if this call fails.
    leave: (tenant, number) =>
      send('POST', presence(tenant, number), {
        body: { writes: false, leaves: true },
        ...quietly,
        outlives: true,
      }).catch(() => {}),
    counts: (tenant) => json('GET', `${unitPath(tenant)}/case-counts`, quietly),
  }
}
