import { SECOND } from '../../shared/instant.ts'
import { askOverHttp } from '../../shared/outbound.ts'
import { pause, repeat } from '../../shared/repeat.ts'
import { type EndedSpan, otlpRequest } from './otlp-json.ts'
import type { TracingConfig } from './tracing-config.ts'

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
