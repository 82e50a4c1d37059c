import type { Day, Instant } from '../shared/instant.ts'
import type { Actor } from './complaint.ts'
import type { SendingGround } from './vocabulary.ts'

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

/** The destination as a reporter reads it. */
export const destinationOf = ({ to, reference }: Forwarded): string =>
  [to.name, to.address, reference?.text].filter(Boolean).join('\n')
