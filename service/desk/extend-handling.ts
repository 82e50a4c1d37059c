import type { Office } from '../case/access/deciders.ts'
import { runningHandling } from '../case/case-clocks.ts'
import { applyDecision } from '../case/complaint.ts'
import { extendClock, isOverdue, type RunningClock } from '../case/deadlines/clocks.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { packNamed, type RulePacks } from '../offices/calendar/rule-pack.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

export interface HandlingExtension {
  readonly days: number
  readonly reason: string
}

/** Returns how many days can be added at once, or `null` if none can or the clock does not run. */
export function extensionLeft(complaint: Complaint, packs: RulePacks, at: Moment['at']): number | null {
  const clock = runningHandling(complaint.clocks)
  if (!clock || isOverdue(clock, at)) return null
  const { times, days } = packNamed(packs, complaint.rulePack).extension
  return timesExtended(clock) < times ? days : null
}

/** Why no days can be added while the clock runs, or `null`. */
export function whyNotExtend(_: unknown, complaint: Complaint, { rulePacks, at }: Office): Refusal | null {
  const handling = runningHandling(complaint.clocks)
  if (!handling) return new Refusal('conflict', 'clock/none-runs')
  if (isOverdue(handling, at)) return new Refusal('conflict', 'clock/already-late')
  return extensionLeft(complaint, rulePacks, at) === null ? new Refusal('conflict', 'clock/extended-enough') : null
}

const timesExtended = ({ extensions }: RunningClock): number => extensions?.length ?? 0

/**
 * The head extends handling before its date has passed, with a reason that the reporter reads. A passed date is
 * explained instead.
 * @throws Refusal `clock/none-runs`, `clock/already-late`, `clock/extended-enough`, `request/invalid`
 */
export function extendHandling(
  complaint: Complaint,
  { days, reason }: HandlingExtension,
  by: Actor,
  moment: Moment,
): Complaint {
  const handling = runningHandling(complaint.clocks)
  if (!handling) throw new Refusal('conflict', 'clock/none-runs')
  if (isOverdue(handling, moment.at)) throw new Refusal('conflict', 'clock/already-late')
  const most = extensionLeft(complaint, moment.rulePacks, moment.at)
  if (most === null) throw new Refusal('conflict', 'clock/extended-enough')
  if (days > most) throw refuseField('request/invalid', 'days', 'too-many')
  const id = moment.newId()
  const extended = extendClock(handling, days, id, moment.calendar, moment.at)
  return applyDecision(
    complaint,
    moment,
    {
      clocks: complaint.clocks.map((clock) => (clock === handling ? extended : clock)),
      dossier: { clockReasons: { ...complaint.dossier.clockReasons, [id]: reason } },
    },
    { event: 'extended', by, text: reason, notice: 'extended' },
  )
}

export const extendAct: ActSteps<HandlingExtension> = {
  words: ({ reason }) => [reason],
  prepare: (request) => (complaint, by, moment) => extendHandling(complaint, request, by, moment),
}
