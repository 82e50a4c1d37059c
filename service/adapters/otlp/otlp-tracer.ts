import { AsyncLocalStorage } from 'node:async_hooks'
import { randomBytes } from 'node:crypto'
import type { InTrace, Span, SpanFields, SpanToBegin, Tracer } from '../../shared/tracing.ts'
import { exportSpans, type TracingConfig } from './tracing-config.ts'

/** The current span. One that is not kept stands for its whole trace. */
interface Around {
  readonly traceId: string
  readonly spanId: string
  readonly isKept: boolean
}

const newSpanId = (): string => randomBytes(8).toString('hex')

const nothing: Span = { set() {}, rename() {}, fail() {} }

/** @param onLoss gets how many spans no collector took */
export function otlpTracer(config: TracingConfig, onLoss: (spans: number) => void): Tracer {
  const around = new AsyncLocalStorage<Around>()
  const exported = exportSpans(config, onLoss)

  /** The id itself decides, so that each process keeps the same traces. */
  const isKeptBy = ({ traceId, isKept }: InTrace): boolean =>
    config.heedsParent && isKept !== undefined
      ? isKept
      : Number.parseInt(traceId.slice(-13), 16) < config.kept * 2 ** 52

  function placeOf(begun: SpanToBegin): (Around & { readonly parentSpanId: string | undefined }) | null {
    const parent = around.getStore()
    if (begun.in) {
      const { traceId, parentSpanId } = begun.in
      return { traceId, parentSpanId, spanId: newSpanId(), isKept: isKeptBy(begun.in) }
    }
    return parent ? { ...parent, parentSpanId: parent.spanId, spanId: newSpanId() } : null
  }

  return {
    async span(begun, work) {
      const place = placeOf(begun)
      if (!place) return work(nothing)
      if (!place.isKept) return around.run(place, () => work(nothing))
      let { name, fields = {} } = begun
      let isFailed = false
      const span: Span = {
        set: (more: SpanFields) => {
          fields = { ...fields, ...more }
        },
        rename: (better) => {
          name = better
        },
        fail: (type) => {
          isFailed = true
          span.set({ 'error.type': type })
        },
      }
      const begunAt = nanoseconds()
      try {
        return await around.run(place, () => work(span))
      } catch (cause) {
        span.fail(cause instanceof Error ? cause.name : 'fault')
        throw cause
      } finally {
        const { traceId, spanId, parentSpanId } = place
        const { kind } = begun
        exported.add({ traceId, spanId, parentSpanId, name, kind, begunAt, endedAt: nanoseconds(), fields, isFailed })
      }
    },
    newTraceId: () => randomBytes(16).toString('hex'),
    close: () => exported.close(),
  }
}

const nanoseconds = (): string =>
  String(BigInt(Math.round((performance.timeOrigin + performance.now()) * 1_000)) * 1_000n)
