import { maySeeUnreadable, pageWithoutHoles, sees } from '../case/access/case-access.ts'
import type { CaseActionPorts } from '../case/access/case-actions.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { UnreadableCase } from '../case/store/kept-complaint.ts'
import { type Permission, requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import { type Status, type Waiting, waitings } from '../offices/vocabulary.ts'
import { countCases } from './count-cases.ts'
import { queryFor, type RegisterFilter, type SearchedOn } from './register-filter.ts'

const endsIt: Readonly<Record<Waiting, { readonly by: Permission; readonly filter: Omit<RegisterFilter, 'sort'> }>> = {
  verification: { by: 'cases.verify', filter: { status: ['received'] } },
  dispatch: { by: 'cases.dispatch', filter: { status: ['in_progress'], assignee: 'none' } },
  approval: { by: 'cases.approve', filter: { status: ['awaiting_approval'] } },
  objection: { by: 'cases.approve', filter: { status: ['objected'] } },
}

/** A count above `MOST_COUNTED` means more. */
export interface Work {
  readonly overdue: number
  readonly soon: number
  readonly open: number
  readonly withReporter: number
  readonly items: readonly Complaint[]
  readonly sealedWrong: readonly UnreadableCase[]
  readonly waiting: readonly { readonly what: Waiting; readonly cases: number }[]
}

const open: readonly Status[] = ['received', 'in_progress', 'awaiting_approval', 'objected']
const MOST_SHOWN = 25

/**
 * Lists somebody's work, the most urgent first.
 * @throws Refusal `staff/not-permitted`
 */
export async function listWork(ports: CaseActionPorts, staff: StaffMember): Promise<Work> {
  requirePermission(staff, 'cases.read')
  const { complaints, tenants, now, record } = ports
  const { tenant, id } = staff
  const { calendar, categories } = (await tenants.get(tenant)).settings
  const asked: SearchedOn = { now: now(), calendar, categories }
  const mine = { assignee: 'me', status: open, sort: 'due_asc' } as const
  const count = async (filter: Omit<RegisterFilter, 'sort'>) =>
    (await countCases(ports, staff, { ...filter, sort: 'received_desc' }, asked)) ?? 0
  const toEnd = waitings.filter((what) => staff.permissions.has(endsIt[what].by))
  const sealedWrong: UnreadableCase[] = []
  const [page, overdue, soon, all, withReporter, waiting] = await Promise.all([
    pageWithoutHoles(
      { limit: MOST_SHOWN },
      (paging) =>
        complaints.list(tenant, { ...queryFor(mine, staff, asked), ...paging }, (one) => sealedWrong.push(one)),
      (complaint) => sees(staff, complaint),
    ),
    count({ ...mine, due: 'overdue' }),
    count({ ...mine, due: 'soon' }),
    count(mine),
    count({ assignee: 'me', status: ['incomplete'] }),
    Promise.all(toEnd.map(async (what) => ({ what, cases: await count(endsIt[what].filter) }))),
    record(tenant, { by: id, act: 'register.read', subject: null, detail: 'work' }),
  ])
  const shown = sealedWrong.filter((one) => maySeeUnreadable(staff, one))
  return { items: page.items, sealedWrong: shown, overdue, soon, open: all, withReporter, waiting }
}
