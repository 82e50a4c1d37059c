import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { pause } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/place.ts'
import { type NamingTexts, namingTextsOf, newTexts, whoIsMeant } from '../candidates.ts'
import { askedAbout, bothOf, planGuard, type Whom, whomOf } from '../guard.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { Moment } from '../shape/history.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import { momentOf } from './case-actions.ts'
import { askWhoIsMeant } from './guarding.ts'

type Directory = Pick<StaffDirectory, 'members' | 'marksOf'>

const isEmpty = ({ who, story }: NamingTexts): boolean => [...who, ...story].every((text) => text.trim() === '')

/**
 * Keeps a case from those whom its new words may mean, with the same write and until somebody decides, also where an
 * earlier decision was that they are not meant.
 */
export async function askWhomWordsMean(
  directory: Directory,
  before: Complaint,
  after: Complaint,
  moment: Moment,
): Promise<Complaint> {
  const texts = newTexts(namingTextsOf(before), namingTextsOf(after))
  if (isEmpty(texts)) return after
  return keepFrom(directory, after, askedAbout(whoIsMeant(texts, await directory.members(after.tenant))), moment)
}

/** The same for staff who are new here or have another name or position, and all words of a case. */
export async function askAboutStaff(
  directory: Directory,
  complaint: Complaint,
  changed: readonly Membership[],
  moment: Moment,
): Promise<Complaint> {
  const texts = namingTextsOf(complaint)
  // Alone they are found wherever they are found among others, and most cases name none of them.
  const alone = whoIsMeant(texts, changed)
  if (askedAbout(alone).length === 0) return complaint
  const members = await directory.members(complaint.tenant)
  const isAsked = ({ id, name, position }: Membership) =>
    changed.some((one) => one.id === id) &&
    !complaint.dossier.notMeant.some((one) => one.id === id && one.name === name && one.position === position)
  const asked = new Set<string>(members.filter(isAsked).map(({ id }) => id))
  const found = askedAbout(whoIsMeant(texts, members)).filter(({ id }) => asked.has(id))
  return keepFrom(directory, complaint, found, moment)
}

async function keepFrom(
  directory: Directory,
  complaint: Complaint,
  found: Whom['candidates'],
  moment: Moment,
): Promise<Complaint> {
  const known = whomOf(complaint)
  const candidates = found.filter(
    ({ id }) => !known.concerned.includes(id) && known.candidates.every((one) => one.id !== id),
  )
  if (complaint.destroyed || candidates.length === 0) return complaint
  const both = bothOf(known, { concerned: [], candidates, chosen: [] })
  return askWhoIsMeant(complaint, await planGuard(directory, complaint.tenant, both, complaint.category), moment)
}

const OPENED_AT_ONCE = 50

/**
 * Requests that come together do not search the same cases. Tasks read the cases at their own pace, through another
 * store, so the directory is what all of them share.
 */
const running = new WeakMap<StaffDirectory, Map<TenantId, Turn>>()

interface Turn {
  readonly over: Promise<void>
  /** How many cases were looked at. */
  looked: number
}

/**
 * Looks through all cases of a tenant for those that may mean somebody who is new here, or has another name or
 * position, and keeps them from that person until somebody decides. It opens each case, so it takes half a minute for a
 * hundred thousand. It can be killed at any time and start anew.
 */
export const matchNewStaff = (office: Office, tenant: TenantId): Promise<void> => turnOf(office, tenant).over

function turnOf(office: Office, tenant: TenantId): Turn {
  const units = running.get(office.staff) ?? new Map<TenantId, Turn>()
  running.set(office.staff, units)
  const known = units.get(tenant)
  if (known) return known
  const seen = { looked: 0 }
  const turn: Turn = Object.assign(seen, { over: match(office, tenant, seen).finally(() => units.delete(tenant)) })
  units.set(tenant, turn)
  return turn
}

async function match(office: Office, tenant: TenantId, seen: { looked: number }): Promise<void> {
  const changed = (await office.staff.members(tenant)).filter(({ isUnmatched }) => isUnmatched)
  if (changed.length === 0) return
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<ComplaintStore['list']>> = await office.complaints.list(
      tenant,
      { index: 'received', limit: OPENED_AT_ONCE, ...(after && { after }) },
      // Nobody reads a case that cannot be opened.
      () => {},
    )
    for (const complaint of page.items) await askIn(office, complaint, changed)
    seen.looked += page.items.length
    after = page.nextCursor
    // Requests are answered meanwhile.
    if (after) await pause(0)
  } while (after)
  for (const one of changed) await office.staff.markMatched(one)
}

async function askIn(office: Office, found: Complaint, changed: readonly Membership[]): Promise<void> {
  if (found.destroyed) return
  const { tenant, id: number } = found
  const moment = await momentOf(office, tenant)
  if ((await askAboutStaff(office.staff, found, changed, moment)) === found) return
  await office.complaints.change(tenant, number, (complaint) => askAboutStaff(office.staff, complaint, changed, moment))
  await office.record(tenant, { by: 'system', act: 'guard.set', subject: number, detail: 'asked' })
}

/** @returns in how many tenants somebody was new */
export async function matchAllNewStaff(office: Office): Promise<number> {
  const tenants = new Set((await office.staff.unmatched()).map(({ tenant }) => tenant))
  for (const tenant of tenants) await matchNewStaff(office, tenant)
  return tenants.size
}

/**
 * Waits until the cases are searched, but not long.
 * @returns how much of them is, as a percentage; 100 only once all are
 */
export async function waitForMatch(office: Office, tenant: TenantId, milliseconds: number): Promise<number> {
  const turn = turnOf(office, tenant)
  const done = turn.over.then(() => true)
  // What is not done in time goes on, and a fault of it is the task's to report.
  done.catch(() => {})
  if (await Promise.race([done, pause(milliseconds).then(() => false)])) return 100
  const all = (await office.complaints.counts(tenant)).reduce((sum, { cases }) => sum + cases, 0)
  return Math.min(99, Math.floor((100 * turn.looked) / Math.max(1, all)))
}
