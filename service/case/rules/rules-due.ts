import { effectsAt, type Rule } from '../../offices/rules/rule.ts'
import type { RuleEvent } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { HistoryEvent } from '../shape/history.ts'
import type { RuleDue } from '../shape/rule-due.ts'
import { factsOf, fits, fitsOutline } from './conditions.ts'

type Given = Pick<Complaint, 'category' | 'class' | 'channel' | 'dossier'>

const fromReporter: readonly HistoryEvent[] = ['message_from_reporter', 'completed', 'completed_in_part']

/**
 * Returns the events for rules between two states of a case. Nothing that a rule does is one, so no rule makes another
 * one act.
 */
export function eventsBetween({ dossier: before }: Given, { dossier: after }: Given): readonly RuleEvent[] {
  const lines = after.history.slice(before.history.length)
  const isVerified = lines.some(({ event, by }) => event === 'in_progress' && by.kind === 'staff')
  const hasWritten = lines.some(({ event, by }) => by.kind === 'reporter' && isOneOf(fromReporter, event))
  return [...(isVerified ? (['verified'] as const) : []), ...(hasWritten ? (['reporter_wrote'] as const) : [])]
}

const isAwaited = (rules: readonly Rule[], event: RuleEvent, holds: (rule: Rule) => boolean): boolean =>
  rules.some((rule) => effectsAt(rule, event) !== null && holds(rule))

/** A case is marked only where a rule may act, because each mark costs one more write. */
export function ruleDues(
  rules: readonly Rule[],
  events: readonly RuleEvent[],
  complaint: Given,
  at: Instant,
): readonly RuleDue[] {
  if (rules.length === 0 || events.length === 0) return []
  const facts = factsOf(complaint)
  return events
    .filter((event) => isAwaited(rules, event, ({ when }) => fits(when, facts)))
    .map((event) => ({ event, at }))
}

/** The same for a date that is near, from what lies open of the case. */
export const ruleDuesNearClock = (
  rules: readonly Rule[],
  outline: Pick<Complaint, 'category' | 'class' | 'channel'>,
  at: Instant,
): readonly RuleDue[] =>
  isAwaited(rules, 'clock_near', ({ when }) => fitsOutline(when, outline)) ? [{ event: 'clock_near', at }] : []

/** Tells whether a rule may give a verified case to somebody, so that the service does not give it to another one. */
export function mayBeGivenByRule(rules: readonly Rule[], complaint: Given): boolean {
  const facts = factsOf(complaint)
  return rules.some((rule) => effectsAt(rule, 'verified')?.assign != null && fits(rule.when, facts))
}
