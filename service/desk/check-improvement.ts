import { applyDecision } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { dayNumberOf } from '../offices/calendar/office-calendar.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { parseDay } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { checkFrom, FARTHEST_CHECK } from './name-improvement.ts'

interface WrittenCheck {
  readonly holds: boolean
  readonly text: string
  /** The day of the next check; needed where the improvement does not hold. */
  readonly nextOn?: string | undefined
}

/**
 * The owner looked whether what was changed holds. While it does not, a further check follows.
 * @throws Refusal `improvement/no-check`, `request/invalid`
 */
export function checkImprovement(
  complaint: Complaint,
  { holds, text, nextOn }: WrittenCheck,
  by: Actor,
  moment: Moment,
): Complaint {
  const { improvementDue, dossier } = complaint
  const { improvement } = dossier
  if (improvementDue?.what !== 'check' || !improvement) throw new Refusal('conflict', 'improvement/no-check')
  const next = nextOn ? parseDay(nextOn) : null
  const today = dayNumberOf(localDateOf(moment.at, moment.calendar))
  const code = !next ? 'required' : dayNumberOf(next) <= today ? 'in-past' : 'too-far'
  const isFit = next ? dayNumberOf(next) > today && dayNumberOf(next) <= today + FARTHEST_CHECK : holds
  if (!isFit) throw refuseField('request/invalid', 'nextOn', code)
  const checks = [...improvement.checks, { at: moment.at, by, holds, text }]
  return applyDecision(
    complaint,
    moment,
    {
      improvementDue: next && checkFrom(next, improvementDue.owner, moment),
      dossier: { improvement: { ...improvement, checks, checkOn: next ?? improvement.checkOn } },
    },
    { event: 'improvement_checked', by, text, public: false },
  )
}

export const checkImprovementAct: ActSteps<WrittenCheck> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => checkImprovement(complaint, request, by, moment),
}
