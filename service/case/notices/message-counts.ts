import { type Clock, DAY, type Instant, instantOf } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/telephone.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'

/** `id` is a keyed hash of the day and the recipient or sender. */
export interface MessageCount extends Kept {
  readonly times: number
  /** By a keyed hash of the tenant. It is left out where tenants are not limited. */
  readonly ofUnits?: Readonly<Record<string, number>>
  /** The end of the day, after which nobody needs it. */
  readonly until: Instant
}

export const messageCountSpec: CollectionSpec<MessageCount> = {
  name: 'messageCounts',
  keys: { until: ({ until }) => until },
  indexes: { over: { on: ['until'], acrossTenants: true } },
}

export type Counted = Pick<MessageCount, 'times' | 'ofUnits'>

export interface CountsOfDay {
  readonly until: Instant
  hash(of: readonly string[]): string
  times(of: readonly string[]): Promise<number>
  /** Counts one more unless `most` is reached. Returns whether it was counted. */
  countUpTo(of: readonly string[], most: number): Promise<boolean>
  /**
   * Changes one count atomically. `change` gets `null` if nothing was counted yet, returns `null` to change nothing,
   * and may be called more than once. Returns whether something was changed.
   */
  change(of: readonly string[], change: (known: Counted | null) => Counted | null): Promise<boolean>
}

/** The counts last for a day, over restarts and processes, and reveal to nobody with the store whom they count. */
export interface MessageCounts {
  today(): Promise<CountsOfDay>
  sweep(): Promise<number>
}

/** @param hasher keyed with a secret of the platform that is used for nothing else */
export async function openMessageCounts(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<MessageCounts> {
  const counts = await store.collection(messageCountSpec)

  return {
    async today() {
      const keyed = await hasher()
      const day = now().slice(0, 10)
      const until = instantOf(new Date(Date.parse(`${day}T00:00:00Z`) + DAY))
      const hash = (of: readonly string[]) => keyed(JSON.stringify([day, ...of]))

      async function change(of: readonly string[], decide: (known: Counted | null) => Counted | null) {
        const id = hash(of)
        // Most recipients get one message a day, so an insert is tried before a read.
        const first = decide(null)
        for (;;) {
          try {
            if (first) await counts.insert({ tenant: PLATFORM, id, until, ...first })
            if (first) return true
          } catch (cause) {
            if (!(cause instanceof UniqueViolation)) throw cause
          }
          const known = await counts.get(PLATFORM, id)
          const after = known && decide(known)
          if (known && !after) return false
          if (known && (await counts.replace({ ...known, ...after }))) return true
          if (!known && !first) return false
        }
      }

      return {
        until,
        hash,
        change,
        times: async (of) => (await counts.get(PLATFORM, hash(of)))?.times ?? 0,
        countUpTo: (of, most) =>
          change(of, (known) => ((known?.times ?? 0) >= most ? null : { times: (known?.times ?? 0) + 1 })),
      }
    },

    sweep: () => counts.deleteAcrossTenants('over', { to: now() }, 500),
  }
}

/** Mail providers that deliver `a.b@` and `ab@` to the same person. */
const IGNORE_DOTS = new Set(['gmail.com', 'googlemail.com'])

/** Gives one name to all spellings of an address or a number. WhatsApp and SMS reach the same telephone. */
export function normalRecipient(channel: string, written: string): string {
  if (channel !== 'email') return `telephone ${internationalNumber(written) ?? written.replace(/\D/g, '')}`
  const [local = '', domain = ''] = written.trim().toLowerCase().split('@')
  const box = local.replace(/\+.*$/, '')
  return `mail ${IGNORE_DOTS.has(domain) ? box.replaceAll('.', '') : box}@${domain}`
}
