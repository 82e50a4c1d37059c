import type { GuardMark } from '../../offices/staff/staff-member.ts'
import { outcomes, type Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Collection, Range } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Complaint } from '../shape/complaint.ts'
import { timelinessOf } from '../timeliness.ts'
import { countByKey, filterCases, type GuardedCases } from './guarded-cases.ts'
import type { KeptComplaint } from './kept-complaint.ts'
import { waitingFor } from './shared-queries.ts'

/** In these statuses the office or the reporter still has something to do. */
export const openStatuses = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'objected',
] as const satisfies readonly Status[]

type Outline = Omit<KeptComplaint, 'tenant' | 'id' | 'version' | 'dossier' | 'receivedDay'> & {
  readonly receivedDay?: string
  /** Complaints from before days were kept have it. */
  readonly receivedMonth?: string
}

/** Returns the local day of receipt. Earlier versions kept only the month, or the day in UTC. */
export function dayOf({
  receivedDay,
  receivedMonth,
  receivedAt,
}: Pick<Outline, 'receivedDay' | 'receivedMonth' | 'receivedAt'>): string {
  const day = receivedDay ?? receivedAt.slice(0, 10)
  return receivedMonth && !day.startsWith(receivedMonth) ? `${receivedMonth}-01` : day
}

const monthOf = (outline: Outline): string => dayOf(outline).slice(0, 7)

/**
 * The store counts by these keys, one for each question. Each begins with the period, so that a period is a range of
 * values; the category follows. Each has two or three parts at most, because more would have as many values as there
 * are cases. `null` means that there is nothing to count or write at filing.
 */
export const tallyKeys = {
  statusTally: (one) => `${monthOf(one)} ${one.category} ${one.status}`,
  timelinessTally: (one) => {
    const timeliness = timelinessOf(one)
    return timeliness && `${monthOf(one)} ${one.category} ${timeliness}`
  },
  channelTally: (one) => `${monthOf(one)} ${one.category} ${one.channel}`,
  outcomeTally: (one) => (one.outcome ? `${monthOf(one)} ${one.category} ${one.outcome}` : null),
  starsTally: (one) => (one.stars ? `${monthOf(one)} ${one.category} ${one.stars}` : null),
  bookTally: (one) => (one.imported ? `${monthOf(one)} ${one.category}` : null),
  // Public counts leave out guarded cases, because a subtraction from other counts would reveal them, and cases of an
  // old register, because the outcome of their answers is unknown.
  publicTally: (one) =>
    one.guard || one.imported
      ? null
      : `${monthOf(one)} ${one.category} ${one.outcome ?? '-'}/${timelinessOf(one) ?? '-'}`,
  dayTally: (one) => `${dayOf(one)} ${one.category}`,
  openTally: (one) => (isOneOf(openStatuses, one.status) ? `${dayOf(one)} ${one.category}` : null),
} as const satisfies Record<string, (outline: Outline) => string | null>
export type TallyName = keyof typeof tallyKeys

/** Returns the bytes of a case's evidence, rounded to two digits so that cases share values; `null` if none. */
export function evidenceSizeOf({ evidence }: Pick<Outline, 'evidence'>): string | null {
  const bytes = evidence.reduce((sum, { size }) => sum + size, 0)
  return bytes === 0 ? null : String(Number(bytes.toPrecision(2)))
}

/** Outcome and rating are also kept outside the dossier, as codes without words, for the statistics. */
export const countedOf = ({ dossier, destroyed }: Pick<Complaint, 'dossier' | 'destroyed'>) => ({
  outcome: dossier.answer?.outcome ?? outcomes.find((one) => one === destroyed?.ending) ?? null,
  stars: dossier.rating?.stars ?? destroyed?.stars ?? null,
})

export interface Tally {
  /** It is a month, a day or an hour. */
  readonly when: string
  readonly category: string
  /** It is a status, a channel, an outcome or a number of stars. */
  readonly what: string
  readonly cases: number
}

function readTally(value: string, cases: number): Tally {
  const [when = '', category = '', what = ''] = value.split(' ')
  return { when, category, what, cases }
}

const readTallies = (counts: Readonly<Record<string, number>>): Tally[] =>
  Object.entries(counts).map(([value, cases]) => readTally(value, cases))

export interface KeptOutline {
  readonly number: string
  readonly category: string
}

export interface TalliedStore {
  /**
   * Counts cases by the values of a tally.
   * @param range on the period of the tally
   */
  tally(tenant: TenantId, name: TallyName, range?: Range<string>): Promise<readonly Tally[]>
  tallyBearing(tenant: TenantId, marks: readonly GuardMark[], name: TallyName): Promise<readonly Tally[]>
  /** Counts overdue cases in these categories (`null`: all) without any of the marks. */
  countOverdue(
    tenant: TenantId,
    now: Instant,
    categories: readonly string[] | null,
    marks: readonly GuardMark[],
  ): Promise<number>
  /** Returns the bytes of evidence in all cases, within five per cent. */
  evidenceBytes(tenant: TenantId): Promise<number>
  countUndelivered(tenant: TenantId): Promise<number>
  newestAt(tenant: TenantId): Promise<Instant | null>
  oldestAt(tenant: TenantId, status: Status): Promise<Instant | null>
}

export const complaintTallies = (kept: Collection<KeptComplaint>, guarded: GuardedCases): TalliedStore => ({
  async tally(tenant, name, { from, to }: Range<string> = {}) {
    // A space follows the period in each value, and no value goes beyond a tilde.
    return readTallies(await kept.countBy(tenant, name, { ...(from && { from }), ...(to && { to: `${to} ~` }) }))
  },

  async evidenceBytes(tenant) {
    const sizes = Object.entries(await kept.countBy(tenant, 'evidenceSize'))
    return sizes.reduce((sum, [size, cases]) => sum + Number(size) * cases, 0)
  },

  tallyBearing: async (tenant, marks, name) => readTallies(countByKey(await guarded.bearing(tenant, marks), name)),

  async countOverdue(tenant, now, categories, marks) {
    const category = categories && { category: categories }
    const [all, bearing] = await Promise.all([
      kept.count(tenant, { index: 'due', range: { to: now }, ...(category && { also: category }) }),
      guarded.bearing(tenant, marks),
    ])
    const filter = { narrow: { runs: 'yes', ...category }, within: { key: 'dueAt', to: now } }
    return all - filterCases(bearing, filter).length
  },

  countUndelivered: (tenant) => kept.count(tenant, waitingFor('undeliveredSince')),

  async newestAt(tenant) {
    const { items } = await kept.find(tenant, { index: 'received', order: 'descending', limit: 1 })
    return items[0]?.receivedAt ?? null
  },

  async oldestAt(tenant, status) {
    const { items } = await kept.find(tenant, { index: 'status', where: { status }, order: 'ascending', limit: 1 })
    return items[0]?.receivedAt ?? null
  },
})
