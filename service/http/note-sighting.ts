import type { Context, MiddlewareHandler } from 'hono'
import { type Sightings, sightedModes, type Trouble } from '../offices/widgets/sightings.ts'
import { originIn } from '../shared/site-origin.ts'
import type { AppEnv } from './app-env.ts'

const troubleBy: Readonly<Record<number, Trouble>> = { 403: 'origin_refused', 410: 'version_withdrawn' }

/** Records the site of a widget by the `Origin` of its first request. Nothing else of the request is kept. */
export const noteElement =
  (sightings: Sightings): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await next()
    const origin = c.req.header('origin')
    const widget = c.req.query('widget')
    if (c.req.method !== 'GET' || origin === undefined || !widget || !/^\d+\.\d+\.\d+$/.test(widget)) return
    if (origin !== 'null' && originIn(origin) !== origin) return
    // Our own pages get no such header and are not recorded.
    if (!c.res.headers.has('access-control-allow-origin')) return
    const trouble = troubleBy[c.res.status] ?? null
    const mode = sightedModes.find((one) => one === c.req.query('mode')) ?? null
    sightings.note(c.get('tenant').id, origin, { widget, layer: 'element', mode, trouble })
  }

export function noteFrame(sightings: Sightings, c: Context<AppEnv>, ownOrigin: string): void {
  const origin = originIn(c.req.header('referer') ?? '')
  if (c.req.header('sec-fetch-dest') !== 'iframe' || origin === null || origin === ownOrigin) return
  const { id, settings } = c.get('tenant')
  const trouble = settings.origins.includes(origin) ? null : 'origin_refused'
  sightings.note(id, origin, { widget: null, layer: 'frame', mode: 'frame', trouble })
}
