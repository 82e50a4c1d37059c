import type { Day, Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import type { SendingGround } from '../vocabulary.ts'
import type { Actor } from './history.ts'

/** Who goes on with a complaint: a body outside such as the Ombudsman, or another unit here. */
export interface Destination {
  readonly name: string
  readonly address: string | null
}

/** Where a case went, and under what number it is known there once that is told. */
export interface Forwarded {
  readonly at: Instant
  readonly to: Destination
  readonly sentOn: Day
  readonly reason: string
  readonly reference: { readonly at: Instant; readonly text: string } | null
}

/** What of a case goes to another unit, as who sends it chose. The words are what they made of the story. */
export interface Offered {
  readonly at: Instant
  readonly by: Actor
  /** The reporter reads it. */
  readonly reason: string
  readonly subject: string
  readonly chronology: string
  readonly evidence: readonly string[]
  /** `null`: the identity stays here. */
  readonly identity: { readonly ground: SendingGround; readonly because: string } | null
}

/** A copy of the case lies with another unit that has not taken it. Until it does the case stays here, and its clocks run. */
export interface Offer {
  /** Names the copy there. */
  readonly id: string
  readonly to: TenantId
  readonly office: string
  /** `offered`: the copy is still to be laid there; `recalled`: it is to be taken back. */
  readonly state: 'offered' | 'waiting' | 'recalled'
  readonly since: Instant
}

/** The case of another unit in which this one goes on. Stays when the case is destroyed, so that its code goes on too. */
export interface MovedTo {
  readonly tenant: TenantId
  /** `null` while it is being taken in there. */
  readonly number: string | null
  /** Id of the offer that was taken. */
  readonly offer: string
}

/** The case of another unit that goes on in this one. */
export interface CameFrom {
  readonly tenant: TenantId
  readonly number: string
  readonly office: string
}
