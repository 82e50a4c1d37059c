import { hasOfficePause, mayPause, pauseByOffice, resumeByOffice } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor } from '../case/shape/history.ts'
import type { Moment } from '../case/shape/moment.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

export function pauseClocks(complaint: Complaint, reason: string, by: Actor, moment: Moment): Complaint {
  if (!mayPause(complaint.clocks)) throw new Refusal('conflict', 'clock/none-runs')
  const id = moment.newId()
  const clocks = pauseByOffice(complaint.clocks, id, moment.at)
  if (clocks.every((clock, at) => clock === complaint.clocks[at])) throw new Refusal('conflict', 'clock/already-late')
  return applyDecision(
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
  if (!hasOfficePause(complaint.clocks)) throw new Refusal('conflict', 'clock/none-stands')
  return applyDecision(
    complaint,
    moment,
    { clocks: resumeByOffice(complaint.clocks, moment, moment.at) },
    { event: 'clocks_resumed', by },
  )
}

export const pauseAct: ActSteps<{ readonly reason: string }> = {
  words: ({ reason }) => [reason],
  prepare:
    ({ reason }) =>
    (complaint, by, moment) =>
      pauseClocks(complaint, reason, by, moment),
}

export const resumeAct: ActSteps<object> = { words: () => [], prepare: () => resumeClocks }
