import { dayNumberOf, dayOf } from '../offices/calendar/day-number.ts'
import { localDateOf, momentAt } from '../offices/calendar/working-days.ts'
import type { FigureName } from '../offices/report-figures.ts'
import { requirePermission } from '../offices/staff/require-permission.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import type { Clock, Day } from '../shared/instant.ts'
import { recordOf } from '../shared/records.ts'
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
}

/** Whether a figure is on cases that were received in the week. */
export const isOfWeek = (figure: OwnFigure): boolean => figure === 'received' || figure === 'answered'

/**
 * Counts somebody's own cases by the filters of the register that show them.
 * @throws Refusal `staff/not-permitted`
 */
export async function ownWeek(
  ports: TakeFactsPorts & { readonly now: Clock },
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
  return { ...week, cases }
}
