import { notPermitted, type Permission } from './permissions.ts'
import type { StaffMember } from './staff-member.ts'

/** @throws Refusal `staff/not-permitted` */
export function requirePermission(staff: StaffMember, permission: Permission): void {
  if (!staff.permissions.has(permission)) throw notPermitted(permission)
}
