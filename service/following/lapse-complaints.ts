import { type CaseActionPorts, momentOf } from '../case/access/case-actions.ts'
import { stopClocks } from '../case/case-clocks.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Moment } from '../case/shape/history.ts'
import { lapsesAt } from '../case/store/complaint-spec.ts'
import { skipUnreadable } from '../case/store/kept-complaint.ts'
import { close } from '../desk/close-complaint.ts'
import { deemWithdrawn } from './reopen-complaint.ts'

export function lapse(complaint: Complaint, moment: Moment): Complaint {
  const due = lapsesAt(complaint)
  if (due === null || due > moment.at) return complaint
  if (complaint.status === 'incomplete') return deemWithdrawn(complaint, moment)
  // The window ends on its date even if the job runs later.
  const over = { ...complaint, clocks: stopClocks(complaint.clocks, ['objection_window', 'reopening'], due) }
  return complaint.status === 'answered' ? close(over, undefined, { kind: 'system' }, moment) : over
}

/** @returns how many complaints were moved on */
export async function lapseComplaints(ports: CaseActionPorts): Promise<number> {
  const due = await ports.complaints.listLapsed(ports.now(), 100)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await skipUnreadable(ports.complaints.change(tenant, number, (complaint) => lapse(complaint, moment)))
  }
  return due.length
}
