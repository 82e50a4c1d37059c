import { Hono } from 'hono'
import type { WidgetVersionListView } from '../../../service/contract/installation.ts'
import { fromNow } from './cases.ts'

const integrity = { 'aduan.js': `sha384-${'a'.repeat(64)}`, 'en-AAAAAAAA.js': `sha384-${'b'.repeat(64)}` }

/** Two versions of the widget, of which the older is withdrawn. */
export function widgetVersions(): Hono {
  let items: WidgetVersionListView['items'] = [
    { version: '1.1.0', integrity, spread: { sites: 3, units: 2, lastSeenAt: fromNow(-1) }, withdrawn: null },
    {
      version: '1.0.0',
      integrity,
      spread: null,
      withdrawn: { at: fromNow(-30), reason: 'Pratinjau bukti salah ukur' },
    },
  ]
  const set = (version: string, withdrawn: WidgetVersionListView['items'][number]['withdrawn']) => {
    items = items.map((one) => (one.version === version ? { ...one, withdrawn } : one))
    return { items }
  }
  return new Hono()
    .get('/', (c) => c.json({ items }))
    .post('/:version/withdrawal', async (c) => {
      const { reason } = await c.req.json<{ reason: string }>()
      return c.json(set(c.req.param('version'), { at: fromNow(0), reason }))
    })
    .post('/:version/return', (c) => c.json(set(c.req.param('version'), null)))
}

/** What `/widget/versions.json` says to everybody. */
export const releases = [
  { version: '1.1.0', integrity },
  { version: '1.0.0', integrity },
]
