import type { DryRunView, RuleList } from '../../contract/rules.ts'
import type { DryRun } from '../../desk/rules/dry-run.ts'
import type { ShownRules } from '../../desk/rules/manage-rules.ts'
import { MOST_RULES } from '../../offices/rules/rule.ts'

export const ruleListView = (
  { rules: { version, rules, changes }, choices }: ShownRules,
  names: ReadonlyMap<string, string>,
): RuleList => ({
  version,
  rules: rules.map(({ when, does, ...rule }) => ({
    ...rule,
    when: {
      ...when,
      categories: [...when.categories],
      channels: [...when.channels],
      words: [...when.words],
      places: [...when.places],
    },
    does: { ...does, alert: [...does.alert] },
  })),
  changes: changes.map((one) => ({ ...one, by: one.by && (names.get(one.by) ?? null) })),
  people: [...choices.people],
  templates: [...choices.templates],
  labels: [...choices.labels],
  most: MOST_RULES,
})

export const dryRunView = ({ shown, ...run }: DryRun): DryRunView => ({
  ...run,
  shown: shown.map(({ id, receivedAt }) => ({ number: id, receivedAt })),
})
