import { enteredBy, knock } from './a-colleague.ts'
import type { OneService } from './one-service.ts'

export const operator = { email: 'operator@pengelola.example', password: 'sandi-pengelola-1' }

/** Settings of a service that somebody runs. */
export const withOperator = { OPERATOR_EMAIL: operator.email, OPERATOR_PASSWORD: operator.password }

/** Who runs the service, signed in. */
export const anOperator = (service: OneService) => enteredBy(service, knock(service, '/session', operator))
