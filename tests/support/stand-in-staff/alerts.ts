import { Hono } from 'hono'
import { streamSSE } from 'hono/streaming'
import type { AlertEvent, AlertList, AlertPreferencesView } from '../../../service/contract/messages.ts'
import { standardPreferences } from '../../../service/offices/inbox/alert-preferences.ts'
import { alertKinds } from '../../../service/offices/notice-vocabulary.ts'

export type AlertView = AlertList['items'][number]

/** The alerts of the person who is signed in, with lines that tell of them. */
export function staffAlerts() {
  let items: AlertView[] = []
  const usual: AlertPreferencesView = {
    ...standardPreferences,
    email: 'semua@bagian-contoh.demo',
    kinds: [...alertKinds],
    mustHear: ['channel_dead'],
    lastMail: { at: '2026-11-25T00:30:00.000Z', sent: false, explanation: 'Penyedia surel menolak alamat ini.' },
  }
  let preferences = usual
  let changed: (() => void)[] = []
  const wake = () => {
    for (const tell of changed) tell()
    changed = []
  }
  const unread = () => items.filter(({ read }) => !read)
  const event = (): AlertEvent => ({
    unread: unread().length,
    newest: unread()[0] ?? null,
    newCases: unread().filter(({ kind }) => kind === 'new_case').length,
  })

  const routes = new Hono()
  routes.get('/', (c) => c.json({ items, unread: unread().length } satisfies AlertList))
  routes.post('/reading', async (c) => {
    const reading = await c.req.json<{ ids?: string[]; until?: string }>()
    items = items.map((one) =>
      reading.ids?.includes(one.id) || one.at <= (reading.until ?? '') ? { ...one, read: true } : one,
    )
    wake()
    return c.body(null, 204)
  })
  routes.get('/preferences', (c) => c.json(preferences))
  routes.put('/preferences', async (c) => {
    preferences = { ...preferences, ...(await c.req.json<Partial<AlertPreferencesView>>()) }
    return c.json(preferences)
  })
  routes.get('/events', (c) =>
    streamSSE(c, async (stream) => {
      while (!stream.aborted) {
        await stream.writeSSE({ event: 'alerts', data: JSON.stringify(event()) })
        await new Promise<void>((woken) => {
          changed.push(woken)
          stream.onAbort(woken)
        })
      }
    }),
  )
  return {
    routes,
    tell(alert: AlertView) {
      items = [alert, ...items]
      wake()
    },
    reset() {
      items = []
      preferences = usual
      wake()
    },
  }
}
