import type { Instant } from '../shared/instant.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { Collection, Range } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptComplaint } from './complaint-store.ts'
import { countedBy, fitting, type GuardedCases } from './guarded-cases.ts'
import type { Complaint } from './shape/complaint.ts'
import { timelinessOf } from './timeliness.ts'
import { type Outcome, outcomes, type Status } from './vocabulary.ts'

/** In these the office or the reporter still has something to do before there is an end. */
export const openStatuses = [
  'received',
  'incomplete',
  'in_progress',
  'awaiting_approval',
  'objected',
] as const satisfies readonly Status[]

type Outline = Omit<KeptComplaint, 'tenant' | 'id' | 'version' | 'dossier' | 'receivedDay'> & {
  readonly receivedDay?: string
  /** In complaints of before days were kept. */
  readonly receivedMonth?: string
}

/** The day at the unit on which it was received. Of earlier versions only the month is known, or Greenwich's day. */
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
 * Keys by which the store counts, each for one question. Each begins with what a period is cut by, so that a period is
 * a range of values; the category follows. Each says two or three things at most: crossed with each other they would be
 * as many as the cases. `null`: nothing to count yet, and nothing to write at a filing.
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
  // What everybody may see leaves out cases that are kept from somebody: beside their own count it would tell them. And
  // those of an old book: of their answers nobody knows the outcome.
  publicTally: (one) =>
    one.guard || one.imported
      ? null
      : `${monthOf(one)} ${one.category} ${one.outcome ?? '-'}/${timelinessOf(one) ?? '-'}`,
  dayTally: (one) => `${dayOf(one)} ${one.category}`,
  openTally: (one) =>
    (openStatuses as readonly Status[]).includes(one.status) ? `${dayOf(one)} ${one.category}` : null,
} as const satisfies Record<string, (outline: Outline) => string | null>
export type TallyName = keyof typeof tallyKeys

/** Bytes of evidence in a case, to two digits, so that cases share values; `null`: none. */
export function evidenceSizeOf({ evidence }: Pick<Outline, 'evidence'>): string | null {
  const bytes = evidence.reduce((sum, { size }) => sum + size, 0)
  return bytes === 0 ? null : String(Number(bytes.toPrecision(2)))
}

/** What the outcome and the rating of a case are told by outside the dossier: codes to count by, and no words. */
export const countedOf = ({ dossier, destroyed }: Pick<Complaint, 'dossier' | 'destroyed'>) => ({
  outcome: dossier.answer?.outcome ?? outcomes.find((one) => one === destroyed?.ending) ?? null,
  stars: dossier.rating?.stars ?? destroyed?.stars ?? null,
})

export type Counted = { readonly outcome: Outcome | null; readonly stars: number | null }

/** One value of a tally, taken apart. */
export interface Tally {
  /** A month, a day or an hour: what the tally is cut by. */
  readonly when: string
  readonly category: string
  /** What else it says: a status, a channel, an outcome, stars. */
  readonly what: string
  readonly cases: number
}

function readTally(value: string, cases: number): Tally {
  const [when = '', category = '', what = ''] = value.split(' ')
  return { when, category, what, cases }
}

const readTallies = (counts: Readonly<Record<string, number>>): Tally[] =>
  Object.entries(counts).map(([value, cases]) => readTally(value, cases))

/** What can be said of a case without opening it. */
export interface KeptOutline {
  readonly number: string
  readonly category: string
}

/** Counts what is in a unit without opening it. */
export interface TalliedStore {
  /** Cases by the values of a tally. @param range of what the tally is cut by */
  tally(tenant: TenantId, name: TallyName, range?: Range<string>): Promise<readonly Tally[]>
  /** Of cases that bear one of these marks, each once. */
  tallyBearing(tenant: TenantId, marks: readonly GuardMark[], name: TallyName): Promise<readonly Tally[]>
  /** How many cases a date of which has passed are in these categories, `null`: in all, and bear none of the marks. */
  countOverdue(
    tenant: TenantId,
    now: Instant,
    categories: readonly string[] | null,
    marks: readonly GuardMark[],
  ): Promise<number>
  /** Bytes of evidence in all cases, within five per cent. */
  evidenceBytes(tenant: TenantId): Promise<number>
  /** Cases with a notice that no channel delivered. */
  countUndelivered(tenant: TenantId): Promise<number>
  /** When the newest case came; of those in one status, the oldest. `null`: there is none. */
  newestAt(tenant: TenantId): Promise<Instant | null>
  oldestAt(tenant: TenantId, status: Status): Promise<Instant | null>
}

export const complaintTallies = (kept: Collection<KeptComplaint>, guarded: GuardedCases): TalliedStore => ({
  async tally(tenant, name, { from, to }: Range<string> = {}) {
    // Behind the last value of a period stands a space, and behind that nothing beyond a tilde.
    return readTallies(await kept.countBy(tenant, name, { ...(from && { from }), ...(to && { to: `${to} ~` }) }))
  },

  async evidenceBytes(tenant) {
    const sizes = Object.entries(await kept.countBy(tenant, 'evidenceSize'))
    return sizes.reduce((sum, [size, cases]) => sum + Number(size) * cases, 0)
  },

  tallyBearing: async (tenant, marks, name) => readTallies(countedBy(await guarded.bearing(tenant, marks), name)),

  async countOverdue(tenant, now, categories, marks) {
    const category = categories && { category: categories }
    const [all, bearing] = await Promise.all([
      kept.count(tenant, { index: 'due', range: { to: now }, ...(category && { also: category }) }),
      guarded.bearing(tenant, marks),
    ])
    const filter = { narrow: { runs: 'yes', ...category }, within: { key: 'dueAt', to: now } }
    return all - fitting(bearing, filter).length
  },

  countUndelivered: (tenant) => kept.count(tenant, { index: 'undelivered' }),

  async newestAt(tenant) {
    const { items } = await kept.find(tenant, { index: 'received', order: 'descending', limit: 1 })
    return items[0]?.receivedAt ?? null
  },

  async oldestAt(tenant, status) {
    const { items } = await kept.find(tenant, { index: 'status', where: { status }, order: 'ascending', limit: 1 })
    return items[0]?.receivedAt ?? null
  },
})
