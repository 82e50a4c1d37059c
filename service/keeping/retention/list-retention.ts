import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { waitingFor } from '../../case/store/shared-queries.ts'
import { type Retention, type RetentionRules, type Shreddable, weighRetention } from '../../case/weigh-retention.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { fewestYears } from '../../offices/tenants/retention-schedule.ts'
import { DAY, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import type { Query } from '../../storage/collection.ts'

const MOST = 200
const AT_ONCE = 100

export interface DueCase {
  readonly complaint: Complaint
  readonly retention: Retention
}

export interface DueForRetention {
  readonly records: readonly DueCase[]
  readonly identities: readonly DueCase[]
  readonly held: readonly Complaint[]
}

export async function listRetention(ports: CaseActionPorts, staff: StaffMember): Promise<DueForRetention> {
  requirePermission(staff, 'retention.manage')
  await ports.record(staff.tenant, { by: staff.id, act: 'retention.read', subject: null, detail: null })
  const { settings } = await ports.tenants.get(staff.tenant)
  const records: DueCase[] = []
  for (const category of await categoriesOf(ports, staff)) {
    const years = fewestYears(settings.retention, category)
    if (years === null || records.length >= MOST) continue
    const query = { index: 'ended', where: { category }, range: { to: yearsBefore(ports.now(), years) } } as const
    records.push(...(await dueAmong('record', ports, staff, query, settings, MOST - records.length)))
  }
  const { identityYears } = settings.retention
  const ended = { index: 'identityEnded', range: { to: yearsBefore(ports.now(), identityYears ?? 0) } } as const
  const identities = identityYears === null ? [] : await dueAmong('identity', ports, staff, ended, settings, MOST)
  return { records, identities, held: await heldCases(ports, staff) }
}

/** Categories that the settings no longer contain are included. */
async function categoriesOf(ports: CaseActionPorts, staff: StaffMember): Promise<readonly string[]> {
  const counts = await ports.complaints.counts(staff.tenant)
  return [...new Set(counts.map(({ category }) => category))].sort()
}

// Two days more than the years have cover every time zone; each case is then checked by its exact day.
function yearsBefore(now: Instant, years: number): Instant {
  const date = new Date(now)
  date.setUTCFullYear(date.getUTCFullYear() - years)
  return plusMilliseconds(instantOf(date), 2 * DAY)
}

async function dueAmong(
  what: Shreddable,
  ports: CaseActionPorts,
  staff: StaffMember,
  query: Omit<Query, 'limit' | 'after'>,
  rules: RetentionRules,
  most: number,
): Promise<DueCase[]> {
  const due: DueCase[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof readVisiblePage>> = await readVisiblePage(
      staff,
      { limit: AT_ONCE, after: after ?? undefined },
      (paging) => ports.complaints.list(staff.tenant, { ...query, order: 'ascending', ...paging }),
    )
    for (const complaint of page.items) {
      const retention = weighRetention(what, complaint, rules, ports.now())
      if (typeof retention === 'string' || !mayOn(staff, 'retention.manage', complaint)) continue
      if (due.length < most) due.push({ complaint, retention })
    }
    after = page.nextCursor
  } while (after && due.length < most)
  return due
}

async function heldCases(ports: CaseActionPorts, staff: StaffMember): Promise<readonly Complaint[]> {
  const { items } = await readVisiblePage(staff, { limit: MOST }, (paging) =>
    ports.complaints.list(staff.tenant, { ...waitingFor('heldSince'), order: 'ascending', ...paging }),
  )
  return items.filter((complaint) => mayOn(staff, 'retention.manage', complaint))
}
