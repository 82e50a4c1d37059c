import type { Instant } from '../shared/instant.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { Collection } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Complaint } from './complaint.ts'
import type { KeptComplaint } from './complaint-store.ts'
import { type Timeliness, timelinessOf } from './timeliness.ts'
import type { Status } from './vocabulary.ts'

/** What statistics tell cases apart by. */
interface Tallied {
  readonly category: string
  readonly status: Status
  /** In which it was received: `2026-11`. */
  readonly month: string
  readonly timeliness: Timeliness
}
export type Tally = Tallied & { readonly cases: number }

/** What can be said of a case without opening it. */
export type KeptOutline = Tallied & { readonly number: string }

/** Counts what is in a unit without opening it. */
export interface TalliedStore {
  tallies(tenant: TenantId): Promise<readonly Tally[]>
  /** Of cases that bear one of these marks, each once. */
  talliesBearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly Tally[]>
  /** How many cases a date of which has passed are in these categories, `null`: in all, and bear none of the marks. */
  countOverdue(
    tenant: TenantId,
    now: Instant,
    categories: readonly string[] | null,
    marks: readonly GuardMark[],
  ): Promise<number>
}

type Outline = Pick<Complaint, 'category' | 'status' | 'receivedAt' | 'clocks' | 'answeredBy'> & {
  readonly receivedMonth?: string
}

/** Complaints of before months were kept go by Greenwich's. */
export const monthOf = ({ receivedMonth, receivedAt }: Pick<Outline, 'receivedMonth' | 'receivedAt'>): string =>
  receivedMonth ?? receivedAt.slice(0, 7)

const talliedAs = (outline: Outline): Tallied => ({
  category: outline.category,
  status: outline.status,
  month: monthOf(outline),
  timeliness: timelinessOf(outline),
})

/** The key by which the store counts; `readTally` takes it apart. */
export const tallyOf = (outline: Outline): string => {
  const { category, status, month, timeliness } = talliedAs(outline)
  return `${category} ${status} ${month} ${timeliness}`
}

function readTally(key: string): Tallied {
  const [category = '', status, month = '', timeliness] = key.split(' ')
  return { category, status: status as Status, month, timeliness: timeliness as Timeliness }
}

export const outlineOf = (complaint: KeptComplaint): KeptOutline => ({
  number: complaint.id,
  ...talliedAs(complaint),
})

const talliesOf = (counts: Readonly<Record<string, number>>): Tally[] =>
  Object.entries(counts).map(([key, cases]) => ({ ...readTally(key), cases }))

export const complaintTallies = (kept: Collection<KeptComplaint>): TalliedStore => ({
  tallies: async (tenant) => talliesOf(await kept.countBy(tenant, 'tally')),

  talliesBearing: async (tenant, marks) => talliesOf(await kept.countFoundBy(tenant, { words: [marks] }, 'tally')),

  async countOverdue(tenant, now, categories, marks) {
    const category = categories && { category: categories }
    const [all, bearing] = await Promise.all([
      kept.count(tenant, { index: 'due', range: { to: now }, ...(category && { also: category }) }),
      kept.countFound(tenant, {
        words: [marks],
        narrow: { runs: 'yes', ...category },
        within: { key: 'dueAt', to: now },
      }),
    ])
    return all - bearing
  },
})
