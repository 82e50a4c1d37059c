import type { Context } from 'hono'
import { type InTrace, readTraceparent, type Tracer, traceOf } from '../shared/tracer.ts'

/** What a proxy makes: 32 hexadecimal digits, or a UUID. Nothing that a person could have written fits. */
const shape = /^(?:[\da-f]{32}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i

/** The id under which a request is followed, and its trace where such are kept: that has the same name. */
export type RequestIdOf = (c: Context) => { readonly requestId: string; readonly trace: InTrace | null }

/**
 * The trusted proxy's trace or id, else one of ours.
 * @param trustProxy without it, whoever asks could name their requests as they like
 */
export function requestIdReader(trustProxy: boolean, newId: () => string, tracer: Tracer | null): RequestIdOf {
  const givenTo = (c: Context, header: string) => (trustProxy ? c.req.header(header) : undefined)
  return (c) => {
    const trace = tracer && readTraceparent(givenTo(c, 'traceparent'))
    // What comes of a trace that nobody keeps, hours later, must not be taken for a part of one.
    if (trace) return { requestId: trace.isKept === false ? newId() : trace.traceId, trace }
    const given = givenTo(c, 'x-request-id')
    const isGood = given !== undefined && shape.test(given)
    const requestId = isGood ? given.toLowerCase() : tracer ? tracer.newTraceId() : newId()
    return { requestId, trace: tracer && traceOf(requestId) }
  }
}
