import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { type Absence, isAccepted, type Membership } from './account.ts'
import { type Permission, requireAnyPermission, type StaffMember } from './permissions.ts'
import { isHead } from './posts.ts'

/** The head, a custodian or the Inspektorat, each in their own right. */
export const vouchers = [
  'cases.approve',
  'identity.open_confidential',
  'objections.decide',
] as const satisfies readonly Permission[]

const holds = ({ permissions, asDeputy }: StaffMember, wanted: readonly Permission[]): boolean =>
  wanted.some((permission) => permissions.has(permission) && !asDeputy?.has(permission))

/** So long somebody may have been made for a purpose by who invited them. */
export const SETTLED_AFTER = 7 * DAY

/** Returns who invited somebody, until others have known them for a week. */
function namedBy({ invitedBy = [], vouchedAt }: Partial<Membership>, now: Instant): readonly string[] {
  return vouchedAt && plusMilliseconds(vouchedAt, SETTLED_AFTER) <= now ? [] : invitedBy
}

/**
 * Tells whether somebody may say that they know in person whose account it is: neither who invited them, nor whom those
 * invited. Before the invitation is accepted nobody has the account yet.
 */
export function mayVouchFor(
  staff: StaffMember,
  member: Membership,
  members: readonly Membership[],
  now: Instant,
): boolean {
  const inviters = member.invitedBy ?? []
  const invitedBy = namedBy(members.find(({ id }) => id === staff.id) ?? {}, now)
  return (
    member.isUnvouched === true &&
    isAccepted(member) &&
    staff.isUnvouched !== true &&
    holds(staff, vouchers) &&
    [staff.id, ...invitedBy].every((id) => id !== member.id && !inviters.includes(id))
  )
}

/** @throws Refusal `staff/not-permitted` for a person who may vouch for nobody */
export const requireVoucher = (staff: StaffMember): void => requireAnyPermission(staff, vouchers)

/** The person who is away agrees to what somebody else entered, or a head. For a head it takes another one, or the Inspektorat. */
export function mayAgreeTo(staff: StaffMember, member: Membership, { deputy }: Pick<Absence, 'deputy'>): boolean {
  if (staff.id === member.id) return true
  return (
    deputy !== staff.id && holds(staff, isHead(member) ? ['cases.approve', 'objections.decide'] : ['cases.approve'])
  )
}

export function vouchedFor({ isUnvouched, ...member }: Membership, vouchedAt: Instant): Membership {
  return isUnvouched ? { ...member, vouchedAt } : member
}
