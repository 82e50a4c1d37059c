import { canBeFound } from '../../case/case-rules.ts'
import { membersOf, tellPerson } from '../../offices/inbox/telling.ts'
import {
  addChanges,
  doesNothing,
  findLack,
  MOST_RULES,
  type Named,
  type NamesPeople,
  type Rule,
  type UnitRules,
  type Written,
  type WrittenList,
} from '../../offices/rules.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { labelsInUse } from '../../offices/tenants/tenant.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { DeskOffice } from '../case-act.ts'

interface Choice<Id = string> {
  readonly id: Id
  readonly name: string
}

/** What can be chosen where a rule or a series is written. */
export interface Choices {
  readonly people: readonly (Choice<StaffId> & { readonly handles: boolean })[]
  readonly templates: readonly Choice[]
  readonly messages: readonly Choice[]
  readonly labels: readonly Choice[]
}

export interface ShownWritten {
  readonly rules: UnitRules
  readonly choices: Choices
  readonly known: Named
}

export async function readWritten(ports: DeskOffice, staff: StaffMember): Promise<ShownWritten> {
  requirePermission(staff, 'tenant.configure')
  const [rules, offered] = await Promise.all([ports.complaints.rules.of(staff.tenant), choicesIn(ports, staff.tenant)])
  return { rules, ...offered }
}

const choice = <Id>({ id, name }: Choice<Id>): Choice<Id> => ({ id, name })

const idsOf = <Id>(list: readonly Choice<Id>[]): ReadonlySet<Id> => new Set(list.map(({ id }) => id))

export async function choicesIn(
  { staff, tenants, templates }: DeskOffice,
  tenant: TenantId,
): Promise<Omit<ShownWritten, 'rules'>> {
  const [working, { settings }, kept] = await Promise.all([
    staff.working(tenant),
    tenants.get(tenant),
    templates.list(tenant),
  ])
  const choices: Choices = {
    people: working.map(({ id, name, permissions }) => ({ id, name, handles: permissions.has('cases.handle') })),
    templates: kept.map(choice),
    messages: kept.filter(({ kind }) => kind === 'message').map(choice),
    labels: labelsInUse(settings).map(choice),
  }
  const known: Named = {
    staff: idsOf(choices.people),
    handlers: idsOf(choices.people.filter(({ handles }) => handles)),
    categories: new Set(settings.categories.flatMap(({ code, active }) => (active ? [code] : []))),
    templates: idsOf(choices.templates),
    messages: idsOf(choices.messages),
    labels: idsOf(choices.labels),
  }
  return { choices, known }
}

type Done = 'added' | 'changed' | 'removed' | 'moved'

interface Asked {
  readonly id?: string | undefined
  readonly does: NamesPeople<string>
}

/** What differs between the lists that a unit writes; `More` can be done to one besides. */
export interface Writing<One extends Written, Wanted extends Asked, More extends string> {
  /** The list's name in a request and in the access log. */
  readonly name: 'rules' | 'series'
  readonly most: number
  readonly of: (rules: UnitRules) => WrittenList<One, Done | More>
  readonly put: (rules: UnitRules, list: WrittenList<One, Done | More>) => UnitRules
  readonly keep: (wanted: Wanted, made: Made<One>) => One
  readonly alsoDone: (before: One | undefined, after: One) => readonly More[]
  /** The field in which somebody unknown was named. */
  readonly peopleAt: string
  readonly problemsIn: (one: One, known: Named, list: readonly One[]) => readonly FieldProblem[]
}

interface Made<One> {
  readonly id: string
  readonly earlier: One | undefined
  readonly known: Named
  /** Those who work here, and whom the list already names, by what a request calls them. */
  readonly people: ReadonlyMap<string, StaffId>
}

/**
 * Replaces a whole list, because its order counts. One that nobody touched may name what is gone, so that others can
 * be changed meanwhile.
 */
export async function changeWritten<One extends Written, Wanted extends Asked, More extends string>(
  ports: DeskOffice,
  staff: StaffMember,
  { version, wanted }: { readonly version: number; readonly wanted: readonly Wanted[] },
  kind: Writing<One, Wanted, More>,
): Promise<ShownWritten> {
  requirePermission(staff, 'tenant.configure')
  const { tenant } = staff
  const rules = await ports.complaints.rules.of(tenant)
  if (rules.version !== version) throw new Refusal('conflict', 'rules/changed-meanwhile')
  const { known } = await choicesIn(ports, tenant)
  const before = kind.of(rules)
  const people = new Map([...known.staff, ...before.list.flatMap(peopleIn)].map((id) => [`${id}`, id]))
  const list = wanted.map((one) => {
    const earlier = before.list.find(({ id }) => id === one.id)
    return kind.keep(one, { id: earlier?.id ?? ports.newId(), earlier, known, people })
  })
  const done = (one: One) => doneTo(before.list, one, kind.alsoDone)
  const problems = list.flatMap((one, at) => {
    const isKnown = peopleIn(wanted[at] ?? one).every((id) => people.has(id))
    const found = isKnown ? kind.problemsIn(one, known, list) : [{ path: kind.peopleAt, code: 'unknown' }]
    return isKnown && done(one).length === 0
      ? []
      : found.map(({ path, code }) => ({ path: `${kind.name}.${at}.${path}`, code }))
  })
  if (list.length > kind.most) problems.unshift({ path: kind.name, code: 'too-many' })
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const at = ports.now()
  const changes = changesBetween(before.list, list, kind.alsoDone).map((one) => ({ at, by: staff.id, ...one }))
  await ports.complaints.rules.save(kind.put(rules, { list, changes: addChanges(before.changes, changes) }))
  for (const { name, what } of changes) {
    await ports.record(tenant, { by: staff.id, act: `${kind.name}.changed`, subject: name, detail: what })
  }
  return readWritten(ports, staff)
}

const peopleIn = <Id>({ does: { assign, alert = [] } }: { readonly does: NamesPeople<Id> }): readonly Id[] => [
  ...alert,
  ...(assign === null ? [] : [assign]),
]

const sorted = (value: object = {}) => Object.entries(value).sort()

const written = ({ name, when, does }: Written): string => JSON.stringify([name, sorted(when), sorted(does)])

function doneTo<One extends Written, More>(
  before: readonly One[],
  one: One,
  alsoDone: (before: One | undefined, after: One) => readonly More[],
): readonly (Done | More)[] {
  const earlier = before.find(({ id }) => id === one.id)
  const isSame = earlier && written(earlier) === written(one)
  return [...(isSame ? [] : [earlier ? ('changed' as const) : ('added' as const)]), ...alsoDone(earlier, one)]
}

/** Lists what was done to each, by their names; one that was changed and switched on at once has two lines. */
export function changesBetween<One extends Written, More>(
  before: readonly One[],
  after: readonly One[],
  alsoDone: (before: One | undefined, after: One) => readonly More[],
): readonly { readonly name: string; readonly what: Done | More }[] {
  const isIn = (list: readonly One[], one: One) => list.some(({ id }) => id === one.id)
  const stayed = after.filter((one) => isIn(before, one))
  const order = before.filter((one) => isIn(after, one))
  const moved = stayed.find(({ id }, at) => order[at]?.id !== id)
  return [
    ...after.flatMap((one) => doneTo(before, one, alsoDone).map((what) => ({ name: one.name, what }))),
    ...before.filter((one) => !isIn(after, one)).map(({ name }) => ({ name, what: 'removed' as const })),
    ...(moved ? [{ name: moved.name, what: 'moved' as const }] : []),
  ]
}

/** A rule as somebody wrote it; without an id it is a new one. */
export interface WrittenRule extends Pick<Rule, 'name' | 'isOn' | 'when'> {
  readonly id?: string | undefined
  readonly does: Omit<Rule['does'], 'assign' | 'alert'> & {
    readonly assign: string | null
    readonly alert: readonly string[]
  }
}

export const changeRules = (
  ports: DeskOffice,
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

/**
 * Switches off each rule that names somebody, a category or a template that the unit no longer has, and alerts who can
 * mend it.
 * @returns how many rules
 */
export async function switchOffBroken(ports: DeskOffice, onFault: (cause: unknown) => void): Promise<number> {
  let count = 0
  for (const { id } of await ports.tenants.list()) {
    count += await switchOffIn(ports, id).catch((cause: unknown) => {
      onFault(cause)
      return 0
    })
  }
  return count
}

async function switchOffIn(ports: DeskOffice, tenant: TenantId): Promise<number> {
  if ((await ports.complaints.rules.on(tenant)).length === 0) return 0
  const { known } = await choicesIn(ports, tenant)
  const before = await ports.complaints.rules.of(tenant)
  const at = ports.now()
  const broken: Rule[] = []
  const rules = before.rules.map((rule) => {
    const lacks = rule.isOn ? findLack(rule, known) : null
    if (!lacks) return rule
    broken.push(rule)
    return { ...rule, isOn: false, off: { at, lacks } }
  })
  if (broken.length === 0) return 0
  const changes = broken.map(({ name }) => ({ at, by: null, name, what: 'off' }) as const)
  await ports.complaints.rules.save({ ...before, rules, changes: addChanges(before.changes, changes) })
  for (const member of await membersOf(ports, tenant)) {
    if (!member.permissions.has('tenant.configure')) continue
    await tellPerson(ports, tenant, member.id, [{ id: `rules.${at}`, kind: 'rule', number: null, at }])
  }
  return broken.length
}
