import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { type QuotasUsed, standardQuotas, type Tenant } from '../../offices/tenants/tenant.ts'
import { type Clock, HOUR, plusMilliseconds } from '../../shared/instant.ts'

export interface MeasurePorts {
  readonly complaints: Pick<ComplaintStore, 'tally' | 'count' | 'evidenceBytes'>
  readonly staff: StaffDirectory
  readonly now: Clock
}

const GIGABYTE = 1_000_000_000

/** No case is opened. The day is that of the tenant's time zone. */
export async function measureQuotas({ complaints, staff, now }: MeasurePorts, tenant: Tenant): Promise<QuotasUsed> {
  const id = tenant.id
  const limits = { ...standardQuotas, ...tenant.quotas }
  const at = now()
  const today = localDateOf(at, tenant.settings.calendar)
  const lastHour = { index: 'received', range: { from: plusMilliseconds(at, -HOUR) } }
  const [days, hour, bytes, members] = await Promise.all([
    complaints.tally(id, 'dayTally', { from: today, to: today }),
    complaints.count(id, lastHour, limits.filingsPerHour),
    complaints.evidenceBytes(id),
    staff.members(id),
  ])
  return {
    filingsPerHour: { limit: limits.filingsPerHour, used: Math.min(hour, limits.filingsPerHour) },
    filingsPerDay: { limit: limits.filingsPerDay, used: days.reduce((sum, { cases }) => sum + cases, 0) },
    evidenceGigabytes: { limit: limits.evidenceGigabytes, used: bytes / GIGABYTE },
    members: { limit: limits.members, used: members.length },
  }
}
