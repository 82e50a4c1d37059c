import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { LoggedAct } from '../../offices/act-vocabulary.ts'
import type { LogEntry } from '../../offices/log/access-log.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Collection } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { Traces } from './incident.ts'
import type { IncidentFacts } from './wording/facts.ts'

interface TracePorts {
  readonly accessLog: Collection<LogEntry>
  readonly complaints: ComplaintStore
  readonly now: () => Instant
}

const PAGE = 500
const lists: ReadonlySet<LoggedAct> = new Set<LoggedAct>(['register.read', 'register.exported'])

export async function traceAccounts(
  { accessLog, complaints, now }: TracePorts,
  tenant: TenantId,
  { accounts, beganAt, endedAt }: Pick<IncidentFacts, 'accounts' | 'beganAt' | 'endedAt'>,
): Promise<Traces> {
  const actsOn = new Map<string, Set<LoggedAct>>()
  let listsRead = 0
  for (const { id } of accounts) {
    for await (const { act, subject } of linesOf(accessLog, tenant, id, beganAt, endedAt ?? now())) {
      if (lists.has(act)) listsRead += 1
      else if (subject) actsOn.set(subject, (actsOn.get(subject) ?? new Set()).add(act))
    }
  }
  const cases: Traces['cases'][number][] = []
  for (const [number, acts] of actsOn) {
    // An entry may concern something else, such as a colleague or a request for approval.
    if (await complaints.find(tenant, number)) cases.push({ number, acts: [...acts] })
  }
  return { cases, lists: listsRead }
}

async function* linesOf(accessLog: Collection<LogEntry>, tenant: TenantId, by: string, from: Instant, to: Instant) {
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof accessLog.find>> = await accessLog.find(tenant, {
      index: 'by',
      where: { by },
      range: { from, to },
      limit: PAGE,
      ...(after && { after }),
    })
    yield* page.items
    after = page.nextCursor
  } while (after)
}
