import type { Complaint } from '../../case/shape/complaint.ts'
import { wordsOf } from '../../case/timed-act.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { mayStop } from '../../desk/waiting-order.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localDayOf, localTimeOf, momentAt, nextOpening } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { Instant } from '../../shared/instant.ts'

/** What waits in a case for its time, and a usual time for more. */
export function timedView(
  complaint: Complaint,
  viewer: StaffMember,
  calendar: OfficeCalendar,
  now: Instant,
): Pick<CaseView, 'timed' | 'nextOpening'> {
  const { timedActs, proposal } = complaint.dossier
  const opening = nextOpening(momentAt(localDayOf(now, calendar) + 1, '00:00', calendar), calendar)
  return {
    timed: timedActs
      .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
      .map((one) => ({
        ...{ id: one.id, act: one.order.act, by: one.by.name, dueAt: one.dueAt, chosen: one.isChosen },
        text: one.order.act === 'series' ? one.order.name : wordsOf(one.order) || (proposal?.text ?? ''),
        own: one.by.id === viewer.id,
        mayStop: mayStop(viewer, one, complaint),
      })),
    nextOpening: { day: localDateOf(opening, calendar), time: localTimeOf(opening, calendar) },
  }
}
