import {
  findLackOfSeries,
  hasTooFew,
  MOST_SERIES,
  type Named,
  noSeries,
  type Series,
  type SeriesDoes,
} from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import type { FieldProblem } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import {
  changeWritten,
  choicesIn,
  type ShownWritten,
  type Writing,
  type WritingPorts,
} from '../rules/change-written.ts'

/** A series as somebody wrote it; without an id it is a new one. */
export interface WrittenSeries extends Pick<Series, 'name'> {
  readonly id?: string | undefined
  readonly does: Omit<SeriesDoes, 'assign'> & { readonly assign: string | null }
}

/** How many series of the unit are offered nowhere, because they name what is gone. */
export async function countBrokenSeries(
  ports: Pick<WritingPorts, 'complaints' | 'staff' | 'tenants' | 'templates'>,
  tenant: TenantId,
): Promise<number> {
  const { series = noSeries } = await ports.complaints.rules.of(tenant)
  if (series.list.length === 0) return 0
  const { known } = await choicesIn(ports, tenant)
  return series.list.filter((one) => findLackOfSeries(one, known)).length
}

/** @throws Refusal `staff/not-permitted`, `request/invalid`, `rules/changed-meanwhile` */
export const changeSeries = (
  ports: WritingPorts,
  staff: StaffMember,
  { version, series }: { readonly version: number; readonly series: readonly WrittenSeries[] },
): Promise<ShownWritten> => changeWritten(ports, staff, { version, wanted: series }, writing)

const writing: Writing<Series, WrittenSeries, never> = {
  name: 'series',
  most: MOST_SERIES,
  of: ({ series = noSeries }) => series,
  put: (rules, series) => ({ ...rules, series }),
  keep({ name, does }, { id, people }) {
    const assign = does.assign === null ? null : (people.get(does.assign) ?? null)
    return { id, name, does: { ...does, assign, instruction: assign === null ? '' : does.instruction } }
  },
  alsoDone: () => [],
  peopleAt: 'does.assign',
  problemsIn: seriesProblems,
}

const lackPaths = { staff: 'does.assign', label: 'does.labels', template: 'does.message' } as const

function seriesProblems(one: Series, known: Named, list: readonly Series[]): FieldProblem[] {
  const lack = findLackOfSeries(one, known)
  const { labels, labelsOff } = one.does
  const namesake = list.find(({ name }) => name.toLowerCase() === one.name.toLowerCase())
  return [
    ...(namesake !== one ? [{ path: 'name', code: 'taken' }] : []),
    ...(hasTooFew(one) ? [{ path: 'does', code: 'too-few' }] : []),
    ...(labels.some((id) => labelsOff.includes(id)) ? [{ path: 'does.labelsOff', code: 'twice' }] : []),
    ...(lack ? [{ path: lackPaths[lack], code: 'unknown' }] : []),
  ]
}
