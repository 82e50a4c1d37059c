import type { Api } from '../http/app-env.ts'
import { identifyProgram, identifyTenant, weighDuties } from '../http/identify.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { routerOf } from '../http/operation.ts'
import { programOperations } from '../http/programs/program-routes.ts'
import { providerOperations } from '../http/providers/provider-operations.ts'
import type { Ports } from './ports.ts'

/** What programs of an office ask, with a key. */
export function programRouter(ports: Ports): Api {
  const unit = identifyTenant(ports.tenants)
  const router = newApi()
  router.use('/tenants/:tenant/integration/*', unit, weighDuties(ports), identifyProgram(ports), smallBody)
  router.route('/', routerOf([programOperations], ports))
  return router
}

/** What providers of mail and messages report. */
export function providerRouter(ports: Ports): Api {
  const router = newApi()
  router.use('/webhooks/*', smallBody)
  router.route('/', routerOf([providerOperations], ports))
  return router
}
