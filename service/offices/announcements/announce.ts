import type { Clock } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import type { RecordAccess } from '../log/record-access.ts'
import { PLATFORM_UNIT } from '../staff/second-factor.ts'
import type { SignedIn } from '../staff/signed-in.ts'
import type { StaffId } from '../staff-id.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { Announcement } from './announcement.ts'

export interface AnnouncePorts {
  readonly announcements: Collection<Announcement>
  readonly tenants: TenantDirectory
  readonly record: RecordAccess
  readonly now: Clock
  readonly newId: () => string
}

const MOST_LISTED = 100

export const listAnnouncements = async ({ announcements }: AnnouncePorts): Promise<readonly Announcement[]> =>
  (await announcements.find(PLATFORM_UNIT, { index: 'made', order: 'descending', limit: MOST_LISTED })).items

/** @throws Refusal `tenant/unknown`, `announcement/over` if it would end before anybody reads it */
export async function announce(
  { announcements, tenants, record, now, newId }: AnnouncePorts,
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

/** @throws Refusal `announcement/unknown`, `announcement/over` */
export async function endAnnouncement(
  { announcements, record, now }: AnnouncePorts,
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
