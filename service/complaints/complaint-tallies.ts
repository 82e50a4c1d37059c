import type { Instant } from '../shared/instant.ts'
import type { Collection, Page } from '../storage/collection.ts'
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
  /** Cases of which a date has passed. */
  overdue(tenant: TenantId, now: Instant): Promise<readonly KeptOutline[]>
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

export const complaintTallies = (kept: Collection<KeptComplaint>): TalliedStore => ({
  async tallies(tenant) {
    const counts = await kept.countBy(tenant, 'tally')
    return Object.entries(counts).map(([key, cases]) => ({ ...readTally(key), cases }))
  },

  async overdue(tenant, now) {
    const found: KeptOutline[] = []
    const query = { index: 'due', range: { to: now }, limit: 200 }
    let after: string | null = null
    do {
      const page: Page<KeptComplaint> = await kept.find(tenant, { ...query, ...(after && { after }) })
      found.push(...page.items.map(outlineOf))
      after = page.nextCursor
    } while (after)
    return found
  },
})
