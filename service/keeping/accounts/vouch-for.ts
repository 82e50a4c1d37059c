import { isAccepted } from '../../offices/staff/account.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { mayVouchFor, requireVoucher, vouchedFor } from '../../offices/staff/vouching.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { MemberOffice } from './invite-staff.ts'

/** Says that one knows in person who has the account. From then on it reads cases as its roles say. */
export async function vouchFor(office: MemberOffice, by: StaffMember, id: string): Promise<void> {
  requireVoucher(by)
  requireFreshConfirmation(by, office.now())
  const member = await office.staff.membership(by.tenant, id)
  if (!member || !isAccepted(member)) throw new Refusal('not-found', 'staff/unknown')
  if (!member.isUnvouched) throw new Refusal('conflict', 'staff/vouched-already')
  const members = await office.staff.members(by.tenant)
  if (!mayVouchFor(by, member, members, office.now())) throw new Refusal('forbidden', 'staff/cannot-vouch')
  await office.record(by.tenant, { by: by.id, act: 'staff.vouched', subject: id, detail: null })
  await office.staff.saveMembership(vouchedFor(member, office.now()))
}
