import type { IncidentList, IncidentView } from '../../service/contract/incidents.ts'
import { pageAfter, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { IncidentChange, IncidentFacts } from './wire.ts'

/** The breach register. */
export interface IncidentsClient {
  list(tenant: string, cursor: string | null, signal?: AbortSignal): Promise<IncidentList>
  read(tenant: string, id: string, signal?: AbortSignal): Promise<IncidentView>
  record(tenant: string, facts: IncidentFacts): Promise<IncidentView>
  /** A change by somebody who looked at `revision`. */
  change<Act extends keyof IncidentChange>(
    tenant: string,
    id: string,
    act: Act,
    body: IncidentChange[Act],
  ): Promise<IncidentView>
}

const changes = {
  facts: ['PUT', ''],
  case: ['POST', '/cases'],
  notice: ['PUT', '/notice'],
  sending: ['POST', '/notice/sending'],
  authority: ['POST', '/authority'],
  closing: ['POST', '/closing'],
} as const satisfies Record<keyof IncidentChange, readonly [method: 'PUT' | 'POST', path: string]>

export function createIncidentsClient({ json }: Transport): IncidentsClient {
  const register = (tenant: string) => `${unitPath(tenant)}/incidents`
  const incident = (tenant: string, id: string) => `${register(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant, cursor, signal) => json('GET', `${register(tenant)}${pageAfter(cursor)}`, { signal }),
    read: (tenant, id, signal) => json('GET', incident(tenant, id), { signal }),
    record: (tenant, body) => json('POST', register(tenant), { body }),
    change: (tenant, id, act, body) => {
      const [method, path] = changes[act]
      return json(method, `${incident(tenant, id)}${path}`, { body })
    },
  }
}
