import type { SpanFields, SpanToBegin } from '../../shared/tracing.ts'

/** Times are nanoseconds since 1970, in decimal digits. */
export interface EndedSpan {
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly name: string
  readonly kind: SpanToBegin['kind']
  readonly begunAt: string
  readonly endedAt: string
  readonly fields: SpanFields
  readonly isFailed: boolean
}

const kinds = { server: 2, client: 3, producer: 4 } as const satisfies Record<SpanToBegin['kind'], number>
const FAILED = 2

/**
 * One request to a collector, in the JSON encoding of OTLP: ids in hexadecimal digits, 64-bit numbers as text.
 * @see https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding
 */
export const otlpRequest = (resource: Readonly<Record<string, string>>, spans: readonly EndedSpan[]) => ({
  resourceSpans: [
    {
      resource: { attributes: attributesOf(resource) },
      scopeSpans: [{ scope: { name: 'aduan' }, spans: spans.map(otlpSpan) }],
    },
  ],
})

const otlpSpan = ({ traceId, spanId, parentSpanId, name, kind, begunAt, endedAt, fields, isFailed }: EndedSpan) => ({
  traceId,
  spanId,
  ...(parentSpanId !== undefined && { parentSpanId }),
  name,
  kind: kinds[kind],
  startTimeUnixNano: begunAt,
  endTimeUnixNano: endedAt,
  attributes: attributesOf(fields),
  status: isFailed ? { code: FAILED } : {},
})

const attributesOf = (fields: SpanFields) =>
  Object.entries(fields).flatMap(([key, value]) => (value === undefined ? [] : [{ key, value: otlpValue(value) }]))

function otlpValue(value: string | number | boolean) {
  if (typeof value === 'string') return { stringValue: value }
  if (typeof value === 'boolean') return { boolValue: value }
  return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value }
}
