import { actOnCase, type CaseRequest, type DeskPorts } from '../case/access/desk.ts'
import { mayPause, officePaused, officeResumed, stoodStill } from '../case/case-clocks.ts'
import { decided } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import type { StaffMember } from '../offices/staff/staff-member.ts'
import { Refusal } from '../shared/refusal.ts'

export function pauseClocks(complaint: Complaint, reason: string, by: Actor, moment: Moment): Complaint {
  if (!mayPause(complaint.clocks)) throw new Refusal('conflict', 'clock/none-runs')
  const id = moment.newId()
  const clocks = officePaused(complaint.clocks, id, moment.at)
  if (clocks.every((clock, at) => clock === complaint.clocks[at])) throw new Refusal('conflict', 'clock/already-late')
  return decided(
    complaint,
    moment,
    {
      clocks,
      dossier: { clockReasons: { ...complaint.dossier.clockReasons, [id]: reason } },
    },
    { event: 'clocks_paused', by, text: reason },
  )
}

export function resumeClocks(complaint: Complaint, by: Actor, moment: Moment): Complaint {
  if (!stoodStill(complaint.clocks)) throw new Refusal('conflict', 'clock/none-stands')
  return decided(
    complaint,
    moment,
    { clocks: officeResumed(complaint.clocks, moment, moment.at) },
    { event: 'clocks_resumed', by },
  )
}

export const pauseClocksOfCase = (
  ports: DeskPorts,
  staff: StaffMember,
  request: CaseRequest & { readonly reason: string },
) =>
  actOnCase(ports, staff, 'pause', request, [request.reason], (complaint, by, moment) =>
    pauseClocks(complaint, request.reason, by, moment),
  )

export const resumeClocksOfCase = (ports: DeskPorts, staff: StaffMember, request: CaseRequest) =>
  actOnCase(ports, staff, 'resume', request, [], (complaint, by, moment) => resumeClocks(complaint, by, moment))
