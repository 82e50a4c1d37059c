import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Cause } from '../shared/cause.ts'
import type { Log } from '../shared/log.ts'
import type { AppEnv } from './app-env.ts'
import type { Metrics } from './metrics.ts'
import type { RequestIdOf } from './request-id.ts'

export interface TracePorts {
  readonly requestIdOf: RequestIdOf
  readonly cause: Cause
  readonly metrics: Metrics
  readonly log: Log
}

/**
 * Gives each request an id, counts it, and logs those that meant to change something, failed, or were slow. Of the path
 * only its shape is kept: numbers and receipt ids stay out of the log.
 */
export const requestTrace =
  ({ requestIdOf, cause, metrics, log }: TracePorts): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const requestId = requestIdOf(c)
    c.set('requestId', requestId)
    const began = performance.now()
    c.header('X-Request-Id', requestId)
    await cause.run(requestId, next)
    const seconds = (performance.now() - began) / 1_000
    const { method } = c.req
    const { status } = c.res
    metrics.request(method, status, seconds)
    const isTrouble = status >= 500 || seconds > SLOW
    if (!isTrouble && onlyReads.has(method)) return
    const tenant = (c.var as Partial<AppEnv['Variables']>).tenant?.id
    const line = {
      requestId,
      method,
      route: routePath(c),
      tenant,
      status,
      milliseconds: Math.round(seconds * 1_000),
    }
    if (isTrouble) log.warn('request', line)
    else log.info('request', line)
  }

const SLOW = 2
const onlyReads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
