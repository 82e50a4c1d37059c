import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** Somebody saw the reporter's identity; the reporter reads this line. */
export interface IdentityOpening {
  readonly at: Instant
  readonly by: Actor
  readonly ground: OpeningGround
  readonly reason: string
}

/**
 * An officer asks to open a confidential identity, and a custodian decides. The approval is good for one opening within
 * a day.
 */
export interface IdentityRequest {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly ground: OpeningGround
  readonly reason: string
  readonly decision: {
    readonly at: Instant
    readonly by: Actor
    readonly granted: boolean
    readonly because: string
  } | null
  readonly usedAt: Instant | null
}
