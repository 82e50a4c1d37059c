import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Collection, KeyValue } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import type { RecentChanges } from './recent-changes.ts'
import type { SearchFilter } from './search-filter.ts'
import { type GuardedCase, type GuardedKeys, guardsOfTenant, type TenantGuards } from './tenant-guards.ts'

export interface GuardedCases {
  bearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly GuardedCase[]>
  numbersBearing(tenant: TenantId, marks: readonly GuardMark[] | null): Promise<ReadonlySet<string>>
}

const MOST_REMEMBERED = 50_000

export function guardedCases(
  kept: Collection<KeptComplaint>,
  changes: RecentChanges,
  vault: Pick<Vault, 'open'>,
  keys: GuardedKeys,
): GuardedCases {
  const units = new Map<TenantId, TenantGuards>()

  function makeRoom(): void {
    let size = 0
    for (const unit of units.values()) size += unit.size
    for (const [tenant, unit] of units) {
      if (size <= MOST_REMEMBERED || units.size === 1) return
      units.delete(tenant)
      size -= unit.size
    }
  }

  async function bearers(tenant: TenantId, marks: readonly GuardMark[] | null) {
    const known = units.get(tenant)
    const unit = known ?? guardsOfTenant(tenant, kept, changes, vault, keys)
    units.delete(tenant)
    units.set(tenant, unit)
    const found = await unit.bearing(marks)
    if (!known) makeRoom()
    return found
  }

  return {
    bearing: async (tenant, marks) => (marks.length === 0 ? [] : (await bearers(tenant, marks)).cases),
    numbersBearing: async (tenant, marks) => (marks?.length === 0 ? nobody : (await bearers(tenant, marks)).numbers),
  }
}

const nobody: ReadonlySet<string> = new Set()

export function filterCases(
  cases: readonly GuardedCase[],
  { narrow = {}, within }: SearchFilter,
): readonly GuardedCase[] {
  const wanted = Object.entries(narrow).map(([key, values]) => ({ key, values: new Set<unknown>([values].flat()) }))
  const isWithin = (there: KeyValue): boolean =>
    !within || (there !== null && there >= (within.from ?? there) && there <= (within.to ?? there))
  return cases.filter(
    ({ keys }) =>
      wanted.every(({ key, values }) => values.has(keys[key])) && isWithin(within ? (keys[within.key] ?? null) : null),
  )
}

type Counts = Readonly<Record<string, number>>

/** What was counted of a list, which stays the same until a guarded case changes. */
const counted = new WeakMap<readonly GuardedCase[], Map<string, Counts>>()

export function countByKey(cases: readonly GuardedCase[], key: string): Counts {
  const ofList = counted.get(cases) ?? new Map<string, Counts>()
  const counts = ofList.get(key) ?? countAnew(cases, key)
  counted.set(cases, ofList.set(key, counts))
  return counts
}

function countAnew(cases: readonly GuardedCase[], key: string): Counts {
  const counts: Record<string, number> = {}
  for (const { keys } of cases) {
    const value = keys[key] ?? null
    if (value !== null) counts[value] = (counts[value] ?? 0) + 1
  }
  return counts
}
