import { pageWithoutHoles, sees } from '../case/access/case-access.ts'
import { isOfficeClock } from '../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { ReportUnreadable } from '../case/store/kept-complaint.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { momentAt } from '../offices/calendar/working-days.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Role } from '../offices/vocabulary.ts'
import { type Instant, instantOf, parseDay } from '../shared/instant.ts'
import { InvalidCursor, type Page } from '../storage/collection.ts'
import type { StaffId } from '../storage/place.ts'
import { type CaseFacts, figuresOfNow, figureTests, wasOpenOn } from './facts/case-facts.ts'
import { type FactsOffice, visibleFacts } from './facts/take-facts.ts'
import {
  type AskedOn,
  handlersMeant,
  queryFor,
  type RegisterFilter,
  receivedWithin,
  type SearchedOn,
  toSearchFilter,
  wordMarksOf,
} from './register-filter.ts'

/** Whether the filter asks for the cases of a figure, which only their facts tell. */
export const asksForFigure = ({ figure, place, openOn, label, q, sort }: RegisterFilter): boolean =>
  figure !== undefined ||
  place !== undefined ||
  openOn !== undefined ||
  // The index of words finds a label at once, but knows no order except the newest first.
  (label !== undefined && q === undefined && sort !== 'received_desc')

const EARLIEST = instantOf(new Date(0))

/**
 * Finds the cases that a figure of a report counts, by the same test and from the same facts, in the order asked for.
 * Words, dates and timeliness are left to the register.
 */
export async function findFigure(
  ports: FactsOffice,
  staff: StaffMember,
  filter: RegisterFilter,
  asked: AskedOn,
): Promise<readonly string[]> {
  const { to = asked.now } = receivedWithin(filter, asked)
  const test = testFor(filter, staff, asked)
  const found: CaseFacts[] = []
  for await (const some of visibleFacts(ports, staff, { from: neededFrom(filter, asked), to })) {
    for (const facts of some) {
      if (test(facts)) found.push(facts)
    }
  }
  return inOrder(found, filter.sort).map(({ number }) => number)
}

/** Cases that were left before this moment are not among those that are asked for. */
function neededFrom(filter: RegisterFilter, asked: AskedOn): Instant {
  if (filter.figure && figuresOfNow.has(filter.figure)) return asked.now
  if (filter.openOn !== undefined) return momentAt(dayNumberOf(parseDay(filter.openOn)), '00:00', asked.calendar)
  return receivedWithin(filter, asked).from ?? EARLIEST
}

export function testFor(filter: RegisterFilter, staff: StaffMember, asked: AskedOn): (facts: CaseFacts) => boolean {
  const { now, calendar } = asked
  const { figure, place, openOn, label, status, category, assignee, channel, outcome, stars } = filter
  const day = openOn === undefined ? null : dayNumberOf(parseDay(openOn))
  const handlers = assignee === undefined ? null : new Set<unknown>([handlersMeant(assignee, staff)].flat())
  const isWanted = (wanted: unknown, is: unknown) => wanted === undefined || wanted === is
  const { from = '', to = '~' } = receivedWithin(filter, asked)
  return (facts) =>
    facts.receivedAt >= from &&
    facts.receivedAt <= to &&
    (figure === undefined || figureTests[figure](facts, now)) &&
    (day === null || wasOpenOn(facts, day, calendar)) &&
    (handlers === null || handlers.has(facts.handler ?? 'none')) &&
    (!status?.length || status.includes(facts.status)) &&
    isWanted(place, facts.place) &&
    (label === undefined || facts.labels?.includes(label) === true) &&
    isWanted(category, facts.category) &&
    isWanted(channel, facts.channel) &&
    isWanted(outcome, facts.outcome) &&
    isWanted(stars, facts.stars)
}

function inOrder(found: CaseFacts[], sort: RegisterFilter['sort']): CaseFacts[] {
  const keyOf = ({ receivedAt, dueAt, number }: CaseFacts): string =>
    `${sort === 'due_asc' ? (dueAt ?? '~') : receivedAt} ${number}`
  const sign = sort === 'received_desc' ? -1 : 1
  return found
    .map((facts) => ({ facts, key: keyOf(facts) }))
    .sort((one, other) => (one.key < other.key ? -sign : sign))
    .map(({ facts }) => facts)
}

const AFTER = 'after:'

/** A page of these cases. The cursor names the last case shown; one that is no longer among them begins anew. */
export async function pageOfFigure(
  complaints: Pick<ComplaintStore, 'several'>,
  staff: StaffMember,
  numbers: readonly string[],
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
  tell: ReportUnreadable,
): Promise<Page<Complaint>> {
  if (after !== undefined && !after.startsWith(AFTER)) throw new InvalidCursor('This cursor belongs to another list.')
  const from = after === undefined ? 0 : numbers.indexOf(after.slice(AFTER.length)) + 1
  const shown = numbers.slice(from, from + limit)
  const last = shown.at(-1)
  return {
    items: await complaints.several(staff.tenant, shown, tell),
    nextCursor: last !== undefined && from + limit < numbers.length ? `${AFTER}${last}` : null,
  }
}

/** Cases are counted exactly up to this; one more stands for all beyond. */
export const MOST_COUNTED = 999

/**
 * Counts the cases that match a filter and that somebody may read; for a text, those with all of its words. `null` if
 * the filter has dates and a period, which no index counts together, or a figure of a report.
 */
export async function countCases(
  { complaints }: { readonly complaints: ComplaintStore },
  staff: StaffMember,
  filter: RegisterFilter,
  asked: SearchedOn,
): Promise<number | null> {
  const isFigure = asksForFigure({ ...filter, sort: 'received_desc' })
  if ((filter.due && (filter.from || filter.to)) || isFigure) return null
  const { tenant } = staff
  const marks = [...staff.guardMarks]
  const narrowing = toSearchFilter(filter, staff, asked)
  if (filter.q || wordMarksOf(filter).length > 0)
    return complaints.countFound(tenant, filter.q ?? '', { ...narrowing, without: marks }, MOST_COUNTED)
  // The order by date would leave out cases without one.
  const { order: _, ...query } = queryFor({ ...filter, sort: 'received_desc' }, staff, asked)
  const kept = await complaints.countBearing(tenant, marks, narrowing)
  const all = await complaints.count(tenant, query, MOST_COUNTED + kept)
  return Math.min(all - kept, MOST_COUNTED + 1)
}

export const findLateClocks = (clocks: readonly RunningClock[], now: Instant): readonly RunningClock[] =>
  clocks
    .filter((clock) => isOfficeClock(clock) && clock.stoppedAt === null && isOverdue(clock, now))
    .sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1))

/** One person, or anybody with that role, can end the wait now. */
export type Turn = { readonly person: StaffId } | { readonly role: Role }

export function turnOf({ status, handler }: Pick<Complaint, 'status' | 'handler'>): Turn {
  if (status === 'received') return { role: 'verifier' }
  if (status === 'awaiting_approval' || status === 'objected') return { role: 'unit_head' }
  // A case without a handler waits for the person who dispatches it.
  return handler ? { person: handler } : { role: 'unit_head' }
}

const MOST_PAUSED = 100

/** Lists cases whose count staff stopped, in the order in which the pauses end. */
export async function listPaused(ports: Office, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'cases.read')
  const { items } = await pageWithoutHoles(
    { limit: MOST_PAUSED },
    (asked) => ports.complaints.list(staff.tenant, { index: 'paused', order: 'ascending', ...asked }),
    (complaint) => sees(staff, complaint),
  )
  return items
}

interface Paging {
  readonly limit: number
  readonly after?: string | undefined
}

/** Lists overdue cases, the latest first. */
export async function listLate(ports: Office, staff: StaffMember, paging: Paging): Promise<Page<Complaint>> {
  requirePermission(staff, 'cases.read')
  const now = ports.now()
  await ports.record(staff.tenant, { by: staff.id, act: 'register.read', subject: null, detail: 'late' })
  return pageWithoutHoles(
    paging,
    (asked) => ports.complaints.list(staff.tenant, { index: 'due', range: { to: now }, order: 'ascending', ...asked }),
    (complaint) => sees(staff, complaint) && findLateClocks(complaint.clocks, now).length > 0,
  )
}
