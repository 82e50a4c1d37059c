import type { EvidenceStore } from '../case/evidence.ts'
import { complaintSpec } from '../case/store/complaint-spec.ts'
import { filesNamedIn } from '../filing/evidence/files-named-in.ts'
import type { OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import {
  type PracticeRooms,
  type RoomKind,
  roomKinds,
  roomOf,
  startOfWeek,
  TRY_LASTS,
} from '../offices/practice/practice.ts'
import { type Instant, plusMilliseconds } from '../shared/instant.ts'
import type { Store } from '../storage/collection.ts'
import type { Ports } from './ports.ts'
import { openUnitCollections, type UnitCollection } from './unit-collections.ts'

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
