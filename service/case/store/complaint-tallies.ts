import type { GuardMark } from '../../offices/staff/permissions.ts'
import { outcomes, type Status } from '../../offices/vocabulary.ts'
import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import {
  type Collection,
  type CollectionSpec,
  type Kept,
  type Range,
  UniqueViolation,
} from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { timelinessOf } from '../retention.ts'
import type { Complaint } from '../shape/complaint.ts'
import { type KeptComplaint, waitingFor } from './kept-complaint.ts'
import { countByKey, filterCases, type GuardedCases } from './tenant-guards.ts'

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

/** How many open cases each person has. */
export type Caseloads = ReadonlyMap<StaffId, number>

export interface AskedHandler {
  readonly tenant: TenantId
  /** The case. */
  readonly number: string
  /** Those among whom it is chosen. */
  readonly people: readonly StaffId[]
  readonly at: Instant
}

export interface CaseloadStore {
  /**
   * Counts open cases, each up to a little more than any limit. Guarded ones are left out, because a count must not
   * reveal them to those from whom they are hidden.
   */
  caseloads(tenant: TenantId, people: readonly StaffId[]): Promise<Caseloads>
  /**
   * Chooses who gets a case. Choices of one tenant follow each other, so each of them counts what was given before,
   * also where that case is not written yet.
   * @param choose is called again when somebody else chose meanwhile; the case itself is not counted
   */
  giveOut(asked: AskedHandler, choose: (loads: Caseloads) => StaffId | null): Promise<StaffId | null>
}

/** A case that was given to somebody and may not be written yet. */
interface Given {
  readonly number: string
  readonly to: StaffId
  readonly at: Instant
}

/** What a tenant gave out lately is one document, so that two processes cannot both give the last place. */
export interface KeptGiven extends Kept {
  readonly given: readonly Given[]
}

export const givenSpec: CollectionSpec<KeptGiven> = { name: 'givenCases', keys: {}, indexes: {} }

/** A case that is still not written by then never will be. */
const WRITTEN_WITHIN = MINUTE
const MOST_COUNTED = 250
const ID = 'given'

export const caseloadStore = (
  kept: Collection<KeptComplaint>,
  givenOut: Collection<KeptGiven>,
  guarded: GuardedCases,
): CaseloadStore => {
  async function openCasesOf(tenant: TenantId, people: readonly StaffId[]) {
    const hidden = await guarded.numbersBearing(tenant, null)
    const found = people.map(async (handler) => {
      const where = { handler, status: openStatuses }
      const { items } = await kept.rows(tenant, { index: 'handler', where, limit: MOST_COUNTED })
      return [handler, new Set(items.map(({ id }) => id).filter((id) => !hidden.has(id)))] as const
    })
    return Promise.all(found)
  }

  return {
    caseloads: async (tenant, people) =>
      new Map((await openCasesOf(tenant, people)).map(([person, cases]) => [person, cases.size])),

    async giveOut({ tenant, number, people, at }, choose) {
      for (;;) {
        const known = await givenOut.get(tenant, ID)
        const since = plusMilliseconds(at, -WRITTEN_WITHIN)
        const others = (known?.given ?? []).filter((one) => one.number !== number && one.at > since)
        const loads = (await openCasesOf(tenant, people)).map(([person, cases]) => {
          const all = new Set([...cases, ...others.flatMap((one) => (one.to === person ? one.number : []))])
          all.delete(number)
          return [person, all.size] as const
        })
        const to = choose(new Map(loads))
        if (to === null) return null
        const given = [...others, { number, to, at }]
        const isFirst = known ? await givenOut.replace({ ...known, given }) : await begin(givenOut, tenant, given)
        if (isFirst) return to
      }
    },
  }
}

const begin = (givenOut: Collection<KeptGiven>, tenant: TenantId, given: readonly Given[]): Promise<KeptGiven | null> =>
  givenOut.insert({ tenant, id: ID, given }).catch((cause: unknown) => {
    if (cause instanceof UniqueViolation) return null
    throw cause
  })
