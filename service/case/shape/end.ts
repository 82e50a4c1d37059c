import type { Ending } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** A legal hold prevents that anything of the case is destroyed. */
export interface Hold {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
}

export interface Destroyed {
  readonly at: Instant
  /** It is the number of the destruction record, for example `BA-BO-2031-0001`. */
  readonly record: string
  readonly ending: Ending | null
  readonly endedAt: Instant
  /** The reporter's rating is absent in cases of earlier versions. */
  readonly stars?: number | null
  readonly files: number
  /** The short fingerprint of the receipt's signature still verifies a paper. */
  readonly fingerprint: string
}
