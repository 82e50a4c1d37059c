import { pageWithoutHoles } from '../../case/access/case-access.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import { type VerifyLogPorts, verifyLog } from '../../offices/log/log-verification.ts'
import { PLATFORM_UNIT } from '../../offices/staff/second-factor.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { Page } from '../../storage/collection.ts'

export interface OperatorLogPorts extends VerifyLogPorts {
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
