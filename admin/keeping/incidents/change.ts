import type { ServiceClient } from '../../api/client.ts'
import type { IncidentChange } from '../../api/wire.ts'

/** Changes the incident of the page, from what the person was looking at; rejects with what the service refused. */
export type Change = <Act extends keyof IncidentChange>(
  act: Act,
  body: Omit<IncidentChange[Act], 'revision'>,
  client?: ServiceClient,
) => Promise<void>
