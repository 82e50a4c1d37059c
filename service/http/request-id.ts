import type { Context } from 'hono'
import { type InTrace, readTraceparent, type Tracer, traceOf } from '../shared/tracing.ts'

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
