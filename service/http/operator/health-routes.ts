import { Hono } from 'hono'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { DiskRoom } from '../../shared/free-room.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Log } from '../../shared/tracing.ts'
import type { Store } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { type WaitingPorts, waitingNow } from '../../telling/count-waiting.ts'
import type { AppEnv } from '../app-env.ts'
import type { Metrics } from '../metrics.ts'
import { mayReadMetrics } from './may-read-metrics.ts'

export interface HealthPorts extends Omit<WaitingPorts, 'tenants'> {
  readonly store: Pick<Store, 'check'>
  readonly tenants: TenantDirectory
  readonly metrics: Metrics
  /** The test of a scraper's token; with `null` only this machine may read the metrics. */
  readonly isMetricsToken: ((given: string) => boolean) | null
  readonly log: Log
  readonly disk: Pick<DiskRoom, 'state'>
  /** Whether the service will stop soon and accepts nothing new. */
  readonly isDraining: () => boolean
  /** The public key of a tenant's receipts as a JWK. */
  readonly receiptKeyOf: (tenant: TenantId) => Promise<Readonly<Record<string, unknown>>>
}

/** Health for the operator, and the public keys of all tenants. */
export function healthRoutes(ports: HealthPorts) {
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
