import type { ArrivalPapers } from '../adapters/jose/signatures.ts'
import type { EvidenceStore } from '../case/evidence.ts'
import type { Deliverer } from '../case/notices/notice-queue.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { filesNamedIn } from '../filing/evidence/shares.ts'
import type { InboundOffice } from '../filing/inbound/inbound-office.ts'
import type { Gate } from '../http/load.ts'
import type { PageOffice } from '../http/pages/page.ts'
import type { TracePorts } from '../http/request-trace.ts'
import type { StaticFiles } from '../http/static-files.ts'
import type { KeyOffice } from '../keeping/identity/keys.ts'
import type { ErasureFile } from '../keeping/retention/erasures.ts'
import type { OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import type { Carrier } from '../offices/channels/notice-channel.ts'
import {
  type PracticeRooms,
  type RoomKind,
  roomKinds,
  roomOf,
  startOfWeek,
  TRY_LASTS,
} from '../offices/practice/practice.ts'
import { type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { CallOutside } from '../shared/outbound.ts'
import type { TaskPace, WakeUp } from '../shared/repeat.ts'
import { type Tracer, traceOf } from '../shared/tracing.ts'
import type { Collection, Kept, Store } from '../storage/collection.ts'
import type { TransitSecrets } from '../storage/vault.ts'
import type { AlertOffice } from '../telling/alerts/alerts.ts'
import { openUnitCollections, type UnitCollection } from './unit-collections.ts'

/** Everything that the routes and jobs of the service use. */
export interface Ports extends PageOffice, TracePorts, AlertOffice, KeyOffice, InboundOffice {
  readonly deliverer: Deliverer
  readonly files: StaticFiles
  readonly gate: Gate
  /** The cases for tasks: each question and each change waits for its turn between the requests of people. */
  readonly pacedComplaints: ComplaintStore
  readonly pace: TaskPace
  readonly arrivalsCame: WakeUp
  readonly arrivalPapers: ArrivalPapers
  readonly erasureFile: ErasureFile
  readonly transitSecrets: TransitSecrets
}

export const practiceRooms = (store: Store, evidenceStore: Pick<EvidenceStore, 'remove'>): PracticeRooms => ({
  async empty(room) {
    async function empty(collection: UnitCollection): Promise<void> {
      for await (const document of collection.walk(room)) {
        for (const id of filesNamedIn[collection.name]?.(document) ?? []) await evidenceStore.remove(id)
      }
      await collection.clear(room)
    }
    const collections = await openUnitCollections(store)
    // They wait for a store elsewhere side by side: somebody waits for the whole.
    await Promise.all(collections.map(empty))
  },

  // Numbers are given in the order of time.
  async oldest(room) {
    const complaints = await store.collection(complaintSpec)
    return (await complaints.walk(room, null, 1))[0]?.receivedAt ?? null
  },
})

/** What is older than this in a room is over. */
const overBefore = (kind: RoomKind, calendar: OfficeCalendar, now: Instant): Instant =>
  kind === 'uji' ? plusMilliseconds(now, -TRY_LASTS) : startOfWeek(now, calendar)

/** Rooms are emptied whole, so that the numbers begin anew and nothing is left over. */
export async function emptyOldRooms({ tenants, now, rooms }: Pick<Ports, 'tenants' | 'now' | 'rooms'>): Promise<void> {
  for (const { id, settings } of await tenants.list()) {
    for (const kind of roomKinds) {
      const room = roomOf(id, kind)
      const oldest = await rooms.oldest(room)
      if (oldest && oldest < overBefore(kind, settings.calendar, now())) await rooms.empty(room)
    }
  }
}

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
