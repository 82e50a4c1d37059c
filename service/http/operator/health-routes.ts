import { Hono } from 'hono'
import { Refusal } from '../../shared/refusal.ts'
import { waitingNow } from '../../telling/count-waiting.ts'
import type { AppEnv } from '../app-env.ts'
import type { Office } from '../office.ts'
import { mayReadMetrics } from './may-read-metrics.ts'

/** Health for the operator, and the public keys of all tenants. */
export function healthRoutes(ports: Office) {
  const { store, tenants, metrics, log, disk, isDraining, receiptKeyOf } = ports
  const waiting = waitingNow(ports)
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'alive' }))
    .get('/readyz', async (c) => {
      if (isDraining()) return c.json({ status: 'draining' }, 503)
      try {
        await store.check()
        // A service without room for complaints still shows pages and takes what staff do, so it stays behind the
        // proxy.
        return c.json({ status: 'ready', disk: (await disk.state()).room })
      } catch (cause) {
        log.error('not ready', cause)
        return c.json({ status: 'not ready' }, 503)
      }
    })
    .get('/metrics', async (c) => {
      if (!mayReadMetrics(c, ports.isMetricsToken)) throw new Refusal('not-found', 'request/not-found')
      c.header('Cache-Control', 'no-store')
      const { free, reserve } = await disk.state()
      metrics.disk(free, reserve)
      metrics.waiting(await waiting())
      return c.text(await metrics.text(), 200, { 'Content-Type': metrics.contentType })
    })
    .get('/.well-known/jwks.json', async (c) => {
      const units = await tenants.list()
      const keys = await Promise.all(units.map(({ id }) => receiptKeyOf(id)))
      c.header('Cache-Control', 'public, max-age=3600')
      return c.json({ keys })
    })
}
