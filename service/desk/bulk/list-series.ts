import type { Series } from '../../offices/rules.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { type ActName, acts } from '../case-acts.ts'
import { keptSeries, type SeriesPorts } from '../series/offer-series.ts'
import { requireBulk } from './carry-out-bulk.ts'

const actsIn = ({ verify, assign, labels, labelsOff, note, message }: Series['does']): readonly ActName[] => [
  ...(verify ? (['verify'] as const) : []),
  ...(assign === null ? [] : (['dispatch'] as const)),
  ...(labels.length + labelsOff.length === 0 ? [] : (['set-label'] as const)),
  ...(note === '' ? [] : (['note'] as const)),
  ...(message === null ? [] : (['message'] as const)),
]

/** Lists the series of which somebody may do every step somewhere. @throws Refusal `staff/not-permitted` */
export async function listSeries(
  ports: SeriesPorts,
  staff: StaffMember,
): Promise<readonly Pick<Series, 'id' | 'name'>[]> {
  requireBulk(staff)
  const { series } = await keptSeries(ports, staff.tenant)
  return series.filter(({ does }) =>
    actsIn(does).every((act) => acts[act].by.some((permission) => staff.permissions.has(permission))),
  )
}
