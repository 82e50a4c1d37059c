import type { Context, MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import {
  type Cause,
  type InTrace,
  type Log,
  readTraceparent,
  type Span,
  type SpanToBegin,
  type Tracer,
  traceOf,
} from '../shared/tracing.ts'
import type { Waiting } from '../telling/count-waiting.ts'
import type { AppEnv } from './app-env.ts'

/** A proxy's id has 32 hexadecimal digits or is a UUID. Nothing that a person could have written fits. */
const shape = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i

/** The id of a request, and its trace if traces are kept; the trace id is then the request id. */
export type RequestIdOf = (c: Context) => { readonly requestId: string; readonly trace: InTrace | null }

/**
 * Takes the trusted proxy's trace or id, else makes one.
 * @param trustProxy without it, any client could choose the ids of its requests
 */
export function requestIdReader(trustProxy: boolean, newId: () => string, tracer: Tracer | null): RequestIdOf {
  const givenTo = (c: Context, header: string) => (trustProxy ? c.req.header(header) : undefined)
  return (c) => {
    const trace = tracer && readTraceparent(givenTo(c, 'traceparent'))
    // Later work that names this request must not look like part of a trace that nobody kept.
    if (trace) return { requestId: trace.isKept === false ? newId() : trace.traceId, trace }
    const given = givenTo(c, 'x-request-id')
    const isGood = given !== undefined && shape.test(given)
    const requestId = isGood ? given.toLowerCase() : tracer ? tracer.newTraceId() : newId()
    return { requestId, trace: tracer && traceOf(requestId) }
  }
}

export interface TracePorts {
  readonly requestIdOf: RequestIdOf
  readonly cause: Cause
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

export interface Metrics {
  request(method: string, status: number, seconds: number): void
  notice(channel: string, outcome: string): void
  /** Guarded cases that nobody may read now. */
  unreadCases(cases: number): void
  unscannedEvidence(files: number, oldestSeconds: number): void
  /** A sealed field could not be opened, because it was damaged, changed or moved. */
  sealRefused(collection: string, field: string): void
  unknownSignIns(failures: number): void
  waiting(waiting: Waiting): void
  /** Bytes on the disk of the data folder. */
  disk(free: number, reserve: number): void
  /** It is not called `job`, because Prometheus calls its targets so. @param seconds its duration */
  task(name: string, outcome: 'done' | 'failed', seconds: number): void
  /** A command that was sent to a MongoDB server. */
  storeCommand(command: string, collection: string): void
  text(): Promise<string>
  readonly contentType: string
}
