import { type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import {
  completionClock,
  dateOf,
  endPause,
  nextNoticeAt,
  pausedUntil,
  reminderMoments,
  unnotifiedClocks,
} from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { skipUnreadable } from '../case/store/kept-complaint.ts'

const system: Actor = { kind: 'system' }

/**
 * Notifies the reporter that a date has passed, or reminds them to complete, once for each date. several dates
 * after an outage share one notice. A pause by staff ends first, at its limit, so that the dates after it count.
 */
export function notifyReporter(complaint: Complaint, moment: Moment): Complaint {
  const due = nextNoticeAt(complaint)
  if (complaint.destroyed || due === null || due >= moment.at) return complaint
  const paused = pausedUntil(complaint.clocks)
  if (paused !== null && paused < moment.at) return notifyReporter(endPause(complaint, paused, moment), moment)
  const late = unnotifiedClocks(complaint.clocks, moment.at)
  if (late.length > 0) {
    const markNotified = (clock: (typeof late)[number]) => ({ ...clock, toldPassed: dateOf(clock) })
    const clocks = complaint.clocks.map((clock) => (late.includes(clock) ? markNotified(clock) : clock))
    return applyDecision(complaint, moment, { clocks }, { event: 'late', by: system, notice: 'late' })
  }
  const completion = completionClock(complaint)
  if (!completion) return complaint
  const reminders = reminderMoments(completion).filter((reminder) => reminder < moment.at).length
  const clocks = complaint.clocks.map((clock) => (clock === completion ? { ...clock, reminders } : clock))
  return applyDecision(
    complaint,
    moment,
    { clocks },
    { event: 'completion_reminder', by: system, notice: 'completion_reminder' },
  )
}

/** @returns how many reporters were notified */
export async function notifyDueReporters(ports: CaseActionPorts): Promise<number> {
  const due = await ports.complaints.toTell(ports.now(), 500)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await skipUnreadable(ports.complaints.change(tenant, number, (complaint) => notifyReporter(complaint, moment)))
  }
  return due.length
}
