import type { Office } from '../case/access/deciders.ts'
import {
  hasOfficePause,
  latestEndOfPause,
  mayPause,
  pauseByOffice,
  resumeByOffice,
  runsForOffice,
  saysEnough,
} from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

const pauserOf = ({ permissions }: Pick<StaffMember, 'permissions'>) =>
  permissions.has('cases.approve') ? 'head' : 'staff'

/** A second pause is the head's, and there is no third. Dates that all have passed are explained, not paused. */
export function whyNotPause(
  staff: Pick<StaffMember, 'permissions'>,
  { clocks }: Pick<Complaint, 'clocks'>,
  { at }: Pick<Office, 'at'>,
): Refusal | null {
  if (!mayPause(clocks, pauserOf(staff))) return new Refusal('conflict', 'clock/paused-enough')
  const paused = pauseByOffice(clocks, '', at, at)
  return paused.some((clock, which) => clock !== clocks[which]) ? null : new Refusal('conflict', 'clock/already-late')
}

/**
 * Stops the office's clocks for as long as the rule allows. The reporter is notified and reads why, and how long at
 * most.
 * @throws Refusal `clock/none-runs`, `clock/paused-enough`, `clock/reason-says-little`, `clock/already-late`
 */
export function pauseClocks(
  complaint: Complaint,
  { reason, as }: { readonly reason: string; readonly as: 'staff' | 'head' },
  by: Actor,
  moment: Moment,
): Complaint {
  if (!runsForOffice(complaint.clocks)) throw new Refusal('conflict', 'clock/none-runs')
  if (!mayPause(complaint.clocks, as)) throw new Refusal('conflict', 'clock/paused-enough')
  if (!saysEnough(reason)) throw refuseField('clock/reason-says-little', 'reason', 'too-short')
  const id = moment.newId()
  const clocks = pauseByOffice(complaint.clocks, id, moment.at, latestEndOfPause(complaint, moment))
  if (clocks.every((clock, at) => clock === complaint.clocks[at])) throw new Refusal('conflict', 'clock/already-late')
  return applyDecision(
    complaint,
    moment,
    {
      clocks,
      dossier: { clockReasons: { ...complaint.dossier.clockReasons, [id]: reason } },
    },
    { event: 'clocks_paused', by, text: reason, notice: 'paused' },
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
    ({ reason }, _, staff) =>
    (complaint, by, moment) =>
      pauseClocks(complaint, { reason, as: pauserOf(staff) }, by, moment),
}

export const resumeAct: ActSteps<object> = { words: () => [], prepare: () => resumeClocks }
