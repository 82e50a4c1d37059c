import { wroteAnswer } from '../case/access/deciders.ts'
import type { ComplaintStore } from '../case/store/complaint-store.ts'
import { waitingFor } from '../case/store/kept-complaint.ts'
import { momentsOf, type WantedAbsence } from '../keeping/accounts/set-absences.ts'
import { type DutyGap, type Gap, gapsByDuty, gapsWhileAway } from '../offices/duties/duties.ts'
import { requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { StaffDirectory } from '../offices/staff/staff-directory.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Duty } from '../offices/vocabulary.ts'
import type { Clock } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Query } from '../storage/collection.ts'
import { categoriesLimiting, MOST_TASKS } from './list-today.ts'

export interface ForeseeAbsencePorts {
  readonly complaints: ComplaintStore
  readonly staff: Pick<StaffDirectory, 'members'>
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly now: Clock
}

export interface ForeseenWait extends DutyGap {
  /** `null` where no cases wait for the duty, or they are not the viewer's to count. */
  readonly cases: number | null
}

const inStatus = (status: string) => ({ index: 'work', where: { status } })

/** The cases that wait for each duty; the others are no work on a case. */
const waitingForDuty: Partial<Record<Duty, Omit<Query, 'limit'>>> = {
  verify: inStatus('received'),
  handle: inStatus('in_progress'),
  sign: inStatus('awaiting_approval'),
  decide_objection: inStatus('objected'),
  keep_identities: waitingFor('identityAskedAt'),
  answer_data_requests: waitingFor('dataRequestDueAt'),
}

/**
 * Says what nobody could do while somebody is away, and how many cases that the viewer may read wait for it now.
 * @throws Refusal `staff/not-permitted`, `staff/unknown`
 */
export async function foreseeAbsence(
  ports: ForeseeAbsencePorts,
  viewer: StaffMember,
  id: string,
  wanted: WantedAbsence,
): Promise<readonly ForeseenWait[]> {
  if (id !== viewer.id) requirePermission(viewer, 'staff.manage')
  const [members, { settings }] = await Promise.all([
    ports.staff.members(viewer.tenant),
    ports.tenants.get(viewer.tenant),
  ])
  if (!members.some((one) => one.id === id)) throw new Refusal('not-found', 'staff/unknown')
  const now = ports.now()
  const wished = { ...momentsOf(wanted, settings.calendar), setAt: now }
  const gaps = gapsWhileAway(members, id, wished, settings, now)
  const needed = gapsByDuty(gaps)
  return Promise.all(needed.map(async (gap) => ({ ...gap, cases: await countCases(ports, viewer, gap, gaps) })))
}

async function countCases(
  { complaints }: ForeseeAbsencePorts,
  viewer: StaffMember,
  { duty, categories }: DutyGap,
  gaps: readonly Gap[],
): Promise<number | null> {
  const query = waitingForDuty[duty]
  if (!query || !viewer.permissions.has('cases.read')) return null
  const read = categoriesLimiting(viewer, ['cases.read'])
  const category = categories.filter((one) => read?.includes(one) ?? true)
  const hidden = await complaints.guardedNumbers(viewer.tenant, [...viewer.guardMarks])
  const found = await complaints.waiting(viewer.tenant, {
    ...query,
    also: { ...query.also, category },
    limit: MOST_TASKS + 1 + hidden.size,
  })
  const seen = found.map(({ number }) => number).filter((one) => !hidden.has(one))
  if (duty !== 'decide_objection') return Math.min(seen.length, MOST_TASKS + 1)
  // The objection to somebody's answer waits where nobody besides them is there.
  const opened = await complaints.several(viewer.tenant, seen, () => {})
  const waits = opened.filter((complaint) =>
    gaps.some(
      (gap) =>
        gap.duty === duty &&
        gap.category === complaint.category &&
        gap.besides !== null &&
        wroteAnswer({ id: gap.besides }, complaint),
    ),
  )
  return Math.min(waits.length, MOST_TASKS + 1)
}
