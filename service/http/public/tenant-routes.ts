import { z } from '@hono/zod-openapi'
import { listReadingPosts, namePosts } from '../../case/reading-posts.ts'
import { publicStatisticsView as viewSchema } from '../../contract/figures.ts'
import { similarView } from '../../contract/register.ts'
import { readingPosts, wholeTenantView, tenantView as widgetSchema } from '../../contract/tenant-view.ts'
import { unitTrust } from '../../contract/unit.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { activeKey } from '../../offices/tenants/sealing-keys.ts'
import { readSimilar, type SimilarComplaints } from '../../register/open311/open-records.ts'
import { readPublicStatistics } from '../../register/reports/public-statistics.ts'
import { formLanguageOf } from '../language.ts'
import type { ApiOffice } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'
import { json, nothing, op } from '../operation.ts'
import { readerWordings, viewWordings } from '../view-wording.ts'
import { publicStatisticsView } from '../views/figures-view.ts'
import { tenantView, trustView, widgetTenantView } from '../views/tenant-view.ts'

/** Brotli. */
export type Compress = (text: string) => Promise<Uint8Array<ArrayBuffer>>

const showTenant = route.get('/', {
  summary: 'What a unit tells the public. A widget that says its version gets only what it shows',
  request: {
    params: tenantParam,
    query: z.object({
      widget: z.string().max(40).optional().openapi({ description: 'Version of the widget that asks' }),
      texts: z
        .literal('later')
        .optional()
        .openapi({ description: 'Leaves out procedure and privacy notice, which the whole unit has' }),
      mode: z.string().max(20).optional().openapi({ description: 'As what its page shows it' }),
    }),
  },
  responses: answers(200, z.union([wholeTenantView, widgetSchema]), 'The unit, its texts in the language asked for'),
})

const MOST_KEPT = 500

export function tenantRoutes(ports: ApiOffice) {
  const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

  function compress(key: string, json: () => string): Promise<Uint8Array<ArrayBuffer>> {
    const known = kept.get(key)
    if (known) return known
    if (kept.size >= MOST_KEPT) kept.clear()
    const made = ports.compress(json())
    kept.set(key, made)
    return made
  }

  return newApi().openapi(showTenant, async (c) => {
    const { widget, texts } = c.req.valid('query')
    if (widget) await ports.withdrawnVersions.refuse(widget)
    const tenant = c.get('tenant')
    const unheld = c.get('unheld')
    const language = formLanguageOf(c)
    const view = () => {
      const whole = tenantView(tenant, { ...ports, unheld, wording: readerWordings[language] })
      return widget ? { ...widgetTenantView(whole, { withTexts: texts !== 'later' }), language } : whole
    }
    c.header('Cache-Control', 'public, max-age=60')
    c.header('Vary', 'Accept-Encoding', { append: true })
    if (!/\bbr\b/.test(c.req.header('accept-encoding') ?? '')) return c.json(view(), 200)
    const [offered, down] = [
      ports.channelsOffered(tenant, readerWordings[language].language),
      ports.channelsDown(tenant.id),
    ]
    const sealedTo = activeKey(tenant.sealingKeys)?.id
    const key = `${tenant.id} ${tenant.revision} ${sealedTo} ${language} ${offered} ${down} ${unheld} ${tenant.awaitsStaff} ${Boolean(widget)} ${texts}`
    const bytes = await compress(key, () => JSON.stringify(view()))
    c.header('Content-Type', 'application/json')
    c.header('Content-Encoding', 'br')
    // The body is the typed JSON, compressed.
    return c.body(bytes) as never
  })
}

export const publicOperations = [
  op('POST /widget-troubles', {
    summary: 'The widget tells what went wrong where it is: one word, counted by origin, and nothing else',
    query: z.object({
      widget: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
      trouble: z.enum(['fault', 'nonsense', 'timeout']),
    }),
    answer: nothing('Counted'),
    does: ({ office, tenant, query: { widget, trouble }, c }) => {
      const origin = c.req.header('origin')
      // Our own pages get no such header and are not counted.
      if (origin !== undefined && c.res.headers.has('access-control-allow-origin')) {
        office.sightings.note(tenant.id, origin, { widget, layer: 'element', mode: null, trouble })
      }
    },
  }),
  op('GET /trust', {
    summary: 'Whether this is really the office: who vouches for it, and the fingerprint of its key',
    answer: json(unitTrust, 'What the service knows of the unit'),
    does: ({ office, tenant, c }) => {
      c.header('Cache-Control', 'public, max-age=60')
      return trustView(tenant, office)
    },
  }),
  op('GET /reading-posts', {
    summary: 'The posts that could read a complaint, so that its reporter can say who must not',
    query: z.object({ category: z.string().max(60).optional() }),
    answer: json(readingPosts, 'Positions without names, whoever reads first at the top'),
    does: async ({ office, tenant, query: { category }, c }) => {
      c.header('Cache-Control', 'public, max-age=60')
      const members = await office.staff.members(tenant.id)
      return { posts: listReadingPosts(members, category, await namePosts(office.vault, tenant.id)) }
    },
  }),
  op('GET /public-statistics', {
    summary: 'What a unit shows to everybody in numbers, where it chose to',
    answer: json(viewSchema, 'Counts of the last twelve whole months, small ones hidden'),
    does: async ({ office, tenant, language, c }) => {
      const shown = await readPublicStatistics(office, tenant)
      c.header('Cache-Control', 'public, max-age=3600')
      return publicStatisticsView(shown, tenant, viewWordings[language])
    },
  }),
]

const showSimilar = route.get('/{category}/similar', {
  summary: 'How complaints in a category went lately, where the unit tells visitors; asked for by category alone',
  request: { params: tenantParam.extend({ category: z.string().max(60).openapi({ example: 'slow_service' }) }) },
  responses: answers(200, similarView, 'Of ninety days up to yesterday; nothing of a handful'),
})

export function similarRoutes(ports: ApiOffice) {
  const kept = new Map<string, SimilarComplaints>()

  return newApi().openapi(showSimilar, async (c) => {
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
