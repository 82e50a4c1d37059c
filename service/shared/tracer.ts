/** What a span says of its work: codes, counts and names of ours. Never what a person gave, nor the number of a case. */
export type SpanFields = Readonly<Record<string, string | number | boolean | undefined>>

/** The trace to which work belongs that no span around it tells of. */
export interface InTrace {
  /** 32 hexadecimal digits. */
  readonly traceId: string
  /** 16 hexadecimal digits: the span of somebody else that asked for it. */
  readonly parentSpanId?: string | undefined
  /** Whether who asked keeps this trace; left out: to be decided here. */
  readonly isKept?: boolean | undefined
}

export interface SpanToBegin {
  readonly name: string
  readonly kind: 'server' | 'client' | 'producer'
  readonly fields?: SpanFields
  /** Left out: it stands under the span around it, and where there is none nothing is noted. */
  readonly in?: InTrace | null
}

export interface Span {
  /** What is known only once the work is done. */
  set(fields: SpanFields): void
  rename(name: string): void
  /** It went wrong, though nothing was thrown. @param type a code */
  fail(type: string): void
}

/** Notes how long work takes and under what, for who follows a request through machines. */
export interface Tracer {
  /** Does the work; its span ends when that settles. Work inside finds this span around it. */
  span<T>(begun: SpanToBegin, work: (span: Span) => Promise<T>): Promise<T>
  /** An id for a request that brought none: its trace's. */
  newTraceId(): string
  /** Hands on what was noted, and ends. */
  close(): Promise<void>
}

/** The trace that a request's id names; `null`: a task of the machine, or before traces were kept. */
export function traceOf(cause: string | undefined): InTrace | null {
  const traceId = cause?.replaceAll('-', '').toLowerCase()
  return traceId !== undefined && /^(?!0+$)[\da-f]{32}$/.test(traceId) ? { traceId } : null
}

/** @see https://www.w3.org/TR/trace-context/#traceparent-header */
export function readTraceparent(header: string | undefined): InTrace | null {
  const [, traceId, parentSpanId, flags] =
    /^00-((?!0{32})[\da-f]{32})-((?!0{16})[\da-f]{16})-([\da-f]{2})$/.exec(header ?? '') ?? []
  if (!traceId || !flags) return null
  return { traceId, parentSpanId, isKept: (Number.parseInt(flags, 16) & 1) === 1 }
}
