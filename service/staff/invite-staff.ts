import type { InboxStore } from '../alerts/inbox-store.ts'
import type { Role } from '../complaints/vocabulary.ts'
import { standardQuotas } from '../quotas/quota.ts'
import type { RecordAccess } from '../records/record-access.ts'
import { plusMilliseconds } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { TenantDirectory } from '../tenants/tenant-directory.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Account, Membership } from './account.ts'
import { requireFreshConfirmation } from './confirm-session.ts'
import { type RoleLimits, requirePermission } from './permissions.ts'
import { INVITATION_LASTS, type SignedIn, type SignInPorts, startSession } from './sign-in.ts'
import type { StaffId, StaffMember } from './staff-member.ts'

export interface InviteStaffPorts extends SignInPorts {
  readonly newId: () => string
}

/** Managing staff leaves its line in the unit's log. */
export interface ManageStaffPorts extends InviteStaffPorts {
  readonly record: RecordAccess
  readonly tenants: TenantDirectory
}

/** What goes with somebody who leaves. */
export interface LeavingPorts {
  readonly inboxes: InboxStore
}

export interface NewMember {
  readonly name: string
  readonly position: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly limits?: RoleLimits | undefined
  readonly reportsTo?: string | null | undefined
}

export interface Invited {
  readonly membership: Membership
  /** The one-time token; `null` when the person has an account, or an invitation to one, from elsewhere already. */
  readonly token: string | null
}

/**
 * @returns the account that the address has, if any
 * @throws Refusal `staff/is-operator` for the address of somebody who runs the service: they read no complaint
 */
export async function refuseOperator({ staff }: Pick<InviteStaffPorts, 'staff'>, email: string) {
  const known = await staff.accountByEmail(email)
  if (known?.operator) throw new Refusal('conflict', 'staff/is-operator')
  return known
}

/**
 * Gives a person roles in a unit and, if they are new here, a one-time token for a password of their own.
 * @throws Refusal `staff/is-operator`
 */
export async function addMember(ports: InviteStaffPorts, tenant: TenantId, member: NewMember): Promise<Invited> {
  const { name, position, email, roles, limits = {}, reportsTo = null } = member
  const known = await refuseOperator(ports, email)
  // Whoever sets the password has all that the account reaches, so only who invited it first gets a link.
  const { account, token } =
    known && (await isInvitedElsewhere(ports, known, tenant))
      ? { account: known, token: null }
      : await invitedAccount(ports, { name, email, operator: false })
  const membership = await ports.staff.saveMembership({
    tenant,
    id: account.id,
    name,
    email,
    position,
    roles,
    limits: limitsHeld(roles, limits),
    reportsTo,
  })
  return { membership, token }
}

async function isInvitedElsewhere({ staff }: InviteStaffPorts, { id }: Account, here: TenantId) {
  return (await staff.membershipsOf(id)).some(({ tenant }) => tenant !== here)
}

/** An account with an open invitation, unless the person has accepted one before. */
export async function invitedAccount(
  { staff, now, newId, newSecret, hashSecret }: InviteStaffPorts,
  person: Pick<Account, 'name' | 'email' | 'operator'>,
): Promise<{ account: Account; token: string | null }> {
  const token = newSecret()
  const invitation = { tokenHash: hashSecret(token), expiresAt: plusMilliseconds(now(), INVITATION_LASTS) }
  const account = await staff.accountFor({ id: newId(), ...person, passwordHash: null, invitation })
  if (account.passwordHash) return { account, token: null }
  if (account.invitation?.tokenHash === invitation.tokenHash) return { account, token }
  return { account: await staff.replaceAccount({ ...account, invitation }), token }
}

/** Changing the roles of who is there already takes no room. @throws Refusal `quota/members` */
async function refuseUnlessRoom({ staff, tenants }: ManageStaffPorts, unit: TenantId, email: string): Promise<void> {
  const [members, { quotas }] = await Promise.all([staff.members(unit), tenants.get(unit)])
  const limit = quotas?.members ?? standardQuotas.members
  if (members.length >= limit && !members.some((one) => one.email === email)) {
    throw new Refusal('conflict', 'quota/members', { limit })
  }
}

/** A limit of a role that somebody does not hold says nothing. */
const limitsHeld = (roles: readonly Role[], limits: RoleLimits): RoleLimits =>
  Object.fromEntries(Object.entries(limits).filter(([role]) => roles.includes(role as Role)))

/** @throws Refusal `category/unknown` for a limit to a category that the unit lacks, `staff/unknown` for a superior who is none */
async function refuseUnlessPlaced(
  { staff, tenants }: ManageStaffPorts,
  tenant: TenantId,
  { limits = {}, reportsTo }: Pick<NewMember, 'limits' | 'reportsTo'>,
  self: string | undefined,
): Promise<void> {
  const { settings } = await tenants.get(tenant)
  const known = new Set(settings.categories.map(({ code }) => code))
  if (
    !Object.values(limits)
      .flat()
      .every((category) => known.has(category))
  ) {
    throw new Refusal('invalid', 'category/unknown', {}, [{ path: 'limits', code: 'unknown' }])
  }
  if (reportsTo && (reportsTo === self || !(await staff.membership(tenant, reportsTo)))) {
    throw new Refusal('invalid', 'staff/unknown', {}, [{ path: 'reportsTo', code: 'unknown' }])
  }
}

/**
 * Inviting a member once more changes their roles.
 * @throws Refusal `staff/not-permitted`, `quota/members`, `session/confirmation-needed`, `staff/last-admin`, `staff/is-operator`
 */
export async function inviteStaff(ports: ManageStaffPorts, by: StaffMember, member: NewMember): Promise<Invited> {
  requirePermission(by, 'staff.manage')
  await refuseUnlessRoom(ports, by.tenant, member.email)
  requireFreshConfirmation(by, ports.now())
  const known = await ports.staff.accountByEmail(member.email)
  if (known && !member.roles.includes('tenant_admin')) await refuseIfLastAdmin(ports, by, known.id)
  await refuseUnlessPlaced(ports, by.tenant, member, known?.id)
  const invited = await addMember(ports, by.tenant, member)
  const { id, roles } = invited.membership
  await ports.record(by.tenant, { by: by.id, act: 'staff.invited', subject: id, detail: roles.join(' ') })
  return invited
}

/** @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/last-admin` */
export async function changeStaff(
  ports: ManageStaffPorts,
  by: StaffMember,
  id: string,
  change: Omit<NewMember, 'email'>,
): Promise<Membership> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  const member = await ports.staff.membership(by.tenant, id)
  if (!member) throw new Refusal('not-found', 'staff/unknown')
  if (!change.roles.includes('tenant_admin')) await refuseIfLastAdmin(ports, by, id)
  const { name, position, roles, limits = member.limits ?? {}, reportsTo = member.reportsTo ?? null } = change
  await refuseUnlessPlaced(ports, by.tenant, change, id)
  await ports.record(by.tenant, { by: by.id, act: 'staff.changed', subject: id, detail: roles.join(' ') })
  return ports.staff.saveMembership({ ...member, name, position, roles, limits: limitsHeld(roles, limits), reportsTo })
}

/** @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/last-admin` */
export async function removeStaff(ports: ManageStaffPorts & LeavingPorts, by: StaffMember, id: string): Promise<void> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  await refuseIfLastAdmin(ports, by, id)
  if (!(await ports.staff.removeMembership(by.tenant, id))) throw new Refusal('not-found', 'staff/unknown')
  await ports.inboxes.remove(by.tenant, id as StaffId)
  await ports.record(by.tenant, { by: by.id, act: 'staff.removed', subject: id, detail: null })
}

async function refuseIfLastAdmin({ staff }: InviteStaffPorts, { tenant }: StaffMember, id: string): Promise<void> {
  const admins = (await staff.members(tenant)).filter(({ roles }) => roles.includes('tenant_admin'))
  if (admins.length === 1 && admins[0]?.id === id) throw new Refusal('conflict', 'staff/last-admin')
}

/** @throws Refusal `invitation/unknown` for a token that is unknown, used or over */
export async function acceptInvitation(
  ports: InviteStaffPorts,
  { token, password, device }: { readonly token: string; readonly password: string; readonly device: string | null },
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, now, hashSecret } = ports
  const account = await staff.accountByInvitation(hashSecret(token))
  if (!account?.invitation || account.invitation.expiresAt <= now())
    throw new Refusal('not-found', 'invitation/unknown')
  const passwordHash = await passwords.hash(password)
  const accepted = await staff.replaceAccount({ ...account, passwordHash, invitation: null })
  return startSession(ports, accepted, { device, secondFactor: false })
}
