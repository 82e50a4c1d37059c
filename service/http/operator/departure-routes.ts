import { bringConfirmation, departureView as departureSchema } from '../../contract/departure.ts'
import { json, op } from '../operation.ts'
import { departureView } from '../views/departure-view.ts'

/** A unit that moved away is deleted by two operators. */
export const departureOperations = [
  op('POST /operator/tenants/{tenant}/departure', {
    summary: 'Bring the confirmation that a moved unit arrived: from now on everybody is led to the new address',
    may: 'session',
    body: bringConfirmation,
    answer: json(departureSchema, 'Confirmed'),
    does: async ({ office, signedIn, params, body }) => {
      const { confirmation } = body
      return departureView(await office.departures.confirm(signedIn, params.tenant, confirmation), signedIn)
    },
  }),
  op('POST /operator/tenants/{tenant}/departure/deletion', {
    summary: 'Another operator allows that the moved unit is deleted here',
    may: 'session',
    answer: json(departureSchema, 'Allowed; it is deleted within a minute'),
    does: async ({ office, signedIn, params }) =>
      departureView(await office.departures.allowDeletion(signedIn, params.tenant), signedIn),
  }),
]
