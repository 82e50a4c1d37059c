import type { Context } from 'hono'
import { receiptView as receiptSchema } from '../../contract/complaint-view.ts'
import { programCaseDetails, programIntake, programQuery, programRegister } from '../../contract/programs.ts'
import { statisticsView as statisticsSchema } from '../../contract/statistics-view.ts'
import { type EnterPorts, enterComplaint } from '../../filing/enter-complaint.ts'
import { awaitsStaff, notReady } from '../../offices/duties/duties.ts'
import { listRegister, openCase, type RegisterPorts } from '../../register/register.ts'
import { type StatisticsPorts, unitStatistics } from '../../register/reports/unit-statistics.ts'
import type { AppEnv } from '../app-env.ts'
import { readEntry } from '../entry-request.ts'
import { withScope } from '../identify-program.ts'
import type { Links } from '../links.ts'
import { answers, caseParams, forPrograms, jsonBody, newApi, route, tenantParam } from '../openapi.ts'
import { idempotencyHeader, idempotencyKeyOf } from '../public/filing-routes.ts'
import { viewWordings } from '../view-wording.ts'
import { receiptView } from '../views/complaint-view.ts'
import { programCaseDetailsView, programCaseView } from '../views/program-view.ts'
import { statisticsView } from '../views/statistics-view.ts'

const list = route.get('/cases', {
  summary: 'For programs: cases without words and names',
  ...forPrograms('cases:read'),
  middleware: withScope('cases:read'),
  request: { params: tenantParam, query: programQuery },
  responses: answers(200, programRegister, 'A page, the newest first'),
})
const show = route.get('/cases/{number}', {
  summary: 'For programs: how a case goes',
  ...forPrograms('cases:read'),
  middleware: withScope('cases:read'),
  request: { params: caseParams },
  responses: answers(200, programCaseDetails, 'Its dates and what happened, without words and names'),
})
const file = route.post('/cases', {
  summary: 'For programs: enter a complaint that they took, such as a call centre’s',
  ...forPrograms('cases:file'),
  middleware: withScope('cases:file'),
  request: { params: tenantParam, headers: idempotencyHeader, ...jsonBody(programIntake) },
  responses: answers(
    201,
    receiptSchema,
    'Received: written durably, numbered, with the tracking code for the reporter',
  ),
})
const statistics = route.get('/statistics', {
  summary: 'For programs: counts of the unit, small ones hidden',
  ...forPrograms('statistics:read'),
  middleware: withScope('statistics:read'),
  request: { params: tenantParam },
  responses: answers(200, statisticsSchema, 'Counts of all time up to now, and no case'),
})

export type ProgramRoutePorts = EnterPorts & StatisticsPorts & RegisterPorts & { readonly links: Links }

export function programRoutes(ports: ProgramRoutePorts) {
  const api = newApi()
  const contextOf = (c: Context<AppEnv>) => ({
    tenant: c.get('tenant'),
    wording: viewWordings[c.get('language')],
    now: ports.now(),
  })
  api.openapi(list, async (c) => {
    const asked = { ...c.req.valid('query'), sort: 'received_desc' } as const
    const { items, nextCursor } = await listRegister(ports, c.get('staff'), asked)
    const seen = contextOf(c)
    return c.json({ items: items.map((one) => programCaseView(one, seen)), nextCursor }, 200)
  })
  api.openapi(show, async (c) => {
    const complaint = await openCase(ports, c.get('staff'), c.req.valid('param').number)
    return c.json(programCaseDetailsView(await ports.complaints.whole(complaint), contextOf(c)), 200)
  })
  api.openapi(file, async (c) => {
    const { given, receiving, body } = readEntry(c.req.valid('json'))
    const tenant = c.get('tenant')
    // Nothing was taken, so the program keeps what it has and comes again.
    if (awaitsStaff(tenant, c.get('unheld'))) throw notReady()
    const received = await enterComplaint(ports, c.get('staff'), tenant, given, receiving, {
      idempotencyKey: idempotencyKeyOf(c),
      body,
    })
    return c.json(
      receiptView(received.complaint, received.trackingCode, tenant, { ...contextOf(c), links: ports.links }),
      201,
    )
  })
  api.openapi(statistics, async (c) => {
    const tenant = c.get('tenant')
    return c.json(
      statisticsView(await unitStatistics(ports, c.get('staff'), tenant), tenant, contextOf(c).wording),
      200,
    )
  })
  return api
}
