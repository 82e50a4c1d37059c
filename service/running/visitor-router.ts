import type { Api } from '../http/app-env.ts'
import { allowOrigins, identifyReporter, identifyTenant, weighDuties } from '../http/identify.ts'
import { noteElement } from '../http/note-sighting.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { routerOf } from '../http/operation.ts'
import { filingRoutes } from '../http/public/filing-routes.ts'
import { open311Routes } from '../http/public/open311-routes.ts'
import {
  publicStatisticsRoutes,
  similarRoutes,
  tenantRoutes,
  troubleRoutes,
  trustRoutes,
} from '../http/public/tenant-routes.ts'
import { draftRoutes, evidenceRoutes, uploadRoutes } from '../http/public/upload-routes.ts'
import { followOperations, reporterFileOperations, rightsOperations } from '../http/reporter/complaint-operations.ts'
import type { Ports } from './ports.ts'

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
  router.use('/tenants/:tenant/widget-troubles', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/widget-troubles', troubleRoutes(ports))
  router.use('/tenants/:tenant/trust', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/trust', trustRoutes(ports))
  router.use('/tenants/:tenant/public-statistics', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/public-statistics', publicStatisticsRoutes(ports))
  router.use('/tenants/:tenant/categories/*', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/categories', similarRoutes(ports))
  router.use('/tenants/:tenant/open311/*', unit)
  router.route('/tenants/:tenant/open311', open311Routes(ports))
  router.use('/tenants/:tenant/evidence', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/evidence', evidenceRoutes(ports))
  router.use('/tenants/:tenant/evidence/uploads', unit, allowOrigins(origin), smallBody)
  router.use('/tenants/:tenant/evidence/uploads/:id', unit, allowOrigins(origin))
  router.route('/tenants/:tenant/evidence/uploads', uploadRoutes(ports))
  router.use('/tenants/:tenant/drafts/*', unit, allowOrigins(origin), smallBody)
  router.route('/tenants/:tenant/drafts', draftRoutes(ports))
  router.use('/tenants/:tenant/complaints/*', unit, weighDuties(ports), allowOrigins(origin), smallBody)
  router.route('/tenants/:tenant/complaints', filingRoutes(ports))
  router.use('/tenants/:tenant/complaints/:number/*', identifyReporter(ports))
  router.route('/', routerOf([reporterFileOperations, followOperations, rightsOperations], ports))
  return router
}
