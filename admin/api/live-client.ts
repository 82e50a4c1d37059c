import type { CaseCounts, SurroundingsView } from '../../service/contract/presence.ts'
import { casePath, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'

const quietly = { withoutSession: true, background: true } as const

/** What open screens ask again and again. When the session has ended, these calls ask nobody to sign in. */
export function createLiveClient({ json, send }: Transport) {
  const presence = (tenant: string, number: string) => `${casePath(tenant, number)}/presence`
  return {
    bePresent: (tenant: string, number: string, writes: boolean): Promise<SurroundingsView> =>
      json('POST', presence(tenant, number), { body: { writes }, ...quietly }),
    // The service forgets a person within seconds even if this call fails.
    leave: (tenant: string, number: string): Promise<void> =>
      send('POST', presence(tenant, number), {
        body: { writes: false, leaves: true },
        ...quietly,
        outlives: true,
      }).catch(() => {}),
    counts: (tenant: string): Promise<CaseCounts> => json('GET', `${unitPath(tenant)}/case-counts`, quietly),
  }
}
