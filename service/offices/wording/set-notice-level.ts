import { Refusal } from '../../shared/refusal.ts'
import type { DisclosureLevel, NoticeChannel } from '../notice-vocabulary.ts'
import { requireFreshConfirmation } from '../staff/account-security.ts'
import { requirePermission, type StaffMember } from '../staff/permissions.ts'
import { reaches } from './places.ts'
import { levelsOf, listWording, type UnitWording, type WordingOffice } from './read-wording.ts'

/** Raising a level needs a fresh confirmation; lowering it holds at once, also for texts that reveal more. */
export async function setNoticeLevel(
  office: WordingOffice,
  staff: StaffMember,
  { channel, level }: { readonly channel: NoticeChannel; readonly level: DisclosureLevel },
): Promise<UnitWording> {
  requirePermission(staff, 'tenant.configure')
  const { tenants, record, now } = office
  const tenant = await tenants.get(staff.tenant)
  const levels = levelsOf(tenant)
  if (levels[channel] === level) return listWording(office, staff)
  if (!reaches(levels[channel], level)) requireFreshConfirmation(staff, now())
  await record(staff.tenant, { by: staff.id, act: 'wording.level_changed', subject: channel, detail: level })
  const saved = await tenants.replace({ ...tenant, noticeLevels: { ...levels, [channel]: level } })
  if (!saved) throw new Refusal('conflict', 'tenant/changed-meanwhile')
  return listWording(office, staff)
}
