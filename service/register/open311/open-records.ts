import { pageWithoutHoles } from '../../case/access/case-access.ts'
import { nextDueAt } from '../../case/case-clocks.ts'
import type { Office } from '../../case/office/office.ts'
import { lastPublicAt } from '../../case/older-pages.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { dayNumberOf } from '../../offices/calendar/office-calendar.ts'
import { endOfDay, localDateOf, momentAt } from '../../offices/calendar/working-days.ts'
import type { Category, Tenant } from '../../offices/tenants/tenant.ts'
import { type Status, statuses } from '../../offices/vocabulary.ts'
import { DAY, type Day, parseDay, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { SMALLEST_SHOWN } from '../reports/public-statistics.ts'

/** The public data of a case in a published category: dates are days, and its number cannot be derived. */
export interface OpenRecord {
  readonly id: string
  readonly category: Category
  readonly status: Status
  readonly isOver: boolean
  readonly receivedOn: Day
  readonly updatedOn: Day
  readonly expectedOn: Day | null
}

export interface OpenRecordFilter {
  readonly category?: string | undefined
  readonly status?: 'open' | 'closed' | undefined
  /** Days of receipt at the office, both included; the default is the last ninety. */
  readonly from?: Day | undefined
  readonly to?: Day | undefined
}

/** One answer holds this many; narrower dates give the others. */
const MOST = 200

/** GeoReport v2 demands ninety days. */
const SPAN = 90

const over: readonly Status[] = ['closed', 'declined', 'forwarded', 'merged', 'withdrawn']

/** Where officials are complained of, a case's date alone reveals too much. */
export const openCategories = ({ settings }: Tenant): readonly Category[] =>
  settings.categories.filter((one) => one.published && one.class === 'non_oversight')

export function openedCategories(tenant: Tenant): readonly Category[] {
  const found = openCategories(tenant)
  if (found.length === 0) throw new Refusal('not-found', 'open-records/none')
  return found
}

/** The newest comes first. It lists only reporters who chose to be named, and no case that is guarded or destroyed. */
export async function listOpenRecords(
  ports: Office,
  tenant: Tenant,
  { category, status, from, to }: OpenRecordFilter,
): Promise<readonly OpenRecord[]> {
  const categories = openedCategories(tenant).filter(({ code }) => !category || code === category)
  const items = await listOpened(ports, tenant, categories, { status, from, to })
  const hash = await ports.vault.hasher(tenant.id, 'filing')
  return items.flatMap((complaint) => recordOf(complaint, tenant, categories, hash))
}

/** The newest comes first, at most two hundred. */
export async function listOpened(
  { complaints, now }: Office,
  { id, settings: { calendar } }: Tenant,
  categories: readonly Category[],
  { status, from, to }: Omit<OpenRecordFilter, 'category'>,
): Promise<readonly Complaint[]> {
  if (categories.length === 0) return []
  const first = from ?? localDateOf(plusMilliseconds(now(), -SPAN * DAY), calendar)
  const where = {
    category: categories.map(({ code }) => code),
    status: statuses.filter((one) => !status || over.includes(one) === (status === 'closed')),
  }
  const range = {
    from: momentAt(dayNumberOf(first), '00:00', calendar),
    ...(to && { to: endOfDay(dayNumberOf(to), calendar) }),
  }
  const { items } = await pageWithoutHoles(
    { limit: MOST },
    (paging) => complaints.list(id, { index: 'categoryStatus', where, range, order: 'descending', ...paging }),
    isShown,
  )
  return items
}

export async function findOpenRecord(ports: Office, tenant: Tenant, id: string): Promise<OpenRecord> {
  openedCategories(tenant)
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})-[\w-]{16}$/.exec(id) ?? []
  const on = `${year}-${month}-${day}`
  const isDay = year !== undefined && !Number.isNaN(Date.parse(on))
  const found = isDay ? await listOpenRecords(ports, tenant, { from: parseDay(on), to: parseDay(on) }) : []
  const record = found.find((one) => one.id === id)
  if (!record) throw new Refusal('not-found', 'open-records/unknown')
  return record
}

const isShown = ({ guard, destroyed, privacy }: Complaint): boolean => !guard && !destroyed && privacy === 'named'

/** The day finds the case again; the keyed hash of its number keeps anybody from enumerating. */
const idOf = ({ id, receivedDay }: Complaint, hash: (text: string) => string): string =>
  `${receivedDay.replaceAll('-', '')}-${hash(`open record\n${id}`).slice(0, 16)}`

function recordOf(
  complaint: Complaint,
  { settings: { calendar } }: Tenant,
  categories: readonly Category[],
  hash: (text: string) => string,
): OpenRecord[] {
  const category = categories.find(({ code }) => code === complaint.category)
  if (!category) return []
  const { status, receivedAt, clocks, dossier } = complaint
  const dueAt = nextDueAt(clocks)
  const last = lastPublicAt(dossier) ?? receivedAt
  return [
    {
      id: idOf(complaint, hash),
      category,
      status,
      isOver: over.includes(status),
      receivedOn: localDateOf(receivedAt, calendar),
      updatedOn: localDateOf(last, calendar),
      expectedOn: dueAt && localDateOf(dueAt, calendar),
    },
  ]
}

export interface AnsweredAlike {
  readonly month: string
  readonly days: number
}

/**
 * How recent complaints in a category went. It is coarser than the category's open records, and independent of what a
 * visitor writes: otherwise it would reveal whose words are already here.
 */
export interface SimilarComplaints {
  /** A lower bound, in steps of five; `null` means too few to say. */
  readonly received: number | null
  /** A lower bound of those answered, in steps of five; `null` means too few to say. */
  readonly answered: number | null
  /** Half of the answers came within this many days. */
  readonly usualDays: number | null
  /** The latest answered, three at most. */
  readonly latest: readonly AnsweredAlike[]
}

/** The period ends yesterday, so that nobody sees a complaint come or be answered today. */
const LOOKED_BACK = 90
const MOST_SHOWN = 3
const STEP = SMALLEST_SHOWN

/** It is shown only where records are public anyway. */
export const tellsSimilar = ({ active, published, similarTold, class: kind }: Category): boolean =>
  active && published === true && similarTold === true && kind === 'non_oversight'

export async function readSimilar(ports: Office, tenant: Tenant, code: string): Promise<SimilarComplaints> {
  const category = tenant.settings.categories.find((one) => one.code === code && tellsSimilar(one))
  if (!category) throw new Refusal('not-found', 'similar/not-told')
  const { calendar } = tenant.settings
  const [from, to] = [LOOKED_BACK, 1].map((days) => localDateOf(plusMilliseconds(ports.now(), -days * DAY), calendar))
  const found = await listOpened(ports, tenant, [category], { from, to })
  const daysOf = ({ receivedAt, dossier: { answer } }: Complaint): Went => ({
    receivedOn: localDateOf(receivedAt, calendar),
    answeredOn: answer && localDateOf(answer.at, calendar),
  })
  return similarOf(
    found.map(daysOf).map((one) => (one.answeredOn && to && one.answeredOn > to ? withoutAnswer(one) : one)),
  )
}

interface Went {
  readonly receivedOn: Day
  readonly answeredOn: Day | null
}

const withoutAnswer = (one: Went): Went => ({ ...one, answeredOn: null })

export function similarOf(cases: readonly Went[]): SimilarComplaints {
  const answered = cases
    .flatMap(({ receivedOn, answeredOn }) =>
      answeredOn ? [{ answeredOn, month: receivedOn.slice(0, 7), days: daysBetween(receivedOn, answeredOn) }] : [],
    )
    .sort((one, other) => (one.answeredOn < other.answeredOn ? 1 : -1))
  const isEnough = answered.length >= SMALLEST_SHOWN
  const inOrder = answered.map(({ days }) => days).sort((one, other) => one - other)
  return {
    received: atLeast(cases.length),
    answered: atLeast(answered.length),
    usualDays: isEnough ? (inOrder[Math.ceil(inOrder.length / 2) - 1] ?? null) : null,
    latest: isEnough ? answered.slice(0, MOST_SHOWN).map(({ month, days }) => ({ month, days })) : [],
  }
}

/** An answer on the same day counts as one day. */
const daysBetween = (from: Day, to: Day): number => Math.max(1, dayNumberOf(to) - dayNumberOf(from))

const atLeast = (count: number): number | null => (count < SMALLEST_SHOWN ? null : Math.floor(count / STEP) * STEP)
