import { changeMoment } from '../search/change-clock.ts'
import type { Collection } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptComplaint } from './complaint-store.ts'

/** A case of an old register, as its import is taken back. */
export interface CaseOfBook {
  readonly number: string
  readonly isUntouched: boolean
}

/** Cases by the import of the old register that they came with. */
export interface BookStore {
  ofBook(
    tenant: TenantId,
    book: string,
    limit: number,
    after: string | null,
  ): Promise<{
    readonly items: readonly CaseOfBook[]
    readonly nextCursor: string | null
  }>
  /** Takes a case back unless somebody did something with it, now or at the same moment. @returns whether it is gone */
  takeBack(tenant: TenantId, number: string): Promise<boolean>
}

const isUntouched = ({ revision, destroyed }: KeptComplaint): boolean => revision === 0 && !destroyed

export const complaintBooks = (kept: Collection<KeptComplaint>): BookStore => ({
  async ofBook(tenant, book, limit, after) {
    const { items, nextCursor } = await kept.find(tenant, {
      index: 'ofBook',
      where: { book },
      limit,
      ...(after && { after }),
    })
    return { items: items.map((one) => ({ number: one.id, isUntouched: isUntouched(one) })), nextCursor }
  },

  async takeBack(tenant, number) {
    const found = await kept.get(tenant, number)
    if (!found) return true
    if (!found.imported || !isUntouched(found)) return false
    // Whoever writes from here on is refused, and whoever wrote meanwhile keeps the case.
    const imported = { ...found.imported, isGoing: true } as const
    const going = await kept.replace({ ...found, imported, changedAt: changeMoment() })
    if (!going) return complaintBooks(kept).takeBack(tenant, number)
    return kept.delete(tenant, number)
  },
})
