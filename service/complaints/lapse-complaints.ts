import { stopped } from './case-clocks.ts'
import { close } from './close-complaint.ts'
import { lapsesAt } from './complaint-store.ts'
import { type DeskPorts, momentOf } from './desk.ts'
import { deemWithdrawn } from './reopen-complaint.ts'
import { unlessSealedWrong } from './sealed-wrong.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Moment } from './shape/moment.ts'

export function lapse(complaint: Complaint, moment: Moment): Complaint {
  const due = lapsesAt(complaint)
  if (due === null || due > moment.at) return complaint
  if (complaint.status === 'incomplete') return deemWithdrawn(complaint, moment)
  // The window ends on its date even if the job runs later.
  const over = { ...complaint, clocks: stopped(complaint.clocks, ['objection_window', 'reopening'], due) }
  return complaint.status === 'answered' ? close(over, undefined, { kind: 'system' }, moment) : over
}

/** @returns how many complaints were moved on */
export async function lapseComplaints(ports: DeskPorts): Promise<number> {
  const due = await ports.complaints.lapsed(ports.now(), 100)
  for (const { tenant, number } of due) {
    const moment = await momentOf(ports, tenant)
    await unlessSealedWrong(ports.complaints.change(tenant, number, (complaint) => lapse(complaint, moment)))
  }
  return due.length
}
