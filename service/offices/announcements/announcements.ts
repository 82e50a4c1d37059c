import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Account } from '../staff/account.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/sessions.ts'
import type { StaffOffice } from '../staff/staff-office.ts'
import type { Translated } from '../translated.ts'

export const announcementLevels = ['notice', 'warning', 'urgent'] as const
export type AnnouncementLevel = (typeof announcementLevels)[number]

/** The operator writes it to staff. */
export interface Announcement extends Kept {
  readonly text: Translated
  readonly level: AnnouncementLevel
  readonly from: Instant
  readonly until: Instant
  /** `null` addresses the staff of all tenants. */
  readonly units: readonly string[] | null
  readonly madeAt: Instant
  readonly madeBy: StaffId
}

export const announcementSpec: CollectionSpec<Announcement> = {
  name: 'announcements',
  keys: { madeAt: ({ madeAt }) => madeAt, until: ({ until }) => until },
  indexes: { made: { on: ['madeAt'] }, until: { on: ['until'] } },
}

type Shown = Pick<Announcement, 'from' | 'until' | 'units'>

export const isFor = ({ from, until, units }: Shown, ofUnits: readonly string[], now: Instant): boolean =>
  from <= now && now < until && (units === null ? ofUnits.length > 0 : ofUnits.some((unit) => units.includes(unit)))

const MOST_LISTED = 100

export interface AnnouncementOffice extends StaffOffice {
  readonly announcements: Collection<Announcement>
}

export const listAnnouncements = async ({ announcements }: AnnouncementOffice): Promise<readonly Announcement[]> =>
  (await announcements.find(PLATFORM_UNIT, { index: 'made', order: 'descending', limit: MOST_LISTED })).items

/** @throws Refusal `tenant/unknown`, `announcement/over` if it would end before anybody reads it */
export async function announce(
  { announcements, tenants, record, now, newId }: AnnouncementOffice,
  { account }: SignedIn,
  asked: Pick<Announcement, 'text' | 'level' | 'from' | 'until' | 'units'>,
): Promise<void> {
  const at = now()
  if (asked.until <= at || asked.until <= asked.from) throw over()
  for (const unit of asked.units ?? []) await tenants.get(unit)
  const id = newId()
  await record(PLATFORM_UNIT, { by: account.id, act: 'announcement.made', subject: id, detail: asked.level })
  await announcements.insert({ tenant: PLATFORM_UNIT, id, ...asked, madeAt: at, madeBy: account.id as StaffId })
}

export async function endAnnouncement(
  { announcements, record, now }: AnnouncementOffice,
  { account }: SignedIn,
  id: string,
): Promise<void> {
  const known = await announcements.get(PLATFORM_UNIT, id)
  if (!known) throw new Refusal('not-found', 'announcement/unknown')
  if (known.until <= now()) throw over()
  await record(PLATFORM_UNIT, { by: account.id, act: 'announcement.ended', subject: id, detail: null })
  // A lost race is no problem: ending is the only change, so the other one ended it too.
  await announcements.replace({ ...known, until: now() })
}

const over = () => new Refusal('conflict', 'announcement/over')

const MOST_AT_ONCE = 100

/** The gravest comes first; those that the person dismissed are left out. */
export async function announcementsFor(
  { announcements, staff, now }: AnnouncementOffice,
  { account }: SignedIn,
): Promise<readonly Announcement[]> {
  const at = now()
  const { items } = await announcements.find(PLATFORM_UNIT, {
    index: 'until',
    range: { from: at },
    limit: MOST_AT_ONCE,
  })
  if (items.length === 0) return []
  const units = (await staff.membershipsOf(account.id)).map(({ tenant }) => tenant)
  const putAway = new Set(account.announcementsPutAway)
  return items.filter((one) => isFor(one, units, at) && !putAway.has(one.id)).sort(gravestFirst)
}

const weight = { urgent: 2, warning: 1, notice: 0 } as const satisfies Record<Announcement['level'], number>

const gravestFirst = (one: Announcement, other: Announcement): number =>
  weight[other.level] - weight[one.level] || (one.from < other.from ? 1 : -1)

/** Expired dismissals are removed at the same time. */
export async function putAnnouncementAway(
  { announcements, staff, now }: AnnouncementOffice,
  { account }: SignedIn,
  id: string,
): Promise<Account> {
  const at = now()
  const { items } = await announcements.find(PLATFORM_UNIT, {
    index: 'until',
    range: { from: at },
    limit: MOST_AT_ONCE,
  })
  const running = new Set(items.map((one) => one.id))
  if (!running.has(id)) throw new Refusal('not-found', 'announcement/unknown')
  const before = account.announcementsPutAway ?? []
  const announcementsPutAway = [...new Set([...before, id])].filter((one) => running.has(one))
  return staff.replaceAccount({ ...account, announcementsPutAway })
}
