import { canBeFound } from '../../case/case-rules.ts'
import { doesNothing, findLack, MOST_RULES, type Named, type Rule } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import { changeWritten, type ShownWritten, type Writing, type WritingPorts } from './change-written.ts'

/** A rule as somebody wrote it; without an id it is a new one. */
export interface WrittenRule extends Pick<Rule, 'name' | 'isOn' | 'when'> {
  readonly id?: string | undefined
  readonly does: Omit<Rule['does'], 'assign' | 'alert'> & {
    readonly assign: string | null
    readonly alert: readonly string[]
  }
}

/** @throws Refusal `staff/not-permitted`, `request/invalid`, `rules/changed-meanwhile` */
export const changeRules = (
  ports: WritingPorts,
  staff: StaffMember,
  { version, rules }: { readonly version: number; readonly rules: readonly WrittenRule[] },
): Promise<ShownWritten> => changeWritten(ports, staff, { version, wanted: rules }, writing)

/** Returns whether somebody switched a rule, or wrote a new one that is on. */
export const listSwitches = (before: Rule | undefined, { isOn }: Rule): readonly ('on' | 'off')[] =>
  (before?.isOn ?? false) === isOn ? [] : [isOn ? 'on' : 'off']

const writing: Writing<Rule, WrittenRule, 'on' | 'off'> = {
  name: 'rules',
  most: MOST_RULES,
  of: ({ rules: list, changes }) => ({ list, changes }),
  put: (rules, { list, changes }) => ({ ...rules, rules: list, changes }),
  /** Somebody who writes a rule cannot say that the service switched it off, only mend it. */
  keep({ does, ...written }, { id, earlier, known, people }) {
    const assign = does.assign === null ? null : (people.get(does.assign) ?? null)
    const alert = [...new Set(does.alert)].flatMap((one) => people.get(one) ?? [])
    const off = written.isOn || earlier?.isOn ? null : (earlier?.off ?? null)
    const rule = { ...written, id, off, does: { ...does, assign, alert } }
    return off && !findLack(rule, known) ? { ...rule, off: null } : rule
  },
  alsoDone: listSwitches,
  peopleAt: 'does',
  problemsIn: ruleProblems,
}

const lackPaths = {
  staff: 'does',
  category: 'when.categories',
  template: 'does.template',
  label: 'does.label',
} as const

/** A rule that is switched off may name what is gone, so that it can be mended later. */
function ruleProblems(rule: Rule, known: Named): FieldProblem[] {
  const lack = rule.isOn ? findLack(rule, known) : null
  const entries = (['words', 'places'] as const).filter((field) => !rule.when[field].every(canBeFound))
  return [
    ...(doesNothing(rule) ? [{ path: 'does', code: 'required' }] : []),
    ...(lack ? [{ path: lackPaths[lack], code: 'unknown' }] : []),
    ...entries.map((field) => ({ path: `when.${field}`, code: 'too-common' })),
  ]
}
