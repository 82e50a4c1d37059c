import { SECOND } from '../../shared/instant.ts'
import { askOverHttp } from '../../shared/outbound.ts'
import { pause, repeat } from '../../shared/repeat.ts'
import type { SpanFields, SpanToBegin } from '../../shared/tracing.ts'

/** @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ */
export interface TracingConfig {
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly within: number
  readonly resource: Readonly<Record<string, string>>
  /** The share of traces begun here that is kept, 0 to 1. */
  readonly kept: number
  /** Whether the proxy's decision to keep or drop a trace is followed. */
  readonly heedsParent: boolean
}

type Given = (name: string) => string | null

/** It reads the standard `OTEL_…` variables; `null` means that nothing is sent, which is the default. */
export function readTracingConfig(given: Given, problems: string[]): TracingConfig | null {
  const exporter = given('OTEL_TRACES_EXPORTER')
  const [own, common] = [given('OTEL_EXPORTER_OTLP_TRACES_ENDPOINT'), given('OTEL_EXPORTER_OTLP_ENDPOINT')]
  if (given('OTEL_SDK_DISABLED')?.toLowerCase() === 'true' || exporter === 'none') return null
  if (exporter === null && own === null && common === null) return null
  if (exporter !== null && exporter !== 'otlp') {
    problems.push(`OTEL_TRACES_EXPORTER must be otlp or none, not "${exporter}".`)
  }
  const protocol = given('OTEL_EXPORTER_OTLP_TRACES_PROTOCOL') ?? given('OTEL_EXPORTER_OTLP_PROTOCOL') ?? 'http/json'
  if (protocol !== 'http/json') problems.push(`OTEL_EXPORTER_OTLP_PROTOCOL must be http/json, not "${protocol}".`)
  const url = own ?? `${(common ?? 'http://localhost:4318').replace(/\/+$/, '')}/v1/traces`
  if (!/^https?:\/\/./.test(url) || !URL.canParse(url)) {
    problems.push(`OTEL_EXPORTER_OTLP_ENDPOINT must be an http(s) address, not "${own ?? common}".`)
  }
  const within = Number(given('OTEL_EXPORTER_OTLP_TRACES_TIMEOUT') ?? given('OTEL_EXPORTER_OTLP_TIMEOUT') ?? 10_000)
  if (!Number.isInteger(within) || within < 1) problems.push('OTEL_EXPORTER_OTLP_TIMEOUT must be whole milliseconds.')
  const pairs = (name: string): Readonly<Record<string, string>> => pairsIn(name, given(name) ?? '', problems)
  return {
    url,
    headers: { ...pairs('OTEL_EXPORTER_OTLP_HEADERS'), ...pairs('OTEL_EXPORTER_OTLP_TRACES_HEADERS') },
    within,
    resource: {
      'service.name': 'aduan',
      ...pairs('OTEL_RESOURCE_ATTRIBUTES'),
      ...(given('OTEL_SERVICE_NAME') && { 'service.name': given('OTEL_SERVICE_NAME') ?? '' }),
    },
    ...readSampler(given, problems),
  }
}

function readSampler(given: Given, problems: string[]): Pick<TracingConfig, 'kept' | 'heedsParent'> {
  const name = given('OTEL_TRACES_SAMPLER') ?? 'parentbased_always_on'
  const [, parent, kind] = /^(parentbased_)?(always_on|always_off|traceidratio)$/.exec(name) ?? []
  if (kind === undefined) {
    problems.push(
      `OTEL_TRACES_SAMPLER must be always_on, always_off or traceidratio, with parentbased_ before it or not, not "${name}".`,
    )
  }
  const ratio = Number(given('OTEL_TRACES_SAMPLER_ARG') ?? 1)
  if (!(ratio >= 0 && ratio <= 1)) problems.push('OTEL_TRACES_SAMPLER_ARG must be from 0 to 1.')
  return {
    kept: kind === 'always_off' ? 0 : kind === 'traceidratio' ? ratio : 1,
    heedsParent: parent !== undefined,
  }
}

/** `name=value,other=value`, values percent-encoded. A secret in it is never quoted. */
function pairsIn(variable: string, text: string, problems: string[]): Readonly<Record<string, string>> {
  const pairs: [string, string][] = []
  for (const part of text.split(',').map((one) => one.trim())) {
    const [, name, value] = /^([^=\s]+)\s*=\s*(.*)$/.exec(part) ?? []
    if (name !== undefined && value !== undefined && isWellEncoded(value)) pairs.push([name, decodeURIComponent(value)])
    else if (part !== '') problems.push(`${variable} must be name=value pairs with commas between.`)
  }
  return Object.fromEntries(pairs)
}

const isWellEncoded = (value: string): boolean => !/%(?![\da-f]{2})/i.test(value)

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

export interface SpanExport {
  add(span: EndedSpan): void
  close(): Promise<void>
}

/** The defaults of OpenTelemetry's SDKs. */
const SENDS_EVERY = 5 * SECOND
const MOST_WAITING = 2_048
const MOST_AT_ONCE = 512
/** A collector that does not answer must not delay a restart. */
const CLOSES_WITHIN = 2 * SECOND
const tryLater: ReadonlySet<number> = new Set([429, 502, 503, 504])

/**
 * Sends spans in batches. Those that a collector cannot take now wait for the next round; those beyond the bound are
 * dropped and counted. Nothing waits for it.
 * @param onLoss gets how many were lost, at most once a round
 */
export function exportSpans(
  { url, headers, within, resource }: Pick<TracingConfig, 'url' | 'headers' | 'within' | 'resource'>,
  onLoss: (spans: number) => void,
): SpanExport {
  let waiting: EndedSpan[] = []
  let lost = 0

  async function send(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, MOST_AT_ONCE)
      const answer = await askOverHttp(url, {
        method: 'POST',
        headers: { ...headers, 'Content-Type': 'application/json' },
        body: JSON.stringify(otlpRequest(resource, batch)),
        signal: AbortSignal.timeout(within),
      })
      const isAway = answer.kind !== 'answered' || tryLater.has(answer.status)
      if (isAway) break
      waiting = waiting.slice(batch.length)
      if (answer.status >= 300) lost += batch.length
    }
    if (lost > 0) onLoss(lost)
    lost = 0
  }

  const stop = repeat(SENDS_EVERY, send, () => {})
  return {
    add(span) {
      if (waiting.length < MOST_WAITING) waiting.push(span)
      else lost++
    },
    async close() {
      await Promise.race([stop().then(send), pause(CLOSES_WITHIN)])
    },
  }
}
