import { type DeskPorts, momentOf } from '../case/access/desk.ts'
import { decided } from '../case/complaint.ts'
import { completionClock, dateOf, reminderMoments, tellsAt, untoldClocks } from '../case/late-clocks.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import { unlessSealedWrong } from '../case/store/sealed-wrong.ts'

const system: Actor = { kind: 'system' }

/**
 * Notifies the reporter that a date has passed, or reminds them to complete, once for each date. several dates
 * after an outage share one notice.
 */
export function tellReporter(complaint: Complaint, moment: Moment): Complaint {
  const due = tellsAt(complaint)
  if (complaint.destroyed || due === null || due >= moment.at) return complaint
  const late = untoldClocks(complaint.clocks, moment.at)
  if (late.length > 0) {
    const told = (clock: (typeof late)[number]) => ({ ...clock, toldPassed: dateOf(clock) })
    const clocks = complaint.clocks.map((clock) => (late.includes(clock) ? told(clock) : clock))
    return decided(complaint, moment, { clocks }, { event: 'late', by: system, notice: 'late' })
  }
  const completion = completionClock(complaint)
  if (!completion) return complaint
  const reminders = reminderMoments(completion).filter((reminder) => reminder < moment.at).length
  const clocks = complaint.clocks.map((clock) => (clock === completion ? { ...clock, reminders } : clock))
  return decided(
    complaint,
    moment,
    { clocks },
    { event: 'completion_reminder', by: system, notice: 'completion_reminder' },
  )
}

/** @returns how many reporters were notified */
export async function tellReporters(ports: DeskPorts): Promise<number> {
  const due = await ports.complaints.toTell(ports.now(), 500)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await unlessSealedWrong(ports.complaints.change(tenant, number, (complaint) => tellReporter(complaint, moment)))
  }
  return due.length
}
