import type { ChannelHealth } from '../../offices/channels/notice-channel.ts'
import type { Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'

export interface KeptHealth {
  readonly health: ChannelHealth
  readonly at: Instant
}

/** `id` names the queue. */
interface KeptChannelHealth extends Kept, KeptHealth {}

const channelHealthSpec: CollectionSpec<KeptChannelHealth> = {
  name: 'channelHealth',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'] } },
}

/** Channel health for all processes and over restarts. It is written when a channel goes down or comes back. */
export interface ChannelLedger {
  read(): Promise<ReadonlyMap<string, KeptHealth>>
  /** A later write wins. */
  write(queue: string, health: KeptHealth): Promise<void>
}

const MOST_QUEUES = 2_000

export async function openChannelLedger(store: Store): Promise<ChannelLedger> {
  const kept = await store.collection(channelHealthSpec)
  return {
    async read() {
      const { items } = await kept.find(PLATFORM, { index: 'at', limit: MOST_QUEUES })
      return new Map(items.map(({ id, health, at }) => [id, { health, at }]))
    },

    async write(queue, { health, at }) {
      for (;;) {
        const known = await kept.get(PLATFORM, queue)
        if (known && known.at > at) return
        if (known && (await kept.replace({ ...known, health, at }))) return
        if (!known && (await tryInsert(kept.insert({ tenant: PLATFORM, id: queue, health, at })))) return
      }
    },
  }
}

/** @returns whether no other process came first */
async function tryInsert(inserting: Promise<unknown>): Promise<boolean> {
  try {
    await inserting
    return true
  } catch (cause) {
    if (cause instanceof UniqueViolation) return false
    throw cause
  }
}
