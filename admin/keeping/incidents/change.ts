import type { ServiceClient } from '../../api/client.ts'
import type { OperationKey } from '../../api/operations.ts'
import type { IncidentChange } from '../../api/wire.ts'

/** The operation of each change. */
export const changes = {
  facts: 'PUT /incidents/{id}',
  case: 'POST /incidents/{id}/cases',
  notice: 'PUT /incidents/{id}/notice',
  sending: 'POST /incidents/{id}/notice/sending',
  authority: 'POST /incidents/{id}/authority',
  closing: 'POST /incidents/{id}/closing',
} as const satisfies Record<keyof IncidentChange, OperationKey>

export type ChangeKey = (typeof changes)[keyof IncidentChange]

/** Changes the incident of the page, from what the person was looking at; rejects with what the service refused. */
export type Change = <Act extends keyof IncidentChange>(
  act: Act,
  body: Omit<IncidentChange[Act], 'revision'>,
  client?: ServiceClient,
) => Promise<void>
