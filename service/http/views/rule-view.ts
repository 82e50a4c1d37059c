import type { DryRunView, RuleList } from '../../contract/rules.ts'
import type { DryRun } from '../../desk/rules/dry-run.ts'
import type { ShownWritten } from '../../desk/rules/rule-changes.ts'
import { MOST_RULES, type WrittenChange } from '../../offices/rules.ts'

export const ruleListView = (
  { rules: { version, rules, changes }, choices }: ShownWritten,
  names: ReadonlyMap<string, string>,
): RuleList => ({
  version,
  rules,
  changes: viewOfChanges(changes, names),
  people: choices.people,
  templates: choices.templates,
  labels: choices.labels,
  most: MOST_RULES,
})

/** Says who changed what; `null` is the service, or somebody whose account is gone. */
export const viewOfChanges = <What>(changes: readonly WrittenChange<What>[], names: ReadonlyMap<string, string>) =>
  changes.map((one) => ({ ...one, by: one.by && (names.get(one.by) ?? null) }))

export const dryRunView = ({ shown, ...run }: DryRun): DryRunView => ({
  ...run,
  shown: shown.map(({ id, receivedAt }) => ({ number: id, receivedAt })),
})
