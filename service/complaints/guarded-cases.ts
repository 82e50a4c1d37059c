import type { Vault } from '../identity/vault.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { Collection, IndexRow, KeyValue, Page } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { SearchFilter } from './complaint-search.ts'
import type { KeptComplaint } from './complaint-store.ts'
import { openGuard } from './kept-guard.ts'

/** A guarded case, as far as an index tells of it. */
export interface GuardedCase {
  readonly id: string
  readonly keys: Readonly<Record<string, KeyValue>>
}

/** Finds guarded cases by whom they are kept from. There are few of them, and the marks of each are opened once. */
export interface GuardedCases {
  /** Those that bear one of these marks, each once. */
  bearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly GuardedCase[]>
}

const MOST_REMEMBERED = 50_000
const PAGE = 500

/** @param carried the keys that the index of guarded cases carries */
export function guardedCases(
  kept: Collection<KeptComplaint>,
  vault: Pick<Vault, 'open'>,
  carried: readonly string[],
): GuardedCases {
  /** The marks of each sealing. */
  const remembered = new Map<string, ReadonlySet<GuardMark>>()

  async function marksOf(tenant: TenantId, { id, keys }: GuardedCase): Promise<ReadonlySet<GuardMark>> {
    const name = `${tenant} ${id} ${keys.guardToken}`
    const known = remembered.get(name)
    if (known) return known
    const found = await kept.get(tenant, id)
    const guard = found && (await openGuard(vault, found))
    const marks = new Set(guard?.marks ?? [])
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(name, marks)
    return marks
  }

  return {
    async bearing(tenant, marks) {
      if (marks.length === 0) return []
      const bearers: GuardedCase[] = []
      let after: string | null = null
      do {
        const query = { index: 'keptFromSome', limit: PAGE, ...(after && { after }) }
        const page: Page<IndexRow> = await kept.rows(tenant, query)
        for (const row of page.items) {
          const one = { id: row.id, keys: keysOf(row, carried) }
          const borne = await marksOf(tenant, one)
          if (marks.some((mark) => borne.has(mark))) bearers.push(one)
        }
        after = page.nextCursor
      } while (after)
      return bearers
    },
  }
}

const keysOf = ({ values }: IndexRow, carried: readonly string[]): Record<string, KeyValue> =>
  Object.fromEntries(carried.map((key, at) => [key, values[at + 1] ?? null]))

/** Tells whether a case fits what narrows a search. */
export function fitsFilter({ keys }: GuardedCase, { narrow = {}, within }: SearchFilter): boolean {
  const isNarrowed = Object.entries(narrow).every(([key, wanted]) =>
    [wanted].flat().some((value) => value === keys[key]),
  )
  if (!isNarrowed || !within) return isNarrowed
  const there = keys[within.key] ?? null
  return there !== null && there >= (within.from ?? there) && there <= (within.to ?? there)
}

/** How many of the cases have each value of a key. */
export function countedBy(cases: readonly GuardedCase[], key: string): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { keys } of cases) {
    const value = keys[key] ?? null
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
