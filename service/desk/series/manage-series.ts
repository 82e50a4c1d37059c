import type { SeriesChangeKind, SeriesLack } from '../../offices/act-vocabulary.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { MOST_CHANGES, type UnitRules } from '../../offices/rules/rule.ts'
import type { RuleStore } from '../../offices/rules/rule-store.ts'
import {
  hasTooFew,
  lackOfSeries,
  MOST_SERIES,
  type NamedInSeries,
  noSeries,
  type Series,
  type SeriesDoes,
} from '../../offices/rules/series.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { TemplateStore } from '../../offices/templates/template-store.ts'
import { labelsInUse } from '../../offices/tenants/label.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Clock } from '../../shared/instant.ts'
import { type FieldProblem, Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

export interface ManageSeriesPorts {
  readonly complaints: { readonly rules: RuleStore }
  readonly tenants: TenantDirectory
  readonly staff: StaffDirectory
  readonly templates: TemplateStore
  readonly record: RecordAccess
  readonly now: Clock
  readonly newId: () => string
}

/** A series as somebody wrote it; without an id it is a new one. */
export interface WrittenSeries extends Pick<Series, 'name'> {
  readonly id?: string | undefined
  readonly does: Omit<SeriesDoes, 'assign'> & { readonly assign: string | null }
}

type Choice = { readonly id: string; readonly name: string }

/** What can be chosen where a series is written. */
export interface SeriesChoices {
  readonly people: readonly Choice[]
  readonly labels: readonly Choice[]
  readonly templates: readonly Choice[]
}

export interface ShownSeries {
  readonly rules: UnitRules
  readonly choices: SeriesChoices
  /** What a series names and the unit no longer has, by its id. */
  readonly lacks: ReadonlyMap<string, SeriesLack>
}

/** @throws Refusal `staff/not-permitted` */
export async function readSeries(ports: ManageSeriesPorts, staff: StaffMember): Promise<ShownSeries> {
  requirePermission(staff, 'tenant.configure')
  const [rules, { choices, known }] = await Promise.all([
    ports.complaints.rules.of(staff.tenant),
    choicesOf(ports, staff.tenant),
  ])
  return { rules, choices, lacks: lacksOf(rules, known) }
}

const lacksOf = ({ series = noSeries }: UnitRules, known: NamedInSeries): ReadonlyMap<string, SeriesLack> =>
  new Map(
    series.list.flatMap((one) => {
      const lack = lackOfSeries(one, known)
      return lack ? [[one.id, lack] as const] : []
    }),
  )

async function choicesOf(
  { staff, tenants, templates }: Pick<ManageSeriesPorts, 'staff' | 'tenants' | 'templates'>,
  tenant: TenantId,
) {
  const [working, { settings }, kept] = await Promise.all([
    staff.working(tenant),
    tenants.get(tenant),
    templates.list(tenant),
  ])
  const handlers = working.filter(({ permissions }) => permissions.has('cases.handle'))
  const labels = labelsInUse(settings)
  const messages = kept.filter(({ kind }) => kind === 'message')
  const choices: SeriesChoices = {
    people: handlers.map(({ id, name }) => ({ id, name })),
    labels: labels.map(({ id, name }) => ({ id, name })),
    templates: messages.map(({ id, name }) => ({ id, name })),
  }
  const known: NamedInSeries = {
    handlers: new Set(handlers.map(({ id }) => id)),
    labels: new Set(labels.map(({ id }) => id)),
    messages: new Set(messages.map(({ id }) => id)),
  }
  return { choices, known }
}

/** How many series of the unit are offered nowhere, because they name what is gone. */
export async function countBrokenSeries(
  ports: Pick<ManageSeriesPorts, 'complaints' | 'staff' | 'tenants' | 'templates'>,
  tenant: TenantId,
): Promise<number> {
  const rules = await ports.complaints.rules.of(tenant)
  if ((rules.series ?? noSeries).list.length === 0) return 0
  return lacksOf(rules, (await choicesOf(ports, tenant)).known).size
}

/**
 * Replaces all series of the unit, in the order of their menu.
 * @throws Refusal `staff/not-permitted`, `request/invalid`, `rules/changed-meanwhile`
 */
export async function changeSeries(
  ports: ManageSeriesPorts,
  staff: StaffMember,
  { version, series: wanted }: { readonly version: number; readonly series: readonly WrittenSeries[] },
): Promise<ShownSeries> {
  requirePermission(staff, 'tenant.configure')
  const { tenant } = staff
  const before = await ports.complaints.rules.of(tenant)
  if (before.version !== version) throw new Refusal('conflict', 'rules/changed-meanwhile')
  const { known } = await choicesOf(ports, tenant)
  const old = before.series ?? noSeries
  const people = new Map<string, Series['does']['assign']>(
    [...known.handlers, ...old.list.flatMap(({ does }) => does.assign ?? [])].map((id) => [id, id]),
  )
  const list = wanted.map(({ id, name, does }): Series => {
    const assign = does.assign === null ? null : (people.get(does.assign) ?? null)
    const instruction = assign === null ? '' : does.instruction
    return {
      id: old.list.find((one) => one.id === id)?.id ?? ports.newId(),
      name,
      does: { ...does, assign, instruction },
    }
  })
  const problems = problemsIn(wanted, list, { known, people, old: old.list })
  if (problems.length > 0) throw new Refusal('invalid', 'request/invalid', {}, problems)
  const at = ports.now()
  const changes = changesBetween(old.list, list).map((one) => ({ at, by: staff.id, ...one }))
  await ports.complaints.rules.save({
    ...before,
    series: { list, changes: [...changes, ...old.changes].slice(0, MOST_CHANGES) },
  })
  for (const { name, what } of changes) {
    await ports.record(tenant, { by: staff.id, act: 'series.changed', subject: name, detail: what })
  }
  return readSeries(ports, staff)
}

const lackPaths = { staff: 'does.assign', label: 'does.labels', template: 'does.message' } as const

const written = ({ name, does }: Series): string => JSON.stringify([name, Object.entries(does).sort()])

function isSame(one: Series, among: readonly Series[]): boolean {
  const before = among.find(({ id }) => id === one.id)
  return before !== undefined && written(before) === written(one)
}

/** A series that nobody touched may name what is gone, so that others can be changed meanwhile. */
function problemsIn(
  wanted: readonly WrittenSeries[],
  list: readonly Series[],
  { known, people, old }: { known: NamedInSeries; people: ReadonlyMap<string, unknown>; old: readonly Series[] },
): FieldProblem[] {
  const names = list.map(({ name }) => name.toLowerCase())
  return [
    ...(list.length > MOST_SERIES ? [{ path: 'series', code: 'too-many' }] : []),
    ...list.flatMap((one, at) => {
      const path = `series.${at}`
      const asked = wanted[at]?.does.assign ?? null
      if (asked !== null && !people.has(asked)) return [{ path: `${path}.does.assign`, code: 'unknown' }]
      if (isSame(one, old)) return []
      const lack = lackOfSeries(one, known)
      const { labels, labelsOff } = one.does
      return [
        ...(names.indexOf(one.name.toLowerCase()) !== at ? [{ path: `${path}.name`, code: 'taken' }] : []),
        ...(hasTooFew(one) ? [{ path: `${path}.does`, code: 'too-few' }] : []),
        ...(labels.some((id) => labelsOff.includes(id)) ? [{ path: `${path}.does.labelsOff`, code: 'twice' }] : []),
        ...(lack ? [{ path: `${path}.${lackPaths[lack]}`, code: 'unknown' }] : []),
      ]
    }),
  ]
}

/** Lists what was done to series, by their names. */
function changesBetween(
  before: readonly Series[],
  after: readonly Series[],
): readonly { readonly name: string; readonly what: SeriesChangeKind }[] {
  const stayed = after.filter(({ id }) => before.some((one) => one.id === id))
  const order = before.filter(({ id }) => stayed.some((one) => one.id === id))
  const moved = stayed.find(({ id }, at) => order[at]?.id !== id)
  return [
    ...after.flatMap((one) => {
      const known = before.some(({ id }) => id === one.id)
      return known && isSame(one, before) ? [] : [{ name: one.name, what: known ? 'changed' : 'added' } as const]
    }),
    ...before
      .filter(({ id }) => after.every((one) => one.id !== id))
      .map(({ name }) => ({ name, what: 'removed' }) as const),
    ...(moved ? [{ name: moved.name, what: 'moved' } as const] : []),
  ]
}
