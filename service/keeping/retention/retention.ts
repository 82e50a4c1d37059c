import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import { writeOnCase } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import type { Office } from '../../case/office/office.ts'
import { type Retention, type RetentionRules, type Shreddable, weighRetention } from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { waitingFor } from '../../case/store/kept-complaint.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { fewestYears } from '../../offices/tenants/retention-schedule.ts'
import { DAY, type Instant, instantOf, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Query } from '../../storage/collection.ts'

/** Sets or lifts a hold, which keeps a case from being destroyed. Only staff read the reason. */
export function setHold(complaint: Complaint, held: boolean, because: string, by: Actor, moment: Moment): Complaint {
  if (held === (complaint.heldSince !== null)) throw new Refusal('conflict', 'retention/hold-unchanged')
  const { at } = moment
  return applyDecision(
    complaint,
    moment,
    { heldSince: held ? at : null, dossier: { hold: held ? { at, by, reason: because } : null } },
    { event: held ? 'held' : 'hold_lifted', by, text: because, public: false },
  )
}

export interface HoldRequest {
  readonly number: string
  readonly revision: number
  readonly held: boolean
  readonly because: string
  readonly leakReason?: string | undefined
}

/** Sets or lifts a legal hold in any status. */
export async function holdCase(office: Office, staff: StaffMember, request: HoldRequest): Promise<Complaint> {
  const { number, revision, held, because } = request
  const changed = await writeOnCase(
    office,
    staff,
    ['retention.manage'],
    request,
    [because],
    (complaint, by, moment) => {
      if (complaint.revision !== revision) throw new Refusal('conflict', 'case/changed-meanwhile')
      return setHold(complaint, held, because, by, moment)
    },
  )
  const act = held ? 'hold.set' : 'hold.lifted'
  await office.record(staff.tenant, { by: staff.id, act, subject: number, detail: null })
  return changed
}

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

export async function listRetention(office: Office, staff: StaffMember): Promise<DueForRetention> {
  requirePermission(staff, 'retention.manage')
  await office.record(staff.tenant, { by: staff.id, act: 'retention.read', subject: null, detail: null })
  const { settings } = await office.tenants.get(staff.tenant)
  const records: DueCase[] = []
  for (const category of await categoriesOf(office, staff)) {
    const years = fewestYears(settings.retention, category)
    if (years === null || records.length >= MOST) continue
    const query = { index: 'ended', where: { category }, range: { to: yearsBefore(office.now(), years) } } as const
    records.push(...(await dueAmong('record', office, staff, query, settings, MOST - records.length)))
  }
  const { identityYears } = settings.retention
  const ended = { index: 'identityEnded', range: { to: yearsBefore(office.now(), identityYears ?? 0) } } as const
  const identities = identityYears === null ? [] : await dueAmong('identity', office, staff, ended, settings, MOST)
  return { records, identities, held: await heldCases(office, staff) }
}

/** Categories that the settings no longer contain are included. */
async function categoriesOf(office: Office, staff: StaffMember): Promise<readonly string[]> {
  const counts = await office.complaints.counts(staff.tenant)
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
  office: Office,
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
      (paging) => office.complaints.list(staff.tenant, { ...query, order: 'ascending', ...paging }),
    )
    for (const complaint of page.items) {
      const retention = weighRetention(what, complaint, rules, office.now())
      if (typeof retention === 'string' || !mayOn(staff, 'retention.manage', complaint)) continue
      if (due.length < most) due.push({ complaint, retention })
    }
    after = page.nextCursor
  } while (after && due.length < most)
  return due
}

async function heldCases(office: Office, staff: StaffMember): Promise<readonly Complaint[]> {
  const { items } = await readVisiblePage(staff, { limit: MOST }, (paging) =>
    office.complaints.list(staff.tenant, { ...waitingFor('heldSince'), order: 'ascending', ...paging }),
  )
  return items.filter((complaint) => mayOn(staff, 'retention.manage', complaint))
}
