import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { writeChange } from '../search/change-clock.ts'
import type { KeptComplaint } from './kept-complaint.ts'

export interface CaseOfBook {
  readonly number: string
  readonly isUntouched: boolean
}

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
  /**
   * Deletes a case unless somebody has acted on it, also at the same moment.
   * @returns whether it is gone
   */
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
    // Later writes are refused from here on, and an earlier one keeps the case.
    const imported = { ...found.imported, isGoing: true } as const
    const going = await writeChange(tenant, Boolean(found.guard), (changedAt) =>
      kept.replace({ ...found, imported, changedAt }),
    )
    if (!going) return complaintBooks(kept).takeBack(tenant, number)
    return kept.delete(tenant, number)
  },
})
