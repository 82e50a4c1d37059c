import type { Complaint } from '../case/shape/complaint.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import type { ReportUnreadable } from '../case/store/kept-complaint.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { momentAt } from '../offices/calendar/working-days.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { type Instant, instantOf, parseDay } from '../shared/instant.ts'
import { InvalidCursor, type Page } from '../storage/collection.ts'
import { wasOpenOn } from './facts/backlog.ts'
import type { CaseFacts } from './facts/case-facts.ts'
import { figuresOfNow, figureTests } from './facts/figures.ts'
import type { TakeFactsPorts } from './facts/take-facts.ts'
import { visibleFacts } from './facts/visible-facts.ts'
import { type AskedOn, handlersMeant, type RegisterFilter, receivedWithin } from './register-filter.ts'

export type FigurePorts = TakeFactsPorts & { readonly complaints: ComplaintStore }

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
  ports: TakeFactsPorts,
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

/** Whether a case fits all of the filter that facts can tell. */
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
