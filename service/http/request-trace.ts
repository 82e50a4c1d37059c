import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Cause, Log, Span, SpanToBegin, Tracer } from '../shared/tracing.ts'
import type { AppEnv } from './app-env.ts'
import type { Metrics } from './metrics.ts'
import type { RequestIdOf } from './request-id.ts'

export interface TracePorts {
  readonly requestIdOf: RequestIdOf
  readonly cause: Cause
  /** It is `null` if no traces are kept. */
  readonly tracer: Tracer | null
  readonly metrics: Metrics
  readonly log: Log
}

/**
 * Gives each request an id, counts it, and logs those that change something, fail, or are slow. Only the shape of the
 * path is kept, so that numbers and receipt ids stay out of the log.
 */
export const requestTrace =
  ({ requestIdOf, cause, tracer, metrics, log }: TracePorts): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const { requestId, trace } = requestIdOf(c)
    c.set('requestId', requestId)
    const began = performance.now()
    c.header('X-Request-Id', requestId)
    const serve = () => cause.run(requestId, next)
    if (tracer) await tracer.span(serverSpan(c.req.method, trace), (span) => serve().then(() => tellOf(c, span)))
    else await serve()
    const seconds = (performance.now() - began) / 1_000
    const { method } = c.req
    const { status } = c.res
    metrics.request(method, status, seconds)
    // What was refused early comes again. Thousands of lines would cost what the refusals save, and metrics count them.
    if (status === 503 && c.res.headers.has('Retry-After')) return
    const isTrouble = status >= 500 || seconds > SLOW
    if (!isTrouble && onlyReads.has(method)) return
    const line = {
      requestId,
      method,
      route: routePath(c),
      tenant: tenantOf(c),
      status,
      code: c.get('refused'),
      milliseconds: Math.round(seconds * 1_000),
    }
    if (isTrouble) log.warn('request', line)
    else log.info('request', line)
  }

const tenantOf = (c: Context<AppEnv>): string | undefined => (c.var as Partial<AppEnv['Variables']>).tenant?.id

const serverSpan = (method: string, trace: SpanToBegin['in']): SpanToBegin => ({
  name: method,
  kind: 'server',
  fields: { 'http.request.method': method },
  ...(trace && { in: trace }),
})

/** The span gets the path's shape, because the path can contain a complaint's number. */
function tellOf(c: Context<AppEnv>, span: Span): void {
  const { status } = c.res
  const route = routePath(c)
  span.rename(`${c.req.method} ${route}`)
  span.set({ 'http.route': route, 'http.response.status_code': status, 'aduan.tenant': tenantOf(c) })
  if (status >= 500) span.fail(String(status))
}

const SLOW = 2
const onlyReads: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS'])
