import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { openStatuses } from '../../case/store/complaint-tallies.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
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

export interface UnitHealthPorts {
  readonly complaints: ComplaintStore
  readonly channelsDown: (tenant: TenantId) => readonly NoticeChannel[]
  readonly now: () => Instant
}

/** No case is opened. */
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

const isOpen = (status: Status): boolean => isOneOf(openStatuses, status)
