import { canBeFound } from '../../case/rules/conditions.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import {
  doesNothing,
  lackOf,
  MOST_CHANGES,
  MOST_RULES,
  type Named,
  type Rule,
  type UnitRules,
} from '../../offices/rules/rule.ts'
import type { RuleStore } from '../../offices/rules/rule-store.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { TemplateStore } from '../../offices/templates/template-store.ts'
import { labelsInUse } from '../../offices/tenants/label.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { RuleChangeKind } from '../../offices/vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface ManageRulesPorts {
  readonly complaints: { readonly rules: RuleStore }
  readonly tenants: TenantDirectory
  readonly staff: StaffDirectory
  readonly templates: TemplateStore
  readonly record: RecordAccess
  readonly now: Clock
  readonly newId: () => string
}

/** A rule as somebody wrote it; without an id it is a new one. */
export interface WrittenRule extends Pick<Rule, 'name' | 'isOn' | 'when'> {
  readonly id?: string | undefined
  readonly does: Omit<Rule['does'], 'assign' | 'alert'> & {
    readonly assign: string | null
    readonly alert: readonly string[]
  }
}

/** What can be chosen where a rule is written. */
export interface RuleChoices {
  readonly people: readonly { readonly id: string; readonly name: string; readonly handles: boolean }[]
  readonly templates: readonly { readonly id: string; readonly name: string }[]
  readonly labels: readonly { readonly id: string; readonly name: string }[]
}

export interface ShownRules {
  readonly rules: UnitRules
  readonly choices: RuleChoices
}

/** @throws Refusal `staff/not-permitted` */
export async function readRules(ports: ManageRulesPorts, staff: StaffMember): Promise<ShownRules> {
  requirePermission(staff, 'tenant.configure')
  const { tenant } = staff
  const [rules, working, templates, { settings }] = await Promise.all([
    ports.complaints.rules.of(tenant),
    ports.staff.working(tenant),
    ports.templates.list(tenant),
    ports.tenants.get(tenant),
  ])
  const labels = labelsInUse(settings).map(({ id, name }) => ({ id, name }))
  const people = working.map(({ id, name, permissions }) => ({ id, name, handles: permissions.has('cases.handle') }))
  return { rules, choices: { people, templates: templates.map(({ id, name }) => ({ id, name })), labels } }
}

/**
 * Replaces all rules of the unit, because their order decides.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `rules/changed-meanwhile`
 */
export async function changeRules(
  ports: ManageRulesPorts,
  staff: StaffMember,
  { version, rules: wanted }: { readonly version: number; readonly rules: readonly WrittenRule[] },
): Promise<ShownRules> {
  requirePermission(staff, 'tenant.configure')
  const { tenant } = staff
  const before = await ports.complaints.rules.of(tenant)
  if (before.version !== version) throw new Refusal('conflict', 'rules/changed-meanwhile')
  const known = await namedIn(ports, tenant)
  const people = peopleIn(known, before.rules)
  const rules = wanted.map((one) => mendedOr(keptAs(one, before.rules, people, ports.newId), known))
  const problems = [
    ...wanted.flatMap(({ does: { assign, alert } }, at) =>
      [...alert, ...(assign === null ? [] : [assign])].every((id) => people.has(id))
        ? []
        : [{ path: `rules.${at}.does`, code: 'unknown' }],
    ),
    ...(rules.length > MOST_RULES ? [{ path: 'rules', code: 'too-many' }] : []),
    ...rules.flatMap((rule, at) => (isSame(rule, before.rules) ? [] : ruleProblems(rule, known, `rules.${at}`))),
  ]
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const at = ports.now()
  const changes = changesBetween(before.rules, rules).map((one) => ({ at, by: staff.id, ...one }))
  await ports.complaints.rules.save({
    ...before,
    rules,
    changes: [...changes, ...before.changes].slice(0, MOST_CHANGES),
  })
  for (const { name, what } of changes) {
    await ports.record(tenant, { by: staff.id, act: 'rules.changed', subject: name, detail: what })
  }
  return readRules(ports, staff)
}

/** Those who work here, and whom a rule already names, by what a request calls them. */
const peopleIn = ({ staff }: Named, rules: readonly Rule[]): ReadonlyMap<string, StaffId> =>
  new Map<string, StaffId>(
    [...staff, ...rules.flatMap(({ does: { alert, assign } }) => [...alert, ...(assign ? [assign] : [])])].map((id) => [
      id,
      id,
    ]),
  )

/** Somebody who writes a rule cannot say that the service switched it off. */
function keptAs(
  { id, does, ...written }: WrittenRule,
  before: readonly Rule[],
  people: ReadonlyMap<string, StaffId>,
  newId: () => string,
): Rule {
  const earlier = before.find((one) => one.id === id)
  const kept = {
    assign: does.assign === null ? null : (people.get(does.assign) ?? null),
    alert: [...new Set(does.alert)].flatMap((one) => people.get(one) ?? []),
  }
  const off = written.isOn || !earlier || earlier.isOn ? null : earlier.off
  return { id: earlier?.id ?? newId(), ...written, off, does: { ...does, ...kept } }
}

/** Once it names only what is there, nobody must learn any more why it was switched off. */
const mendedOr = (rule: Rule, known: Named): Rule => (rule.off && !lackOf(rule, known) ? { ...rule, off: null } : rule)

/** Compares what can be written. */
const isSame = (rule: Rule, rules: readonly Rule[]): boolean => {
  const before = rules.find(({ id }) => id === rule.id)
  return before !== undefined && before.isOn === rule.isOn && whatChanged(before, rule) === null
}

const written = ({ name, when, does }: Rule): string =>
  JSON.stringify([name, Object.entries(when).sort(), Object.entries(does).sort()])

function whatChanged(before: Rule, after: Rule): RuleChangeKind | null {
  if (written(before) !== written(after)) return 'changed'
  return before.isOn === after.isOn ? null : after.isOn ? 'on' : 'off'
}

/** Lists what was done to rules, by their names. A rule that was changed and switched on at once has two lines. */
export function changesBetween(
  before: readonly Rule[],
  after: readonly Rule[],
): readonly { readonly name: string; readonly what: RuleChangeKind }[] {
  const old = new Map(before.map((rule) => [rule.id, rule]))
  const left = before.filter(({ id }) => after.every((one) => one.id !== id))
  const stayed = after.filter(({ id }) => old.has(id)).map(({ id }) => id)
  const order = before.map(({ id }) => id).filter((id) => stayed.includes(id))
  const moved = after.find(({ id }) => old.has(id) && order.indexOf(id) !== stayed.indexOf(id))
  return [
    ...after.flatMap((rule) => {
      const earlier = old.get(rule.id)
      const what = earlier ? whatChanged(earlier, rule) : 'added'
      const isSwitched = what === 'changed' && earlier !== undefined && earlier.isOn !== rule.isOn
      return [
        ...(what ? [{ name: rule.name, what }] : []),
        ...(isSwitched || (what === 'added' && rule.isOn)
          ? [{ name: rule.name, what: rule.isOn ? 'on' : 'off' } as const]
          : []),
      ]
    }),
    ...left.map(({ name }) => ({ name, what: 'removed' }) as const),
    ...(moved ? [{ name: moved.name, what: 'moved' } as const] : []),
  ]
}

const lackPaths = {
  staff: 'does',
  category: 'when.categories',
  template: 'does.template',
  label: 'does.label',
} as const

/** A rule that is switched off may name what is gone, so that it can be mended later. */
function ruleProblems(rule: Rule, known: Named, path: string): FieldProblem[] {
  const lack = rule.isOn ? lackOf(rule, known) : null
  const entries = (['words', 'places'] as const).filter((field) => !rule.when[field].every(canBeFound))
  return [
    ...(doesNothing(rule) ? [{ path: `${path}.does`, code: 'required' }] : []),
    ...(lack ? [{ path: `${path}.${lackPaths[lack]}`, code: 'unknown' }] : []),
    ...entries.map((field) => ({ path: `${path}.when.${field}`, code: 'too-common' })),
  ]
}

/** @throws Refusal `tenant/unknown` */
export async function namedIn(
  { staff, tenants, templates }: Pick<ManageRulesPorts, 'staff' | 'tenants' | 'templates'>,
  tenant: TenantId,
): Promise<Named> {
  const [working, { settings }, kept] = await Promise.all([
    staff.working(tenant),
    tenants.get(tenant),
    templates.list(tenant),
  ])
  return {
    staff: new Set(working.map(({ id }) => id)),
    handlers: new Set(working.filter(({ permissions }) => permissions.has('cases.handle')).map(({ id }) => id)),
    categories: new Set(settings.categories.flatMap(({ code, active }) => (active ? [code] : []))),
    templates: new Set(kept.map(({ id }) => id)),
    labels: new Set(labelsInUse(settings).map(({ id }) => id)),
  }
}
