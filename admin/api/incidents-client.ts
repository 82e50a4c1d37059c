import type { IncidentList, IncidentView } from '../../service/contract/incidents.ts'
import { pageAfter, unitPath } from './paths.ts'
import type { Transport } from './transport.ts'
import type { IncidentChange, IncidentFacts } from './wire.ts'

const changes = {
  facts: ['PUT', ''],
  case: ['POST', '/cases'],
  notice: ['PUT', '/notice'],
  sending: ['POST', '/notice/sending'],
  authority: ['POST', '/authority'],
  closing: ['POST', '/closing'],
} as const satisfies Record<keyof IncidentChange, readonly [method: 'PUT' | 'POST', path: string]>

/** The breach register. */
export function createIncidentsClient({ json }: Transport) {
  const register = (tenant: string) => `${unitPath(tenant)}/incidents`
  const incident = (tenant: string, id: string) => `${register(tenant)}/${encodeURIComponent(id)}`
  return {
    list: (tenant: string, cursor: string | null, signal?: AbortSignal): Promise<IncidentList> =>
      json('GET', `${register(tenant)}${pageAfter(cursor)}`, { signal }),
    read: (tenant: string, id: string, signal?: AbortSignal): Promise<IncidentView> =>
      json('GET', incident(tenant, id), { signal }),
    record: (tenant: string, body: IncidentFacts): Promise<IncidentView> => json('POST', register(tenant), { body }),
    /** A change by somebody who looked at `revision`. */
    change: <Act extends keyof IncidentChange>(
      tenant: string,
      id: string,
      act: Act,
      body: IncidentChange[Act],
    ): Promise<IncidentView> => {
      const [method, path] = changes[act]
      return json(method, `${incident(tenant, id)}${path}`, { body })
    },
  }
}
