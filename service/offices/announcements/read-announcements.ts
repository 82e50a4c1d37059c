import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import type { Account } from '../staff/account.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { StaffDirectory } from '../staff/staff-directory.ts'
import { type Announcement, isFor } from './announcement.ts'

export interface ReadAnnouncementPorts {
  readonly announcements: Collection<Announcement>
  readonly staff: StaffDirectory
  readonly now: Clock
}

const MOST_AT_ONCE = 100

/** The gravest comes first; those that the person dismissed are left out. */
export async function announcementsFor(
  { announcements, staff, now }: ReadAnnouncementPorts,
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

/** Expired dismissals are removed at the same time. @throws Refusal `announcement/unknown` */
export async function putAnnouncementAway(
  { announcements, staff, now }: ReadAnnouncementPorts,
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
