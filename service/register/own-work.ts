import { maySeeUnreadable, pageWithoutHoles, sees } from '../case/access/case-access.ts'
import type { Office } from '../case/office/office.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { UnreadableCase } from '../case/store/kept-complaint.ts'
import type { DeskOffice } from '../desk/case-act.ts'
import { type LetterOffice, letterCounts } from '../desk/letters/letter-access.ts'
import { carers } from '../desk/messages.ts'
import { countBrokenSeries } from '../desk/series/series.ts'
import { countTransfers } from '../desk/transfers/settlements.ts'
import type { TransferOffice } from '../desk/transfers/transfers.ts'
import { countDrafts } from '../filing/inbound/arrival-drafts.ts'
import type { InboundOffice } from '../filing/inbound/inbound-office.ts'
import { countApprovalsToDecide } from '../keeping/approvals/approvals.ts'
import { dayNumberOf, dayOf } from '../offices/calendar/office-calendar.ts'
import { localDateOf, momentAt } from '../offices/calendar/working-days.ts'
import type { LogEntry } from '../offices/log/access-log.ts'
import type { LetterState } from '../offices/notice-vocabulary.ts'
import type { FigureName } from '../offices/report-figures.ts'
import { type Permission, requirePermission, type StaffMember } from '../offices/staff/permissions.ts'
import type { Tenant } from '../offices/tenants/tenant.ts'
import { type PageTask, pageTasks, type Status, type Waiting, waitings } from '../offices/vocabulary.ts'
import type { Clock, Day, Instant } from '../shared/instant.ts'
import { recordOf } from '../shared/records.ts'
import type { Collection } from '../storage/collection.ts'
import { type FactsOffice, visibleFacts } from './facts/take-facts.ts'
import { countCases, testFor } from './figure-lists.ts'
import { categoriesLimiting, MOST_TASKS } from './list-today.ts'
import { queryFor, type RegisterFilter, type SearchedOn } from './register-filter.ts'

/** What somebody handles: of the week what came in and was answered, and what is open or overdue whenever it came. */
export const ownFigures = ['received', 'answered', 'open', 'late'] as const satisfies readonly FigureName[]
type OwnFigure = (typeof ownFigures)[number]

export interface OwnWeek {
  /** Seven days, today included. */
  readonly from: Day
  readonly to: Day
  readonly cases: Readonly<Record<OwnFigure, number>>
  readonly acts: readonly { readonly act: string; readonly times: number }[]
}

export const isOfWeek = (figure: OwnFigure): boolean => figure === 'received' || figure === 'answered'

/** More entries of one person in one week are not counted. */
const MOST_ENTRIES = 5_000
const ENTRIES_AT_ONCE = 500

async function actsSince(
  accessLog: Collection<LogEntry>,
  { tenant, id }: StaffMember,
  from: Instant,
): Promise<OwnWeek['acts']> {
  const times = new Map<string, number>()
  let [after, read]: [string | null, number] = [null, 0]
  do {
    const page: Awaited<ReturnType<typeof accessLog.find>> = await accessLog.find(tenant, {
      ...{ index: 'by', where: { by: id }, range: { from }, order: 'descending', limit: ENTRIES_AT_ONCE },
      ...(after && { after }),
    })
    for (const { act, detail } of page.items) {
      if (act === 'case.acted' && detail !== null) times.set(detail, (times.get(detail) ?? 0) + 1)
    }
    after = page.nextCursor
    read += page.items.length
  } while (after && read < MOST_ENTRIES)
  return [...times].map(([act, times]) => ({ act, times })).sort((one, other) => other.times - one.times)
}

/** Counts somebody's own acts, and their cases by the filters of the register that show them. */
export async function ownWeek(
  ports: FactsOffice & { readonly now: Clock; readonly accessLog: Collection<LogEntry> },
  staff: StaffMember,
  { settings: { calendar } }: Tenant,
): Promise<OwnWeek> {
  requirePermission(staff, 'cases.read')
  const now = ports.now()
  const to = localDateOf(now, calendar)
  const first = dayNumberOf(to) - 6
  const week = { from: dayOf(first), to }
  const tests = recordOf(ownFigures, (figure) => {
    const filter: RegisterFilter = { figure, assignee: 'me', sort: 'received_asc', ...(isOfWeek(figure) && week) }
    return testFor(filter, staff, { now, calendar })
  })
  const cases = recordOf(ownFigures, () => 0)
  for await (const some of visibleFacts(ports, staff, { from: momentAt(first, '00:00', calendar), to: now })) {
    for (const facts of some) for (const figure of ownFigures) if (tests[figure](facts)) cases[figure]++
  }
  return { ...week, cases, acts: await actsSince(ports.accessLog, staff, momentAt(first, '00:00', calendar)) }
}

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

export async function listWork(ports: Office, staff: StaffMember): Promise<Work> {
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

export type PageTaskPorts = LetterOffice & TransferOffice & InboundOffice & DeskOffice

interface PageTaskRule {
  /** `null` where the count itself knows whose it is. */
  readonly by: readonly Permission[] | null
  readonly count: (ports: PageTaskPorts, staff: StaffMember, letters: CountLetters) => Promise<number>
}

/** Counts the letters of all states, once for all kinds that ask. */
type CountLetters = () => ReturnType<typeof letterCounts>

const lettersIn = (state: LetterState) => async (_: PageTaskPorts, __: StaffMember, letters: CountLetters) =>
  (await letters())[state] ?? 0

const rules: Readonly<Record<PageTask, PageTaskRule>> = {
  late: {
    by: ['cases.approve'],
    async count({ complaints, now }, staff) {
      const hidden = await complaints.guardedNumbers(staff.tenant, [...staff.guardMarks])
      const category = categoriesLimiting(staff, ['cases.approve'])
      const found = await complaints.waiting(staff.tenant, {
        index: 'due',
        range: { to: now() },
        ...(category && { also: { category } }),
        limit: MOST_TASKS + 1 + hidden.size,
      })
      return found.filter(({ number }) => !hidden.has(number)).length
    },
  },
  letter_draft: { by: carers, count: lettersIn('draft') },
  letter_approval: { by: ['letters.approve'], count: lettersIn('awaiting_approval') },
  letter_print: { by: ['letters.post'], count: lettersIn('approved') },
  transfer: { by: ['cases.verify'], count: countTransfers },
  inbound: { by: ['cases.enter'], count: (ports, staff) => countDrafts(ports, staff, MOST_TASKS + 1) },
  second_person: { by: null, count: countApprovalsToDecide },
  broken_rule: {
    by: ['tenant.configure'],
    count: async ({ complaints }, { tenant }) =>
      (await complaints.rules.of(tenant)).rules.filter(({ off }) => off !== null).length,
  },
  broken_series: { by: ['tenant.configure'], count: (ports, { tenant }) => countBrokenSeries(ports, tenant) },
}

/** Counts what waits for somebody on pages of its own, each kind up to `MOST_TASKS`. Kinds without any are left out. */
export async function countPageTasks(
  ports: PageTaskPorts,
  staff: StaffMember,
): Promise<readonly { readonly kind: PageTask; readonly count: number }[]> {
  let asked: ReturnType<typeof letterCounts> | null = null
  const letters = () => (asked ??= letterCounts(ports, staff))
  const counted = await Promise.all(
    pageTasks.map(async (kind) => {
      const { by, count } = rules[kind]
      const isTheirs = by === null || by.some((permission) => staff.permissions.has(permission))
      return { kind, count: isTheirs ? Math.min(await count(ports, staff, letters), MOST_TASKS + 1) : 0 }
    }),
  )
  return counted.filter(({ count }) => count > 0)
}
