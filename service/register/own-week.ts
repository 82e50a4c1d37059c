import { dayNumberOf, dayOf } from '../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt } from '../offices/calendar/working-days.ts'
import type { LogEntry } from '../offices/log/access-log.ts'
import type { FigureName } from '../offices/report-figures.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Clock, Day, Instant } from '../shared/instant.ts'
import { recordOf } from '../shared/records.ts'
import type { Collection } from '../storage/collection.ts'
import type { TakeFactsPorts } from './facts/take-facts.ts'
import { visibleFacts } from './facts/visible-facts.ts'
import { testFor } from './list-figure.ts'
import type { RegisterFilter } from './register-filter.ts'

/** What somebody handles: of the week what came in and was answered, and what is open or overdue whenever it came. */
export const ownFigures = ['received', 'answered', 'open', 'late'] as const satisfies readonly FigureName[]
type OwnFigure = (typeof ownFigures)[number]

export interface OwnWeek {
  /** Seven days, today included. */
  readonly from: Day
  readonly to: Day
  readonly cases: Readonly<Record<OwnFigure, number>>
  /** What they did to cases in the week, the most frequent first. */
  readonly acts: readonly { readonly act: string; readonly times: number }[]
}

/** Whether a figure is on cases that were received in the week. */
export const isOfWeek = (figure: OwnFigure): boolean => figure === 'received' || figure === 'answered'

/** More entries of one person in one week are not counted. */
const MOST_ENTRIES = 5_000
const ENTRIES_AT_ONCE = 500

/** What the access log knows of somebody's acts since then. */
async function actsSince(
  accessLog: Collection<LogEntry>,
  { tenant, id }: StaffMember,
  from: Instant,
): Promise<OwnWeek['acts']> {
  const times = new Map<string, number>()
  let [after, read]: [string | null, number] = [null, 0]
  do {
    const page: Awaited<ReturnType<typeof accessLog.find>> = await accessLog.find(tenant, {
      ...{ index: 'by', where: { by: id }, range: { from }, order: 'descending', limit: ENTRIES_AT_ONCE },
      ...(after && { after }),
    })
    for (const { act, detail } of page.items) {
      if (act === 'case.acted' && detail !== null) times.set(detail, (times.get(detail) ?? 0) + 1)
    }
    after = page.nextCursor
    read += page.items.length
  } while (after && read < MOST_ENTRIES)
  return [...times].map(([act, times]) => ({ act, times })).sort((one, other) => other.times - one.times)
}

/**
 * Counts somebody's own acts, and their cases by the filters of the register that show them.
 * @throws Refusal `staff/not-permitted`
 */
export async function ownWeek(
  ports: TakeFactsPorts & { readonly now: Clock; readonly accessLog: Collection<LogEntry> },
  staff: StaffMember,
  { settings: { calendar } }: Tenant,
): Promise<OwnWeek> {
  requirePermission(staff, 'cases.read')
  const now = ports.now()
  const to = localDateOf(now, calendar)
  const first = dayNumberOf(to) - 6
  const week = { from: dayOf(first), to }
  const tests = recordOf(ownFigures, (figure) => {
    const filter: RegisterFilter = { figure, assignee: 'me', sort: 'received_asc', ...(isOfWeek(figure) && week) }
    return testFor(filter, staff, { now, calendar })
  })
  const cases = recordOf(ownFigures, () => 0)
  for await (const some of visibleFacts(ports, staff, { from: momentAt(first, '00:00', calendar), to: now })) {
    for (const facts of some) for (const figure of ownFigures) if (tests[figure](facts)) cases[figure]++
  }
  return { ...week, cases, acts: await actsSince(ports.accessLog, staff, momentAt(first, '00:00', calendar)) }
}
