import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { NoticeChannel, Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'

/** How a unit fares, for who runs the service: numbers and dates, nothing of a case. */
export interface UnitHealth {
  readonly lastCaseAt: Instant | null
  /** The oldest case that nobody has verified yet came then. */
  readonly unseenSince: Instant | null
  readonly openCases: number
  /** Of those, cases a date of which has passed. */
  readonly overdueCases: number
  /** Cases with a notice that no channel delivered. */
  readonly undeliveredCases: number
  /** Channels that failed again and again and rest. */
  readonly channelsDown: readonly NoticeChannel[]
}

export interface UnitHealthPorts {
  readonly complaints: ComplaintStore
  readonly channelsDown: (tenant: TenantId) => readonly NoticeChannel[]
  readonly now: () => Instant
}

/** Counted without opening a case. */
export async function unitHealth(
  { complaints, channelsDown, now }: UnitHealthPorts,
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

const isOpen = (status: Status): boolean => (openStatuses as readonly Status[]).includes(status)
