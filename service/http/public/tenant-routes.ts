import { z } from '@hono/zod-openapi'
import { wholeTenantView, tenantView as widgetSchema } from '../../contract/tenant-view.ts'
import { activeKey } from '../../offices/tenants/sealing-keys.ts'
import { formLanguageOf } from '../language.ts'
import type { Office } from '../office.ts'
import { answers, newApi, route, tenantParam } from '../openapi.ts'
import { readerWordings } from '../view-wording.ts'
import { tenantView, widgetTenantView } from '../views/tenant-view.ts'

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

export function tenantRoutes(ports: Office) {
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
    const [offered, down] = [ports.channelsOffered(tenant.id), ports.channelsDown(tenant.id)]
    const sealedTo = activeKey(tenant.sealingKeys)?.id
    const key = `${tenant.id} ${tenant.revision} ${sealedTo} ${language} ${offered} ${down} ${unheld} ${tenant.awaitsStaff} ${Boolean(widget)} ${texts}`
    const bytes = await compress(key, () => JSON.stringify(view()))
    c.header('Content-Type', 'application/json')
    c.header('Content-Encoding', 'br')
    // The body is the typed JSON, compressed.
    return c.body(bytes) as never
  })
}
