import { pageWithoutHoles } from '../../case/access/case-access.ts'
import type { Office } from '../../case/office/office.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { LogEntry, LogOffice } from '../../offices/log/access-log.ts'
import { verifyLog } from '../../offices/log/log-verification.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Status } from '../../offices/vocabulary.ts'
import { type Clock, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import type { Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'

/** It is for the operator: numbers and dates, nothing of a case. */
export interface UnitHealth {
  readonly lastCaseAt: Instant | null
  /** When the oldest case came that nobody has verified yet. */
  readonly unseenSince: Instant | null
  readonly openCases: number
  readonly overdueCases: number
  readonly undeliveredCases: number
  /** Channels that failed repeatedly and are paused. */
  readonly channelsDown: readonly NoticeChannel[]
}

export interface HealthOffice extends Office {
  readonly channelsDown: (tenant: TenantId) => readonly NoticeChannel[]
}

/** No case is opened. */
export async function unitHealth(
  { complaints, channelsDown, now }: HealthOffice,
  tenant: TenantId,
): Promise<UnitHealth> {
  const [counts, overdueCases, undeliveredCases, lastCaseAt, unseenSince] = await Promise.all([
    complaints.counts(tenant),
    complaints.countOverdue(tenant, now(), null, []),
    complaints.countUndelivered(tenant),
    complaints.newestAt(tenant),
    complaints.oldestAt(tenant, 'received'),
  ])
  const openCases = counts.reduce((sum, { status, cases }) => sum + (isOpen(status) ? cases : 0), 0)
  return { lastCaseAt, unseenSince, openCases, overdueCases, undeliveredCases, channelsDown: channelsDown(tenant) }
}

const isOpen = (status: Status): boolean => isOneOf(openStatuses, status)

export interface TaskState {
  readonly name: string
  readonly everyMilliseconds: number
  /** Only the process on duty runs it. */
  readonly isForOne: boolean
  readonly last: { readonly endedAt: Instant; readonly milliseconds: number; readonly hasFailed: boolean } | null
  readonly lastFailure: { readonly at: Instant; readonly fault: string } | null
  readonly nextAt: Instant | null
}

export interface TaskBook {
  plan(task: Pick<TaskState, 'name' | 'everyMilliseconds' | 'isForOne'>): void
  /** @param fault the kind of error, never its message, which may quote somebody; `null` if it succeeded */
  recordEnd(name: string, milliseconds: number, fault: string | null): void
  list(): readonly TaskState[]
}

export function createTaskBook(now: Clock): TaskBook {
  const tasks = new Map<string, TaskState>()
  return {
    plan: (task) => void tasks.set(task.name, { ...task, last: null, lastFailure: null, nextAt: null }),
    recordEnd(name, milliseconds, fault) {
      const task = tasks.get(name)
      if (!task) return
      const at = now()
      tasks.set(name, {
        ...task,
        last: { endedAt: at, milliseconds, hasFailed: fault !== null },
        lastFailure: fault === null ? task.lastFailure : { at, fault },
        nextAt: plusMilliseconds(at, task.everyMilliseconds),
      })
    },
    list: () => [...tasks.values()].sort((one, other) => (one.name < other.name ? -1 : 1)),
  }
}

export interface OperatorLogPorts extends LogOffice {
  readonly staff: Pick<StaffDirectory, 'operators'>
}

export interface OperatorLogQuery {
  readonly by?: string | undefined
  readonly act?: LoggedAct | undefined
  readonly cursor?: string | undefined
}

export interface OperatorLogPage extends Page<LogEntry> {
  readonly operators: readonly { readonly id: string; readonly name: string }[]
  /** It is set on the first page only. */
  readonly chain: { readonly entries: number; readonly faults: number } | null
}

const PAGE = 50

/**
 * The newest comes first. There are some thousand entries a year: filters scan all, and the whole chain is verified.
 */
export async function readOperatorLog(
  ports: OperatorLogPorts,
  { by, act, cursor }: OperatorLogQuery,
): Promise<OperatorLogPage> {
  const isAskedFor = (line: LogEntry) => (!by || line.by === by) && (!act || line.act === act)
  const [page, operators, chain] = await Promise.all([
    pageWithoutHoles(
      { limit: PAGE, ...(cursor && { after: cursor }) },
      (paging) => ports.accessLog.find(PLATFORM_UNIT, { index: 'place', order: 'descending', ...paging }),
      isAskedFor,
    ),
    ports.staff.operators(),
    cursor ? null : verifyLog(ports, PLATFORM_UNIT, () => {}),
  ])
  return {
    ...page,
    operators: operators.map(({ id, name }) => ({ id, name })),
    chain: chain && { entries: chain.entries, faults: chain.faults.length },
  }
}
