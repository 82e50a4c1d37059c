import type { Instant } from '../shared/instant.ts'
import type { CollectionSpec, Kept } from '../storage/collection.ts'

/** A unit that is taken in from elsewhere, or was. `id` is the unit. */
export interface Move extends Kept {
  /** Names the copy. */
  readonly sums: string
  readonly finishedAt: Instant | null
}

export const moveSpec: CollectionSpec<Move> = { name: 'moves', keys: {}, indexes: {} }
