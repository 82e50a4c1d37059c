import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { concerning, planGuard } from '../guard.ts'
import type { ComplaintStore } from '../store/complaint-store.ts'
import { caseFor, sees } from './case-access.ts'
import { refuseUnlessMembers } from './guard-case.ts'

export interface GuardPreview {
  readonly keptFrom: readonly Membership[]
  readonly steward: Membership | null
  readonly isUnread: boolean
  readonly isVisible: boolean
}

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `staff/unknown` */
export async function previewGuard(
  ports: { readonly complaints: ComplaintStore; readonly staff: StaffDirectory },
  staff: StaffMember,
  number: string,
  ids: readonly string[],
): Promise<GuardPreview> {
  const { category } = await caseFor(ports, staff, 'cases.verify', number)
  await refuseUnlessMembers(ports.staff, staff, ids)
  const members = await ports.staff.members(staff.tenant)
  const { guard, keptFrom, isUnread } = await planGuard(ports.staff, staff.tenant, concerning(ids), category)
  return {
    keptFrom: members.filter(({ id }) => keptFrom.includes(id)),
    steward: members.find(({ id }) => id === guard?.steward) ?? null,
    isUnread,
    isVisible: sees(staff, { category, guard }),
  }
}
