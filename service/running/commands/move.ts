import type { Inventories } from '../../offices/tenants/tenant-directory.ts'
import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'

/** The import of a tenant, running or finished. `id` is the tenant. */
export interface Move extends Kept {
  readonly sums: string
  readonly finishedAt: Instant | null
  /** What had arrived before anything was written here besides. */
  readonly arrived?: Inventories
}

export const moveSpec: CollectionSpec<Move> = { name: 'moves', keys: {}, indexes: {} }
