import type { Complaint } from '../../case/shape/complaint.ts'
import { isSeries, type TimedAct, type TimedOrder } from '../../case/shape/timed-act.ts'
import { wordsOf } from '../../case/timed-acts.ts'
import type { CaseView } from '../../contract/case-view.ts'
import { actOrderOf, mayStop } from '../../desk/waiting-order.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { localDateOf, localDayOf, localTimeOf, momentAt, nextOpening } from '../../offices/calendar/working-days.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { Instant } from '../../shared/instant.ts'

/** What waits in a case for its time, and a usual time for more. */
export function timedView(
  complaint: Complaint,
  viewer: StaffMember,
  calendar: OfficeCalendar,
  now: Instant,
): Pick<CaseView, 'timed' | 'nextOpening'> {
  const { timedActs } = complaint.dossier
  const opening = nextOpening(momentAt(localDayOf(now, calendar) + 1, '00:00', calendar), calendar)
  return {
    timed: timedActs
      .toSorted((one, other) => (one.dueAt < other.dueAt ? -1 : 1))
      .map((one) => {
        const act = isSeries(one.order) ? 'series' : actOrderOf(one.order).act
        return {
          ...{ id: one.id, act, by: one.by.name, dueAt: one.dueAt, chosen: one.isChosen },
          text: textOf(one, complaint, viewer),
          own: one.by.id === viewer.id,
          mayStop: mayStop(viewer, one, complaint),
        }
      }),
    nextOpening: { day: localDateOf(opening, calendar), time: localTimeOf(opening, calendar) },
  }
}

function textOf({ order, by }: TimedAct, { dossier }: Complaint, viewer: StaffMember): string {
  if (isSeries(order)) return order.name
  // The other case may be hidden from others who see this one.
  if (order.act === 'merge' && by.id === viewer.id) return [intoOf(order), wordsOf(order)].filter(Boolean).join(': ')
  // A proposal is approved as it is.
  return wordsOf(order) || (order.act === 'answer' ? (dossier.proposal?.text ?? '') : '')
}

const intoOf = (order: TimedOrder & { readonly into?: string }): string => order.into ?? ''
