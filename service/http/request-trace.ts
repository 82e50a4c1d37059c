import type { MiddlewareHandler } from 'hono'
import type { Log } from '../shared/log.ts'
import type { AppEnv } from './app-env.ts'
import type { Metrics } from './metrics.ts'

/**
 * Gives each request an id, counts it, and logs those that failed or were slow. Of the path only its shape is kept:
 * numbers and receipt ids stay out of the log.
 */
export const requestTrace =
  (ports: { readonly newId: () => string; readonly metrics: Metrics; readonly log: Log }): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const requestId = ports.newId()
    c.set('requestId', requestId)
    const began = performance.now()
    c.header('X-Request-Id', requestId)
    await next()
    const seconds = (performance.now() - began) / 1_000
    const { status } = c.res
    ports.metrics.request(c.req.method, status, seconds)
    if (status >= 500 || seconds > SLOW) {
      ports.log.warn('request', { requestId, method: c.req.method, status, milliseconds: Math.round(seconds * 1_000) })
    }
  }

const SLOW = 2
