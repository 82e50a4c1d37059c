import { z } from '@hono/zod-openapi'
import {
  keepUnsent as keepSchema,
  keptUnsent,
  unsentCases,
  unsentIntakes,
  unsentKind,
  unsentList,
  unsentOnCase,
} from '../../contract/unsent.ts'
import {
  deskWriters,
  dropUnsent,
  findUnsentForm,
  keepUnsent,
  listUnsent,
  listUnsentCases,
  listUnsentIntakes,
  listUnsentOfJoined,
  type UnsentPorts,
} from '../../keeping/unsent/unsent.ts'
import type { Unsent } from '../../keeping/unsent/unsent-store.ts'
import { answers, caseParams, forStaff, jsonBody, newApi, refusals, route, tenantParam } from '../openapi.ts'

const kindParam = z.object({ kind: unsentKind })

const cases = route.get('/unsent', {
  summary: 'The cases on which one typed something that was not sent',
  ...forStaff('cases.read'),
  request: { params: tenantParam },
  responses: answers(200, unsentCases, 'Their numbers, and no word of it'),
})
const ofCase = route.get('/cases/{number}/unsent', {
  summary: 'What one typed on a case and has not sent',
  ...forStaff('cases.read'),
  request: { params: caseParams },
  responses: answers(200, unsentOnCase, 'One’s own words only'),
})
const keepOnCase = route.put('/cases/{number}/unsent/{kind}', {
  summary: 'Keep what one is typing on a case',
  description: 'Sealed with the case. It ends when the act is done, when the person leaves, or after 30 days.',
  ...forStaff('cases.read'),
  request: { params: caseParams.extend(kindParam.shape), ...jsonBody(keepSchema) },
  responses: answers(200, keptUnsent, 'Kept'),
})
const dropOnCase = route.delete('/cases/{number}/unsent/{kind}', {
  summary: 'Drop what one typed on a case',
  ...forStaff('cases.read'),
  request: { params: caseParams.extend(kindParam.shape) },
  responses: { 204: { description: 'Gone' }, ...refusals },
})
const intakes = route.get('/intake-unsent', {
  summary: 'The complaints that one began to enter',
  ...forStaff('cases.enter'),
  request: { params: tenantParam },
  responses: answers(200, unsentIntakes, 'The latest first, and no word of them'),
})
/** A form that belongs to no case has three routes: one reads, keeps and drops one’s own words there. */
const awayFromCases = (path: '/intake-unsent/{kind}' | '/desk-unsent/{kind}', what: string, ends: string) => {
  const shared = path === '/intake-unsent/{kind}' ? forStaff('cases.enter') : forStaff(...deskWriters)
  const params = tenantParam.extend(kindParam.shape)
  return {
    read: route.get(path, {
      ...shared,
      ...{ summary: `What one typed ${what}`, request: { params } },
      responses: answers(200, unsentList, 'At most one'),
    }),
    keep: route.put(path, {
      ...shared,
      ...{ summary: `Keep what one is typing ${what}`, description: `Sealed. ${ends}` },
      request: { params, ...jsonBody(keepSchema) },
      responses: answers(200, keptUnsent, 'Kept'),
    }),
    drop: route.delete(path, {
      ...shared,
      ...{ summary: `Drop what one typed ${what}`, request: { params } },
      responses: { 204: { description: 'Gone' }, ...refusals },
    }),
  }
}

const away = [
  awayFromCases(
    '/intake-unsent/{kind}',
    'of a complaint that is being entered',
    'It ends when the complaint is filed, when it is thrown away, or after a week; at the counter after a day.',
  ),
  awayFromCases(
    '/desk-unsent/{kind}',
    'in a form of the unit',
    'It ends when the form is sent, when it is thrown away, or after 30 days; a week where it tells of a case to come.',
  ),
]

export function unsentRoutes(ports: UnsentPorts) {
  const api = newApi()
  api.openapi(cases, async (c) => c.json({ numbers: await listUnsentCases(ports, c.get('staff')) }, 200))
  api.openapi(ofCase, async (c) => {
    const [staff, { number }] = [c.get('staff'), c.req.valid('param')]
    const found = await listUnsent(ports, staff, number)
    const ofJoined = await listUnsentOfJoined(ports, staff, number)
    const joined = ofJoined.map((one) => ({ ...unsentView(one), number: one.number }))
    return c.json({ items: found.map(unsentView), joined }, 200)
  })
  api.openapi(keepOnCase, async (c) => {
    const { number, kind } = c.req.valid('param')
    return c.json(keptView(await keepUnsent(ports, c.get('staff'), { number, kind }, c.req.valid('json'))), 200)
  })
  api.openapi(dropOnCase, async (c) => {
    const { number, kind } = c.req.valid('param')
    await dropUnsent(ports, c.get('staff'), { number, kind })
    return c.body(null, 204)
  })
  api.openapi(intakes, async (c) => {
    const found = await listUnsentIntakes(ports, c.get('staff'))
    return c.json({ items: found.map(({ kind, savedAt }) => ({ kind, savedAt })) }, 200)
  })
  for (const { read, keep, drop } of away) {
    api.openapi(read, async (c) => {
      const found = await findUnsentForm(ports, c.get('staff'), c.req.valid('param').kind)
      return c.json({ items: found ? [unsentView(found)] : [] }, 200)
    })
    api.openapi(keep, async (c) => {
      const place = { number: null, kind: c.req.valid('param').kind }
      return c.json(keptView(await keepUnsent(ports, c.get('staff'), place, c.req.valid('json'))), 200)
    })
    api.openapi(drop, async (c) => {
      await dropUnsent(ports, c.get('staff'), { number: null, kind: c.req.valid('param').kind })
      return c.body(null, 204)
    })
  }
  return api
}

const keptView = ({ version, savedAt }: Unsent) => ({ version, savedAt })

const unsentView = (kept: Unsent) => ({
  ...{ ...keptView(kept), kind: kept.kind, fields: kept.fields },
  ...(kept.sendingAt && { sendingAt: kept.sendingAt }),
})
