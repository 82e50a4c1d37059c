import { z } from '@hono/zod-openapi'
import type { Sightings } from '../../offices/widgets/sightings.ts'
import { newApi, refusals, route, tenantParam } from '../openapi.ts'

const tell = route.post('/', {
  summary: 'The widget tells what went wrong where it is: one word, counted by origin, and nothing else',
  request: {
    params: tenantParam,
    query: z.object({
      widget: z.string().regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/),
      trouble: z.enum(['fault', 'nonsense', 'timeout']),
    }),
  },
  responses: { 204: { description: 'Counted' }, ...refusals },
})

export function troubleRoutes({ sightings }: { readonly sightings: Sightings }) {
  return newApi().openapi(tell, (c) => {
    const { widget, trouble } = c.req.valid('query')
    const origin = c.req.header('origin')
    // Our own pages get no such header and are not counted.
    if (origin !== undefined && c.res.headers.has('access-control-allow-origin')) {
      sightings.note(c.get('tenant').id, origin, { widget, layer: 'element', mode: null, trouble })
    }
    return c.body(null, 204)
  })
}
