import { categoriesOf, wordsReadBy } from '../case/access/case-access.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { SearchFilter } from '../case/store/kept-complaint.ts'
import { askedPlace, labelWord } from '../case/words/search-words.ts'
import { dayNumberOf, type OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import { endOfDay, momentAt } from '../offices/calendar/working-days.ts'
import type { FigureName } from '../offices/report-figures.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import type { Category } from '../offices/tenants/tenant.ts'
import { type IntakeChannel, type Outcome, type Status, statuses, type Timeliness } from '../offices/vocabulary.ts'
import { DAY, type Instant, parseDay, plusMilliseconds } from '../shared/instant.ts'
import type { Bound, Query, Range } from '../storage/collection.ts'

export interface RegisterFilter {
  readonly status?: readonly Status[] | undefined
  readonly category?: string | undefined
  /** It is `me`, `none`, or an id. */
  readonly assignee?: string | undefined
  readonly due?: 'overdue' | 'soon' | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly channel?: IntakeChannel | undefined
  readonly outcome?: Outcome | undefined
  readonly timeliness?: Timeliness | undefined
  readonly stars?: number | undefined
  /** Cases that a figure of a report counts. */
  readonly figure?: FigureName | undefined
  /** The keyed hash of a place, as a report names it. */
  readonly place?: string | undefined
  /** Cases that were open at the end of this day. */
  readonly openOn?: string | undefined
  readonly label?: string | undefined
  /** Words in the place of the event. */
  readonly placeWords?: string | undefined
  readonly q?: string | undefined
  readonly sort: 'received_desc' | 'received_asc' | 'due_asc'
}

/** The time of the request and the tenant's calendar define words such as "near". */
export interface AskedOn {
  readonly now: Instant
  readonly calendar: OfficeCalendar
}

/** A search also goes by the names of the tenant's categories. */
export interface SearchedOn extends AskedOn {
  readonly categories: readonly Category[]
}

const SOON = 2 * DAY

export const receivedWithin = (
  { from, to }: RegisterFilter,
  { calendar }: AskedOn,
): { readonly from?: Instant; readonly to?: Instant } => ({
  ...(from && { from: momentAt(dayNumberOf(parseDay(from)), '00:00', calendar) }),
  ...(to && { to: endOfDay(dayNumberOf(parseDay(to)), calendar) }),
})

const hasPeriod = ({ from, to }: RegisterFilter): boolean => Boolean(from || to)

const dueWithin = ({ due }: RegisterFilter, { now }: AskedOn): Range | null =>
  due === undefined ? null : due === 'overdue' ? { to: now } : { from: now, to: plusMilliseconds(now, SOON) }

/** A deputy has the cases of the member for whom they stand in; nobody has those of one without a deputy. */
export function handlersMeant(wanted: string, { id, standsInFor = [], unattended = [] }: StaffMember) {
  if (wanted === 'me') return standsInFor.length > 0 ? [id, ...standsInFor] : id
  return wanted === 'none' && unattended.length > 0 ? ['none', ...unattended] : wanted
}

function bound(filter: RegisterFilter, staff: StaffMember) {
  const { status, category, assignee, channel, outcome, timeliness, stars } = filter
  const read = categoriesOf(staff, 'cases.read')
  return {
    ...(status?.length && { status }),
    // Somebody who reads some categories asks for none beside them, not even for how many there are.
    ...(category && { category: !read || read.includes(category) ? category : [] }),
    ...(!category && read && { category: read }),
    ...(assignee && { handler: handlersMeant(assignee, staff) }),
    ...(channel && { channel }),
    ...(outcome && { outcome }),
    ...(timeliness && { timeliness }),
    ...(stars && { stars }),
  } satisfies Record<string, Bound | readonly Bound[]>
}

/** Only the index of words knows them. */
export const wordMarksOf = ({ label, placeWords }: Pick<RegisterFilter, 'label' | 'placeWords'>) => [
  ...(label ? [{ forms: [labelWord(label)], typed: null }] : []),
  ...(placeWords ? askedPlace(placeWords) : []),
]

export function toSearchFilter(
  filter: RegisterFilter,
  staff: StaffMember,
  asked: SearchedOn,
): Pick<SearchFilter, 'narrow' | 'within' | 'named' | 'bearing' | 'readBy'> {
  const due = dueWithin(filter, asked)
  const readBy = wordsReadBy(staff)
  return {
    ...(readBy && { readBy }),
    named: asked.categories.flatMap(({ code, label }) => Object.values(label).map((name) => ({ code, name }))),
    bearing: wordMarksOf(filter),
    narrow: { ...bound(filter, staff), ...(due && { runs: 'yes' }) },
    ...(due
      ? { within: { key: 'dueAt', ...due } }
      : hasPeriod(filter) && { within: { key: 'receivedAt', ...receivedWithin(filter, asked) } }),
  }
}

/** At most so many values of leading keys are merged; beyond that, the order is walked. */
const MOST_MERGED = 100

// Each has an index in the order of receipt; the first one that is asked for has the fewest cases.
const rarestFirst = ['stars', 'outcome', 'timeliness', 'channel'] as const

export function queryFor(filter: RegisterFilter, staff: StaffMember, asked: AskedOn): Omit<Query, 'limit' | 'after'> {
  const wanted = bound(filter, staff)
  if (filter.due || filter.sort === 'due_asc') {
    const range = dueWithin(filter, asked)
    return { index: 'due', ...(range && { range }), also: wanted, order: 'ascending' }
  }
  const ordered = {
    ...(hasPeriod(filter) && { range: receivedWithin(filter, asked) }),
    order: filter.sort === 'received_asc' ? 'ascending' : 'descending',
  } as const
  const rarest = rarestFirst.find((key) => wanted[key] !== undefined)
  const rare = rarest && wanted[rarest]
  if (rarest && rare !== undefined) {
    const { [rarest]: _, ...also } = wanted
    return { index: rarest, where: { [rarest]: rare }, also, ...ordered }
  }
  const { status = statuses, category, handler } = wanted
  if (handler)
    return { index: 'handler', where: { handler, status }, ...(category && { also: { category } }), ...ordered }
  if (!category)
    return wanted.status ? { index: 'status', where: { status }, ...ordered } : { index: 'received', ...ordered }
  const isMerged = [category].flat().length * status.length <= MOST_MERGED
  if (isMerged) return { index: 'categoryStatus', where: { category, status }, ...ordered }
  return { index: 'status', where: { status }, also: { category }, ...ordered }
}

export function isWithinPeriod(
  { receivedAt }: Pick<Complaint, 'receivedAt'>,
  filter: RegisterFilter,
  asked: AskedOn,
): boolean {
  const { from = '', to = '~' } = receivedWithin(filter, asked)
  return receivedAt >= from && receivedAt <= to
}
