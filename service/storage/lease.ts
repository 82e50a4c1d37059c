import { type Clock, type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { repeat } from '../shared/repeat.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from './collection.ts'
import { PLATFORM } from './place.ts'

/** One process holds it and does a job for all until it expires, unless the holder renews it. */
export interface KeptLease extends Kept {
  readonly holder: string
  readonly until: Instant
}

export const leaseSpec: CollectionSpec<KeptLease> = { name: 'leases', keys: {}, indexes: {} }

/** Only one of several processes holds a lease. Its work may still happen twice, because clocks and networks fail. */
export interface Lease {
  isHeld(): boolean
  start(): Promise<void>
  look(): Promise<void>
  /** Gives the lease to the next process and does not take it again. */
  release(): Promise<void>
}

/** The lease of a dead process expires so long after its last renewal. */
export const LASTS = 15 * SECOND
const LOOKS_EVERY = 5 * SECOND

export interface LeaseParts {
  readonly leases: Collection<KeptLease>
  readonly now: Clock
  /** The clock only moves forward. */
  readonly milliseconds: () => number
  readonly onFault: (cause: unknown) => void
}

/** @param holder an id of this process that no other has */
export function createLease(name: string, holder: string, { leases, now, milliseconds, onFault }: LeaseParts): Lease {
  let heldUntil = Number.NEGATIVE_INFINITY
  let isReleased = false

  async function take(): Promise<boolean> {
    const until = plusMilliseconds(now(), LASTS)
    const known = await leases.get(PLATFORM, name)
    if (!known) {
      return leases.insert({ tenant: PLATFORM, id: name, holder, until }).then(
        () => true,
        (cause: unknown) => {
          if (cause instanceof UniqueViolation) return false
          throw cause
        },
      )
    }
    if (known.holder !== holder && known.until > now()) return false
    return (await leases.replace({ ...known, holder, until })) !== null
  }

  async function look(): Promise<void> {
    const askedAt = milliseconds()
    if (!isReleased && (await take())) heldUntil = askedAt + LASTS
  }

  let stopLooking = async () => {}

  return {
    isHeld: () => !isReleased && milliseconds() < heldUntil,
    look,
    async start() {
      await look()
      stopLooking = repeat(LOOKS_EVERY, look, onFault)
    },
    async release() {
      isReleased = true
      await stopLooking()
      const known = await leases.get(PLATFORM, name)
      if (known?.holder === holder) await leases.replace({ ...known, until: now() })
    },
  }
}

/** A process that is alone with its store always holds this lease. */
export const aloneOnDuty: Lease = {
  isHeld: () => true,
  start: async () => {},
  look: async () => {},
  release: async () => {},
}
