import type { Instant } from '../../shared/instant.ts'
import type { Ending } from '../vocabulary.ts'
import type { Actor } from './history.ts'

/** A legal hold: while it lasts, nothing of the case is destroyed. */
export interface Hold {
  readonly at: Instant
  readonly by: Actor
  readonly reason: string
}

/** What is left of a case that was destroyed when its time was over. */
export interface Destroyed {
  readonly at: Instant
  /** Number of the destruction record, `BA-BO-2031-0001`. */
  readonly record: string
  readonly ending: Ending | null
  readonly endedAt: Instant
  /** As the reporter rated it. Absent in those of earlier versions. */
  readonly stars?: number | null
  /** How many files of evidence went with it. */
  readonly files: number
  /** The short mark of the receipt's signature, so that a paper can still be checked. */
  readonly fingerprint: string
}
