import { DAY, type Instant } from '../../shared/instant.ts'
import { partsOfNumber } from '../../shared/read-credentials.ts'
import type { CollectionSpec, Kept, Store } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'

/** Numbers that may have been given and that the store knows nothing of, because it was restored to a state before them. */
export interface NumberGap extends Kept {
  /** The year of case numbers, or `destructionSeries` of it. */
  readonly series: string
  readonly from: number
  readonly to: number
  /** What the unit's numbers began with then; earlier versions did not note it. */
  readonly prefix?: string
  /** What was written later than this is lost. */
  readonly asOf: Instant
  readonly restoredAt: Instant
}

export const numberGapSpec: CollectionSpec<NumberGap> = {
  name: 'numberGaps',
  keys: { restoredAt: ({ restoredAt }) => restoredAt },
  indexes: { restored: { on: ['restoredAt'], acrossTenants: true } },
}

/** A restore makes one for each series, so there are few, and all are kept in memory. */
export interface NumberGaps {
  of(tenant: TenantId): readonly NumberGap[]
  /** The number behind which the series goes on; 0 if it has no gap. */
  behind(tenant: TenantId, series: string): number
  /** Finds the gap in which the number, such as `BO-2026-000123`, lies, however it is written. */
  around(tenant: TenantId, number: string): NumberGap | undefined
  /** Whether a restore left out any number of any unit. */
  any(): boolean
  add(gap: Omit<NumberGap, 'id' | 'version'>): Promise<void>
}

const MOST = 10_000

export async function openNumberGaps(store: Store): Promise<NumberGaps> {
  const kept = await store.collection(numberGapSpec)
  const { items } = await kept.findAcrossTenants({ index: 'restored', order: 'descending', limit: MOST })
  const all: NumberGap[] = [...items]
  const of = (tenant: TenantId) => all.filter((gap) => gap.tenant === tenant)
  return {
    of,
    behind: (tenant, series) => Math.max(0, ...of(tenant).flatMap((gap) => (gap.series === series ? gap.to : []))),
    any: () => all.length > 0,
    around(tenant, number) {
      const parts = partsOfNumber(number)
      if (!parts) return undefined
      const { year, sequence, isOf } = parts
      return of(tenant).find(
        ({ series, from, to, prefix }) =>
          series === year && sequence >= from && sequence <= to && (prefix === undefined || isOf(prefix)),
      )
    },
    async add(gap) {
      all.push(await kept.insert({ ...gap, id: `${gap.series}-${gap.to}` }))
    },
  }
}

/** Destruction records have numbers of their own in each year. */
export const destructionSeries = (year: string): string => `destructions-${year}`

/** More than a copy that is seconds old can lack. */
const ALWAYS = 1_000
/** A gap that ends at a full thousand is seen to be on purpose. */
const ROUND = 1_000
/** A unit writes few destruction records a year, each by two persons. */
const RECORDS = 10

/**
 * Decides which numbers are left out after a restore, so that none is given twice: twice what the busiest day gave, for
 * each day that may be lost.
 */
export function gapAfterRestore(
  highest: number,
  busiestDay: number,
  asOf: Instant,
  now: Instant,
): { readonly from: number; readonly to: number } {
  const days = Math.max(1, Math.ceil((Date.parse(now) - Date.parse(asOf)) / DAY))
  const lost = ALWAYS + 2 * busiestDay * days
  return { from: highest + 1, to: Math.ceil((highest + lost) / ROUND) * ROUND }
}

/** The same for destruction records. */
export const recordGapAfterRestore = (highest: number): { readonly from: number; readonly to: number } => ({
  from: highest + 1,
  to: Math.ceil((highest + RECORDS) / RECORDS) * RECORDS,
})
