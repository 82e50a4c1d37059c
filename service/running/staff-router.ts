import { waitForMatch } from '../case/access/staff-matching.ts'
import type { Api } from '../http/app-env.ts'
import { identifyMember, identifyOperator, identifyStaff, identifyTenant } from '../http/identify.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { routerOf } from '../http/operation.ts'
import { operatorTables } from '../http/operator/operator-tables.ts'
import { accountTables, largeTables, unitTables } from '../http/staff/staff-operations.ts'
import { dropSent } from '../http/staff/unsent-operations.ts'
import type { Ports } from './ports.ts'

const UNIT = '/tenants/{tenant}'

/** What people with an account ask. */
export function staffRouter(ports: Ports): Api {
  const router = newApi()
  router.route('/tenants/:tenant', largeRouter(ports))
  router.use(smallBody)
  router.route('/', accountRouter(ports))
  router.use('/operator/*', identifyStaff(ports), identifyOperator)
  router.route('/', routerOf(operatorTables, ports))
  router.route('/tenants/:tenant', memberRouter(ports))
  return router
}

function largeRouter(ports: Ports): Api {
  const router = newApi()
  router.on('POST', '/old-books', ...memberGate(ports))
  router.route('/', routerOf(largeTables, ports, UNIT))
  return router
}

function accountRouter(ports: Ports): Api {
  const router = newApi()
  // People who still owe a second factor may see that they do, show it, and sign out.
  const anySession = identifyStaff(ports, () => true)
  router.use('/session', (c, next) => (c.req.method === 'POST' ? next() : anySession(c, next)))
  router.use('/session/confirmation/*', anySession)
  router.use('/account/*', identifyStaff(ports))
  router.route('/', routerOf(accountTables, ports))
  return router
}

/** Small units are searched in this many milliseconds; larger ones are asked again. */
const MATCHED_WITHIN = 3_000

const memberGate = (ports: Ports) =>
  [
    identifyStaff(ports),
    identifyTenant(ports.tenants),
    identifyMember(ports, (tenant) => waitForMatch(ports, tenant, MATCHED_WITHIN)),
    dropSent(ports),
  ] as const

/** What only the staff of an office may ask. The gate stands once before all below each first word of a path. */
function memberRouter(ports: Ports): Api {
  const router = newApi()
  const firstWords = new Set(unitTables.flat().map(({ key }) => key.split('/')[1]))
  for (const word of firstWords) router.use(`/${word}/*`, ...memberGate(ports))
  router.route('/', routerOf(unitTables, ports, UNIT))
  return router
}
