import { z } from '@hono/zod-openapi'
import { similarView } from '../../contract/similar.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { readSimilar, type SimilarComplaints } from '../../register/open311/open-records.ts'
import type { Office } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'

const show = route.get('/{category}/similar', {
  summary: 'How complaints in a category went lately, where the unit tells visitors; asked for by category alone',
  request: { params: tenantParam.extend({ category: z.string().max(60).openapi({ example: 'slow_service' }) }) },
  responses: answers(200, similarView, 'Of ninety days up to yesterday; nothing of a handful'),
})

const MOST_KEPT = 500

export function similarRoutes(ports: Office) {
  const kept = new Map<string, SimilarComplaints>()

  return newApi().openapi(show, async (c) => {
    ports.limits.before('checking', ports.addressOf(c))
    const tenant = c.get('tenant')
    const { category } = c.req.valid('param')
    // The counts leave out today, so they are made once a day.
    const key = `${tenant.id} ${tenant.revision} ${category} ${localDateOf(ports.now(), tenant.settings.calendar)}`
    const found = kept.get(key) ?? (await readSimilar(ports, tenant, category))
    if (kept.size >= MOST_KEPT) kept.clear()
    kept.set(key, found)
    c.header('Cache-Control', 'public, max-age=3600')
    return c.json(found, 200)
  })
}
