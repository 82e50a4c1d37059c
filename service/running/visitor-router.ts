import type { Api } from '../http/app-env.ts'
import { allowOrigins, identifyReporter, identifyTenant, weighDuties } from '../http/identify.ts'
import { noteElement } from '../http/note-sighting.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { routerOf } from '../http/operation.ts'
import { filingOperations } from '../http/public/filing-routes.ts'
import { open311Routes } from '../http/public/open311-routes.ts'
import { publicOperations, similarRoutes, tenantRoutes } from '../http/public/tenant-routes.ts'
import { draftOperations, evidenceRoutes, limitDrafts, uploadRoutes } from '../http/public/upload-routes.ts'
import { followOperations, reporterFileOperations, rightsOperations } from '../http/reporter/complaint-operations.ts'
import type { Ports } from './ports.ts'

const UNIT = '/tenants/{tenant}'

/** What visitors and reporters ask of an office, from its pages and from ours. */
export function visitorRouter(ports: Ports): Api {
  const origin = new URL(ports.links.publicUrl).origin
  const unit = identifyTenant(ports.tenants)
  const router = newApi()
  router.use(
    '/tenants/:tenant',
    identifyTenant(ports.tenants, true),
    weighDuties(ports),
    noteElement(ports.sightings),
    allowOrigins(origin),
  )
  router.route('/tenants/:tenant', tenantRoutes(ports))
  for (const path of ['widget-troubles', 'trust', 'public-statistics', 'reading-posts', 'categories/*', 'evidence']) {
    router.use(`/tenants/:tenant/${path}`, unit, allowOrigins(origin))
  }
  router.use('/tenants/:tenant/open311/*', unit)
  router.use('/tenants/:tenant/evidence/uploads', unit, allowOrigins(origin), smallBody)
  router.use('/tenants/:tenant/evidence/uploads/:id', unit, allowOrigins(origin))
  router.use('/tenants/:tenant/drafts/*', unit, allowOrigins(origin), smallBody, limitDrafts(ports))
  router.use('/tenants/:tenant/complaints/*', unit, weighDuties(ports), allowOrigins(origin), smallBody)
  router.route('/tenants/:tenant', routerOf([publicOperations], ports, UNIT))
  router.route('/tenants/:tenant/categories', similarRoutes(ports))
  router.route('/tenants/:tenant/open311', open311Routes(ports))
  router.route('/tenants/:tenant/evidence', evidenceRoutes(ports))
  router.route('/tenants/:tenant/evidence/uploads', uploadRoutes(ports))
  router.route('/tenants/:tenant', routerOf([draftOperations, filingOperations], ports, UNIT))
  router.use('/tenants/:tenant/complaints/:number/*', identifyReporter(ports))
  router.route('/', routerOf([reporterFileOperations, followOperations, rightsOperations], ports))
  return router
}
