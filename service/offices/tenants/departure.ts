import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/** How many documents of a kind there are, and a digest over their names. */
export interface Inventory {
  readonly count: number
  /** SHA-256 in hex over the sorted ids. */
  readonly ids: string
}
export type Inventories = Readonly<Record<string, Inventory>>

/** What the new installation says that it has, signed with the tenant's own key, which went along. */
export interface Arrived {
  readonly unit: string
  /** The SHA-256 of the copy's list of sums, so of every part of the copy. */
  readonly sums: string
  readonly publicUrl: string
  readonly arrivedAt: string
  readonly documents: Inventories
}

/**
 * A tenant on its way to another installation; `id` is the tenant. After the deletion it is the record of it, and leads
 * who comes here to the new address.
 */
export interface Departure extends Kept {
  readonly unit: TenantId
  readonly exportedAt: Instant
  readonly sums: string
  readonly documents: Inventories
  /** The address of the new installation, once it confirmed. */
  readonly movedTo: string | null
  /** The confirmation as it was signed. */
  readonly confirmation: string | null
  readonly confirmedAt: Instant | null
  /** Operators, by account. */
  readonly askedBy: string | null
  readonly allowedBy: string | null
  readonly allowedAt: Instant | null
  readonly deletedAt: Instant | null
}

export const departureSpec: CollectionSpec<Departure> = {
  name: 'departures',
  keys: { due: ({ allowedAt, deletedAt }) => (deletedAt === null ? allowedAt : null) },
  indexes: { due: { on: ['due'], acrossTenants: true } },
}

export const movedRefusal = (url: string): Refusal => new Refusal('gone', 'tenant/moved', { url })
