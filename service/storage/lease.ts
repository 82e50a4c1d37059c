import { type Clock, type Instant, plusMilliseconds, SECOND } from '../shared/instant.ts'
import { repeat } from '../shared/repeat.ts'
import { PLATFORM } from '../tenants/tenant-directory.ts'
import { type Collection, type CollectionSpec, type Kept, UniqueViolation } from './collection.ts'

/** Which process does what one does for all, and until when unless it says so again. */
export interface KeptLease extends Kept {
  readonly holder: string
  readonly until: Instant
}

export const leaseSpec: CollectionSpec<KeptLease> = { name: 'leases', keys: {}, indexes: {} }

/** A turn that one of several processes has. What is done in it can be done twice all the same: clocks and nets lie. */
export interface Lease {
  isHeld(): boolean
  /** Looks now and again from here on. */
  start(): Promise<void>
  /** Takes the turn if nobody has it, or keeps it. */
  look(): Promise<void>
  /** Gives the turn to whoever asks next, and takes it no more. */
  release(): Promise<void>
}

/** So long after its last word a dead process's turn goes to another. */
export const LASTS = 15 * SECOND
const LOOKS_EVERY = 5 * SECOND

export interface LeasePorts {
  readonly leases: Collection<KeptLease>
  readonly now: Clock
  /** A clock that only moves forward. */
  readonly milliseconds: () => number
  readonly onFault: (cause: unknown) => void
}

/** @param holder names this process among all */
export function createLease(name: string, holder: string, { leases, now, milliseconds, onFault }: LeasePorts): Lease {
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

/** Of a process that is alone with its store. */
export const aloneOnDuty: Lease = {
  isHeld: () => true,
  start: async () => {},
  look: async () => {},
  release: async () => {},
}
