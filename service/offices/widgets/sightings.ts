import { type Clock, MINUTE } from '../../shared/instant.ts'
import { repeat } from '../../shared/repeat.ts'
import { type CollectionSpec, type Store, UniqueViolation } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { addSighting, type Gathered, type Glimpse, gatherGlimpses, type Sighting } from './sighting.ts'

export const sightingSpec: CollectionSpec<Sighting> = {
  name: 'widgetSightings',
  keys: { at: ({ at }) => at, strangerAt: ({ at, isStranger }) => (isStranger ? at : null) },
  indexes: { at: { on: ['at'] }, strangers: { on: ['strangerAt'] } },
}

/** The sites of a tenant's widget, as its ordinary requests reveal them. */
export interface Sightings {
  /** It counts in memory, without waiting or failing. */
  note(tenant: TenantId, origin: string, glimpse: Glimpse): void
  /** The latest comes first. */
  list(tenant: TenantId): Promise<readonly Sighting[]>
  /** Writes the counts, and stops. */
  close(): Promise<void>
}

/** Anybody can call with any origin, so only this many unnamed ones are kept, and as many recorded a minute. */
const MOST_STRANGERS = 20
const MOST_LISTED = 100
const MOST_CHARACTERS = 200

interface Waiting {
  readonly tenant: TenantId
  readonly origin: string
  readonly told: Gathered
}

/** An origin is written at once after a minute of silence, and at most once a minute after that. */
export async function openSightings(
  store: Store,
  now: Clock,
  onFault: (cause: unknown) => void,
  everyMilliseconds = MINUTE,
): Promise<Sightings> {
  const kept = await store.collection(sightingSpec)
  let waiting = new Map<string, Waiting>()
  /** Written in this minute. */
  let rested = new Set<string>()
  let strangers = new Map<TenantId, number>()
  let writing = Promise.resolve()

  async function makeRoom(tenant: TenantId): Promise<void> {
    const { items } = await kept.find(tenant, { index: 'strangers', order: 'descending', limit: MOST_LISTED })
    for (const { id } of items.slice(MOST_STRANGERS - 1)) await kept.delete(tenant, id)
  }

  async function write({ tenant, origin, told }: Waiting): Promise<void> {
    for (;;) {
      const known = await kept.get(tenant, origin)
      const line = addSighting(known, told)
      if (known) {
        if (await kept.replace({ ...known, ...line })) return
        continue
      }
      if (line.isStranger) await makeRoom(tenant)
      try {
        await kept.insert({ tenant, id: origin, ...line })
        return
      } catch (cause) {
        if (!(cause instanceof UniqueViolation)) throw cause
      }
    }
  }

  function isHeard(tenant: TenantId): boolean {
    const count = (strangers.get(tenant) ?? 0) + 1
    strangers.set(tenant, count)
    return count <= MOST_STRANGERS
  }

  function writeSoon(one: Waiting): void {
    writing = writing.then(() => write(one)).catch(onFault)
  }

  function writeAll(): Promise<void> {
    const all = waiting
    waiting = new Map()
    rested = new Set(all.keys())
    strangers = new Map()
    for (const one of all.values()) writeSoon(one)
    return writing
  }

  const stop = repeat(everyMilliseconds, writeAll, onFault)

  return {
    note(tenant, origin, glimpse) {
      if (origin.length > MOST_CHARACTERS) return
      const key = `${tenant} ${origin}`
      const one = { tenant, origin, told: gatherGlimpses(waiting.get(key)?.told ?? null, glimpse, now()) }
      if (rested.has(key) || waiting.has(key)) waiting.set(key, one)
      else if (!one.told.isStranger || isHeard(tenant)) {
        rested.add(key)
        writeSoon(one)
      }
    },
    async list(tenant) {
      await writing
      return (await kept.find(tenant, { index: 'at', order: 'descending', limit: MOST_LISTED })).items
    },
    async close() {
      await stop()
      await writeAll()
    },
  }
}
