import type { SendingGround } from '../../offices/act-vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Actor } from './history.ts'

export interface Destination {
  readonly name: string
  readonly address: string | null
}

export interface Forwarded {
  readonly at: Instant
  readonly to: Destination
  readonly sentOn: Day
  readonly reason: string
  readonly reference: { readonly at: Instant; readonly text: string } | null
}

/** The sender chose what goes to the other tenant. The texts are the sender's summary of the story. */
export interface Offered {
  readonly at: Instant
  readonly by: Actor
  /** The reporter reads it. */
  readonly reason: string
  readonly subject: string
  readonly chronology: string
  readonly evidence: readonly string[]
  /** `null` means that the identity stays here. */
  readonly identity: { readonly ground: SendingGround; readonly because: string } | null
}

/** A copy of the case waits at another tenant. Until it is accepted the case stays here, and its clocks run. */
export interface Offer {
  readonly id: string
  readonly to: TenantId
  readonly office: string
  /** `offered` must still be delivered to the other tenant; `recalled` must be removed from it. */
  readonly state: 'offered' | 'waiting' | 'recalled'
  readonly since: Instant
}

/**
 * The case goes on in another tenant's case. This stays when the case is destroyed, so that its code still leads there.
 */
export interface MovedTo {
  readonly tenant: TenantId
  /** `null` while the other tenant is creating its case. */
  readonly number: string | null
  readonly offer: string
}

/** Another tenant's case goes on in this one. */
export interface CameFrom {
  readonly tenant: TenantId
  readonly number: string
  readonly office: string
}
