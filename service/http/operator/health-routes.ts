import { getConnInfo } from '@hono/node-server/conninfo'
import { type Context, Hono } from 'hono'
import { readRoom, TRY_LASTS } from '../../offices/practice/practice.ts'
import { plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { waitingNow } from '../../telling/count-waiting.ts'
import type { AppEnv } from '../app-env.ts'
import { identifyTenant } from '../identify.ts'
import type { ApiOffice } from '../office.ts'

/**
 * Tells whether a request may read the metrics: with the token if one is set, otherwise only from this machine and
 * not through a proxy.
 */
export function mayReadMetrics(c: Context, isToken: ((given: string) => boolean) | null): boolean {
  if (isToken) {
    const given = /^Bearer (\S{1,200})$/i.exec(c.req.header('authorization') ?? '')?.[1] ?? ''
    return isToken(given)
  }
  const isForwarded = ['x-forwarded-for', 'forwarded', 'via'].some((name) => c.req.header(name) !== undefined)
  return !isForwarded && isLoopback(getConnInfo(c).remote.address ?? '')
}

const isLoopback = (address: string): boolean => /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/i.test(address)

export function healthRoutes(ports: ApiOffice) {
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

/** The room of the command that tries the service: `PUT` empties it for a try, and `DELETE` behind it. */
export function practiceRoutes({ tenants, rooms, now }: ApiOffice) {
  return new Hono<AppEnv>()
    .use('/:tenant', identifyTenant(tenants), async (c, next) => {
      if (readRoom(c.get('tenant').id)?.kind !== 'uji') throw new Refusal('not-found', 'tenant/unknown')
      c.header('Cache-Control', 'no-store')
      await next()
    })
    .put('/:tenant', async (c) => {
      const room = c.get('tenant')
      const began = await rooms.oldest(room.id)
      if (began && began > plusMilliseconds(now(), -TRY_LASTS)) throw new Refusal('conflict', 'practice/under-way')
      await rooms.empty(room.id)
      const { settings } = room
      const open = settings.categories.filter(({ active }) => active)
      const simple = open.find(({ questions = [] }) => !questions.some(({ required }) => required)) ?? open[0]
      const { privacyChoices, privacyNotice } = settings
      return c.json({
        category: simple?.code ?? null,
        privacy: privacyChoices.includes('named') ? 'named' : (privacyChoices[0] ?? null),
        privacyNotice: privacyNotice.version,
      })
    })
    .delete('/:tenant', async (c) => {
      await rooms.empty(c.get('tenant').id)
      return c.body(null, 204)
    })
}
