import { factsOf, fits } from '../../case/case-rules.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { HistoryLine, Moment } from '../../case/shape/history.ts'
import { effectsAt, type Rule } from '../../offices/rules.ts'
import { carryOutEffects, type KnownUnit } from './effects.ts'

/**
 * Lets the rules of the unit act for each event that the case waits with, in their order, each once. What they do is no
 * event, so that none makes another one act, and the case waits for nothing afterwards.
 * @param words the case as rules may read it: without the words that tell who an unnamed reporter is
 */
export function actByRules(
  complaint: Complaint,
  words: Pick<Complaint, 'category' | 'class' | 'channel' | 'dossier'>,
  rules: readonly Rule[],
  unit: KnownUnit,
  moment: Moment,
): Complaint {
  const facts = factsOf(words)
  let after: Complaint = { ...complaint, rulesDue: [] }
  for (const { event } of complaint.rulesDue) {
    for (const rule of rules) {
      const does = effectsAt(rule, event)
      if (does && fits(rule.when, facts)) after = actBy(rule, does)
    }
  }
  return { ...after, revision: complaint.revision }

  function actBy({ name }: Rule, does: Rule['does']): Complaint {
    const { complaint: done, ran } = carryOutEffects(after, does, unit, moment)
    if (ran.length === 0) return done
    const line: HistoryLine = {
      at: moment.at,
      event: 'rule_acted',
      by: { kind: 'system' },
      text: null,
      public: false,
      ran: { rule: name, effects: ran },
    }
    return { ...done, dossier: { ...done.dossier, history: [...done.dossier.history, line] } }
  }
}
