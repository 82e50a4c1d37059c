import { withReasons } from '../../case/case-clocks.ts'
import { daysOfClock, inGroups } from '../../case/deadlines/days-of-clock.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { ClockDaysView } from '../../contract/complaint-view.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import type { ViewWording } from '../view-wording.ts'

/** One entry per clock, in the same order. A count in hours has no days. */
export function clockDaysView(
  { clocks, dossier }: Complaint,
  { settings: { calendar } }: Tenant,
  { clocks: wording }: ViewWording,
  now: Instant,
): ClockDaysView {
  return {
    clocks: withReasons(clocks, dossier.clockReasons).map((clock) => {
      const days = daysOfClock(clock, calendar, now)
      return {
        clock: clock.clock,
        label: wording.clocks[clock.clock],
        days: days.map(({ day, kind, count }) => ({ day, kind, count })),
        groups: inGroups(days).map((group) => wording.sayDays(group, clock.unit)),
      }
    }),
  }
}
