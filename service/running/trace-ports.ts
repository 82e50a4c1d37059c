import type { EvidenceStore } from '../case/evidence.ts'
import type { Carrier } from '../offices/channels/notice-channel.ts'
import type { CallOutside } from '../shared/outbound.ts'
import { type Tracer, traceOf } from '../shared/tracing.ts'
import type { Collection, Kept, Store } from '../storage/collection.ts'

/** Traces each call of the store as a span of the request: its operation, collection and how many rows it gave. */
export const tracedStore = (tracer: Tracer, store: Store, product: 'sqlite' | 'mongodb'): Store => ({
  ...store,
  collection: async (spec) => tracedCollection(tracer, await store.collection(spec), spec.name, product),
})

function tracedCollection<D extends Kept>(tracer: Tracer, found: Collection<D>, name: string, product: string) {
  return new Proxy(found, {
    get(collection, operation, self) {
      const call: unknown = Reflect.get(collection, operation, self)
      if (typeof call !== 'function' || typeof operation !== 'string') return call
      const fields = { 'db.system.name': product, 'db.operation.name': operation, 'db.collection.name': name }
      return (...given: unknown[]) =>
        tracer.span({ name: `${operation} ${name}`, kind: 'client', fields }, async (span) => {
          const answer: unknown = await Reflect.apply(call, collection, given)
          span.set({ 'db.response.returned_rows': countRows(answer), ...(isCount(answer) && { [COUNTED]: answer }) })
          return answer
        })
    },
  })
}

/** A count walks so many rows of an index. */
const COUNTED = 'aduan.store.counted'
const isCount = (answer: unknown): answer is number => typeof answer === 'number'

/** A page has items, a tally has numbers by value, and a document is one. */
function countRows(answer: unknown): number {
  if (answer === null || typeof answer !== 'object') return 0
  if (Array.isArray(answer)) return answer.length
  if ('items' in answer && Array.isArray(answer.items)) return answer.items.length
  return 'tenant' in answer ? 1 : Object.keys(answer).length
}

/** Traces each try as a span of the request that led to the message. */
export const tracedCarrier = (tracer: Tracer, carrier: Carrier): Carrier => ({
  ...carrier,
  send: (message) =>
    tracer.span(
      {
        name: `send ${carrier.channel}`,
        kind: 'producer',
        fields: {
          'messaging.destination.name': carrier.channel,
          'aduan.tenant': message.tenant,
          'aduan.event': message.notice?.event,
        },
        in: traceOf(message.cause),
      },
      async (span) => {
        const answer = await carrier.send(message)
        span.set({ 'aduan.outcome': answer.outcome })
        if (answer.outcome !== 'accepted' && answer.outcome !== 'kept') span.fail(answer.reason)
        return answer
      },
    ),
})

/** Only the host of an address is traced, because a path may contain a secret. */
export const tracedCalls =
  (tracer: Tracer, callOutside: CallOutside): CallOutside =>
  (request) => {
    const { method, url, headers } = request
    const host = URL.canParse(url) ? new URL(url).hostname : undefined
    const fields = { 'http.request.method': method, 'server.address': host }
    return tracer.span(
      { name: method, kind: 'client', fields, in: traceOf(headers?.['x-request-id']) },
      async (span) => {
        const answer = await callOutside(request)
        if (answer.kind === 'answered') span.set({ 'http.response.status_code': answer.status })
        else span.fail(answer.why)
        return answer
      },
    )
  }

/** Writes and removals are traced; reading is a stream at its reader's pace. */
export const tracedBucket = (tracer: Tracer, bucket: EvidenceStore): EvidenceStore => ({
  ...bucket,
  write: (id, sealed) => tracer.span({ name: 'write evidence', kind: 'client' }, () => bucket.write(id, sealed)),
  remove: (id) => tracer.span({ name: 'remove evidence', kind: 'client' }, () => bucket.remove(id)),
})
