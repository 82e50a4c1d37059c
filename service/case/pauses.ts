import { packNamed, pauseDaysOf } from '../offices/calendar/rule-pack.ts'
import type { Instant } from '../shared/instant.ts'
import { hasOfficePause, resumeByOffice } from './case-clocks.ts'
import { applyDecision } from './complaint.ts'
import { countClock } from './deadlines/count-clock.ts'
import type { Complaint } from './shape/complaint.ts'
import type { Moment } from './shape/moment.ts'

/** A reason says something from this many letters and digits on; full stops and dashes do not count. */
export const REASON_SAYS_FROM = 10

export const saysEnough = (reason: string): boolean => (reason.match(/[\p{L}\p{N}]/gu) ?? []).length >= REASON_SAYS_FROM

/** Returns when a pause that begins now ends at the latest, counted as the dates are: day 0 is the day of its beginning. */
export function latestEndOfPause({ rulePack }: Pick<Complaint, 'rulePack'>, moment: Moment): Instant {
  const amount = pauseDaysOf(packNamed(moment.rulePacks, rulePack))
  const terms = { clock: 'first_response', amount, unit: 'working_days', startedAt: moment.at, pauses: [] } as const
  return countClock(terms, moment.calendar).dueAt
}

/**
 * Ends the pauses by staff, because their limit came or the reporter wrote. A case without one is returned unchanged.
 * @param at when they end; their limit may lie a moment back
 */
export function endPause(complaint: Complaint, at: Instant, moment: Moment): Complaint {
  if (!hasOfficePause(complaint.clocks)) return complaint
  return applyDecision(
    complaint,
    moment,
    { clocks: resumeByOffice(complaint.clocks, moment, at) },
    { event: 'clocks_resumed', by: { kind: 'system' } },
  )
}
