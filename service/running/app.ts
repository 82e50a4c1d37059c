import { type Context, Hono } from 'hono'
import { TrieRouter } from 'hono/router/trie-router'
import type { AppEnv } from '../http/app-env.ts'
import { describeApi } from '../http/describe-api.ts'
import { allowOrigins } from '../http/identify.ts'
import { chooseLanguage } from '../http/language.ts'
import { countUnderWay, letStaffIn, refuseFlood } from '../http/load.ts'
import { newApi, smallBody } from '../http/openapi.ts'
import { healthRoutes, practiceRoutes } from '../http/operator/health-routes.ts'
import { apiRoutes } from '../http/pages/api-page.ts'
import { followPageRoutes } from '../http/pages/follow-routes.ts'
import { formRoutes } from '../http/pages/form-routes.ts'
import { pageRoutes } from '../http/pages/page-routes.ts'
import { problemPages } from '../http/pages/problem-page.ts'
import { verifyRoutes } from '../http/pages/verify-page.ts'
import { practiceDoor } from '../http/practice-door.ts'
import { answerProblems } from '../http/problem.ts'
import { requestTrace } from '../http/request-trace.ts'
import { deskPolicy, securityHeaders } from '../http/security-headers.ts'
import { readCookie } from '../http/session-cookie.ts'
import { providerRoutes } from '../http/staff/provider-routes.ts'
import { servePage, staticFiles } from '../http/static-files.ts'
import { Refusal } from '../shared/refusal.ts'
import { once } from '../shared/repeat.ts'
import type { Ports } from './ports.ts'
import { programRouter, providerRouter } from './program-router.ts'
import { staffRouter } from './staff-router.ts'
import { visitorRouter } from './visitor-router.ts'

/** It opens nothing and listens to nothing. */
export function createApp(ports: Ports): Hono<AppEnv> {
  const { gate, links, log } = ports
  const origin = new URL(links.publicUrl).origin
  const api = newApi()
  const whoseIs = (c: Context<AppEnv>) =>
    readCookie(c, ports, 'session') ?? c.req.header('authorization') ?? ports.addressOf(c)
  for (const router of [visitorRouter, providerRouter]) api.route('/api/v1', router(ports))
  // What visitors ask is answered above, whatever staff and programs have the service do.
  api.use('/api/v1/*', letStaffIn(gate, whoseIs))
  for (const router of [programRouter, staffRouter]) api.route('/api/v1', router(ports))

  const description = once(() => describeApi(api, links.publicUrl))
  // One expression of 1,500 routes would be made at the first request, which waited for it.
  const app = new Hono<AppEnv>({ router: new TrieRouter() })
    .use(countUnderWay(gate))
    .use(requestTrace(ports))
    .use(securityHeaders(ports.secureCookies))
    .use(chooseLanguage)
    .use(practiceDoor(ports))
    .onError(answerProblems((fault, requestId) => log.error('fault', fault, { requestId }), problemPages(ports.assets)))
    .notFound(() => {
      throw new Refusal('not-found', 'request/not-found')
    })
  app.route('/', healthRoutes(ports))
  app.use(refuseFlood(gate))
  app.route('/practice', practiceRoutes(ports))
  app.route('/', api)
  app.get('/openapi.json', (c) => c.json(description()))
  app.route('/', apiRoutes(ports, description))
  app.route('/', pageRoutes(ports))
  app.route('/verify', verifyRoutes(ports))
  app.use('/t/:tenant/form', allowOrigins(origin))
  app.route('/t/:tenant/form', formRoutes(ports))
  app.use('/t/:tenant/follow', smallBody)
  app.route('/t/:tenant/follow', followPageRoutes(ports))
  app.route('/', staticFiles(ports.files, ports.withdrawnVersions))
  app.route('/sign-in', providerRoutes(ports))
  app.get('/admin', (c) => c.redirect('/admin/'))
  app.use('/admin/*', async (c, next) => {
    c.header('Content-Security-Policy', deskPolicy)
    await next()
  })
  app.get('/admin/*', servePage(ports.files, '/admin/index.html'))
  return app
}
