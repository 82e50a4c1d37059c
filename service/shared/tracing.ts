/** Fields of a span are codes, counts and names of ours, never what a person wrote or the number of a case. */
export type SpanFields = Readonly<Record<string, string | number | boolean | undefined>>

/** Work without a surrounding span names its trace here. */
export interface InTrace {
  /** It has 32 hexadecimal digits. */
  readonly traceId: string
  /** This is the caller's span, 16 hexadecimal digits. */
  readonly parentSpanId?: string | undefined
  /** The caller decided whether the trace is kept; left out, it is decided here. */
  readonly isKept?: boolean | undefined
}

export interface SpanToBegin {
  readonly name: string
  readonly kind: 'server' | 'client' | 'producer'
  readonly fields?: SpanFields
  /** If it is left out, the span belongs to the surrounding one, and without one nothing is recorded. */
  readonly in?: InTrace | null
}

export interface Span {
  set(fields: SpanFields): void
  rename(name: string): void
  /**
   * Marks work that failed without throwing.
   * @param type a code
   */
  fail(type: string): void
}

export interface Tracer {
  /** Runs the work; its span ends when the promise settles. Spans inside belong to this one. */
  span<T>(begun: SpanToBegin, work: (span: Span) => Promise<T>): Promise<T>
  /** A request without a trace gets this id. */
  newTraceId(): string
  close(): Promise<void>
}

/** Returns the trace of a request's id, or `null` for a background task or an id from before traces were recorded. */
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

/** Log fields are codes, counts and ids of ours, and never a name, phone, address, story or code of a reporter. */
export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>

export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, cause: unknown, fields?: LogFields): void
}

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const

export type LogLevel = (typeof logLevels)[number]

/** Code learns here, at any depth, for which request or background task it runs. */
export interface Cause {
  /** @param id of a request (`request-id.ts`) or a task */
  run<T>(id: string, work: () => T): T
  /** Returns `null` outside of any request or task. */
  now(): string | null
}
