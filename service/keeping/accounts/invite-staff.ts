import type { InboxStore } from '../../offices/inbox/inbox-store.ts'
import { type RoleTellPorts, tellOfMember, tellOfRole } from '../../offices/inbox/tell-of-roles.ts'
import type { RecordAccess } from '../../offices/log/record-access.ts'
import { formerNames, isAccepted, type Membership } from '../../offices/staff/account.ts'
import { dropLink } from '../../offices/staff/account-link.ts'
import { mailOutcome, postAccountMail } from '../../offices/staff/account-mail.ts'
import {
  addMember,
  heldSince,
  type Invited,
  type InviteStaffPorts,
  limitsHeld,
  type NewMember,
} from '../../offices/staff/add-member.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { requireFreshConfirmation } from '../../offices/staff/confirm-session.ts'
import { decidePlace, grantRules, type PlaceChange, placeIn } from '../../offices/staff/grant-rules.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { standardQuotas } from '../../offices/tenants/quota.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Language, Role } from '../../offices/vocabulary.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { askAboutPerson, concernedPerson, type PersonRequestPorts } from '../approvals/ask-about-person.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { UnsentStore } from '../unsent/unsent-store.ts'

export interface ManageStaffPorts extends InviteStaffPorts, PersonRequestPorts, RoleTellPorts {
  readonly now: InviteStaffPorts['now']
  readonly newId: () => string
  readonly staff: InviteStaffPorts['staff']
  readonly record: RecordAccess
  readonly tenants: TenantDirectory
}

export interface LeavingPorts {
  readonly inboxes: InboxStore
  readonly unsent: Pick<UnsentStore, 'dropOfPerson'>
  readonly reminders: Pick<ReminderStore, 'dropOfPerson'>
}

export interface InviteOptions {
  readonly language: Language
  readonly reason?: string | undefined
}

export interface Placed extends Invited {
  readonly asked: readonly Role[]
}

/**
 * Changing the roles of a member needs no room.
 * @throws Refusal `quota/members`
 */
async function refuseUnlessRoom({ staff, tenants }: ManageStaffPorts, unit: TenantId, email: string): Promise<void> {
  const [members, { quotas }] = await Promise.all([staff.members(unit), tenants.get(unit)])
  const limit = quotas?.members ?? standardQuotas.members
  if (members.length >= limit && !members.some((one) => one.email === email)) {
    throw new Refusal('conflict', 'quota/members', { limit })
  }
}

/**
 * @throws Refusal `category/unknown` for a limit to a category that the tenant lacks, `staff/unknown` for a superior
 * who is not a member
 */
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

const wantedPlaceOf = ({ name, position, roles, limits = {}, reportsTo = null }: Omit<NewMember, 'email'>) => ({
  name,
  position,
  roles,
  limits: limitsHeld(roles, limits),
  reportsTo,
})

async function askForSecondPerson(
  ports: ManageStaffPorts,
  by: StaffMember,
  membership: Membership,
  {
    asked,
    wanted,
    reason = '',
  }: Pick<PlaceChange, 'asked'> & { wanted: NewMember['limits']; reason?: string | undefined },
): Promise<void> {
  const account = asked.length > 0 ? await ports.staff.account(membership.id) : null
  if (!account) return
  const { id, name, position } = by
  for (const role of asked) {
    const what = { role, limits: wanted?.[role] ?? null, factor: null, countsElsewhere: false }
    const person = concernedPerson(membership, account, what)
    const asker = { id, actor: { kind: 'staff', id, name, position } } as const
    await askAboutPerson(ports, by.tenant, asker, { act: 'grant-custody', person, reason })
  }
}

/** Alerts everybody who must know at once, and notifies the person of their roles. */
export async function alertOfChange(
  ports: ManageStaffPorts,
  membership: Membership,
  { granted, taken, moved = false, formerName = null }: Pick<PlaceChange, 'granted' | 'taken'> & Partial<PlaceChange>,
  by: { readonly id: string | null; readonly language: Language },
): Promise<void> {
  const tenant = membership.tenant
  if (formerName !== null || moved) await tellOfMember(ports, tenant, membership.name, formerName, by.id)
  const announced = [
    ...granted.map((role) => ({ role, kind: 'role_granted', mail: 'role-granted' }) as const),
    ...taken.map((role) => ({ role, kind: 'role_taken', mail: 'role-taken' }) as const),
  ].filter(({ role }) => grantRules[role].isTold)
  for (const { role, kind, mail } of announced) {
    await tellOfRole(ports, tenant, kind, { name: membership.name, role, by: by.id })
    if (!isAccepted(membership) || !(await ports.mailLeaves(tenant))) continue
    const posted = { kind: mail, account: membership.id, unit: tenant, language: by.language, by: null, role } as const
    await postAccountMail(ports, posted)
  }
}

async function recordRename(
  { record }: Pick<ManageStaffPorts, 'record'>,
  { tenant, id }: Pick<StaffMember, 'tenant' | 'id'>,
  subject: string,
  { formerName }: Pick<PlaceChange, 'formerName'>,
): Promise<void> {
  if (formerName !== null) await record(tenant, { by: id, act: 'staff.renamed', subject, detail: null })
}

/**
 * Inviting a member again changes their roles.
 * @throws Refusal `staff/not-permitted`, `quota/members`, `session/confirmation-needed`, `staff/last-admin`,
 * `staff/is-operator`, `staff/own-role`, `staff/own-place`
 */
export async function inviteStaff(
  ports: ManageStaffPorts,
  by: StaffMember,
  member: NewMember,
  { language, reason }: InviteOptions,
): Promise<Placed> {
  requirePermission(by, 'staff.manage')
  await refuseUnlessRoom(ports, by.tenant, member.email)
  requireFreshConfirmation(by, ports.now())
  const known = await ports.staff.accountByEmail(member.email)
  if (known && !member.roles.includes('tenant_admin')) await refuseIfLastAdmin(ports, by, known.id)
  await refuseUnlessPlaced(ports, by.tenant, member, known?.id)
  const before = known && (await ports.staff.membership(by.tenant, known.id))
  const change = decidePlace(before && placeIn(before), wantedPlaceOf(member), known?.id === by.id)
  const invited = await addMember(
    ports,
    by.tenant,
    { ...member, ...change.now },
    { id: by.id, name: by.name, language },
  )
  const { membership } = invited
  await ports.record(by.tenant, {
    by: by.id,
    act: 'staff.invited',
    subject: membership.id,
    detail: change.now.roles.join(' '),
  })
  await recordRename(ports, by, membership.id, change)
  await askForSecondPerson(ports, by, membership, { asked: change.asked, wanted: member.limits, reason })
  await alertOfChange(ports, membership, change, { id: by.id, language })
  return { ...invited, asked: change.asked }
}

/**
 * Makes a new link for somebody who has not accepted yet, and the old one becomes void.
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`
 */
export async function inviteAgain(
  ports: ManageStaffPorts,
  by: StaffMember,
  id: string,
  { language }: InviteOptions,
): Promise<Placed> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  const member = await ports.staff.membership(by.tenant, id)
  if (!member || isAccepted(member)) throw new Refusal('not-found', 'staff/unknown')
  const invited = await addMember(ports, by.tenant, member, { id: by.id, name: by.name, language })
  const detail = member.roles.join(' ')
  await ports.record(by.tenant, { by: by.id, act: 'staff.invited', subject: invited.membership.id, detail })
  return { ...invited, asked: [] }
}

/**
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/last-admin`,
 * `staff/own-role`, `staff/own-place`
 */
export async function changeStaff(
  ports: ManageStaffPorts,
  by: StaffMember,
  id: string,
  change: Omit<NewMember, 'email'>,
  { language, reason }: InviteOptions,
): Promise<{ readonly membership: Membership; readonly asked: readonly Role[] }> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  const member = await ports.staff.membership(by.tenant, id)
  if (!member) throw new Refusal('not-found', 'staff/unknown')
  if (!change.roles.includes('tenant_admin')) await refuseIfLastAdmin(ports, by, id)
  const { limits = member.limits ?? {}, reportsTo = member.reportsTo ?? null } = change
  await refuseUnlessPlaced(ports, by.tenant, change, id)
  const decided = decidePlace(placeIn(member), wantedPlaceOf({ ...change, limits, reportsTo }), id === by.id)
  const place = {
    ...decided.now,
    formerNames: formerNames(decided.now.name, member, member.name),
    heldSince: heldSince(member, decided.now.roles, ports.now()),
  }
  await ports.record(by.tenant, { by: by.id, act: 'staff.changed', subject: id, detail: decided.now.roles.join(' ') })
  await recordRename(ports, by, id, decided)
  const membership = await ports.staff.saveMembership({ ...member, ...place })
  await askForSecondPerson(ports, by, membership, { asked: decided.asked, wanted: limits, reason })
  await alertOfChange(ports, membership, decided, { id: by.id, language })
  return { membership, asked: decided.asked }
}

/** @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/last-admin` */
export async function removeStaff(
  ports: ManageStaffPorts & LeavingPorts,
  by: StaffMember,
  id: string,
  { language }: InviteOptions,
): Promise<void> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  await refuseIfLastAdmin(ports, by, id)
  const member = await ports.staff.membership(by.tenant, id)
  if (!member || !(await ports.staff.removeMembership(by.tenant, id))) throw new Refusal('not-found', 'staff/unknown')
  if (member.invitation?.link) await dropLink(ports, member.invitation.link)
  await ports.inboxes.remove(by.tenant, id)
  await ports.unsent.dropOfPerson({ tenant: by.tenant, by: id })
  await ports.reminders.dropOfPerson({ tenant: by.tenant, by: id })
  await ports.record(by.tenant, { by: by.id, act: 'staff.removed', subject: id, detail: null })
  await alertOfChange(ports, member, { granted: [], taken: member.roles }, { id: by.id, language })
}

async function refuseIfLastAdmin({ staff }: InviteStaffPorts, { tenant }: StaffMember, id: string): Promise<void> {
  const admins = (await staff.members(tenant)).filter((one) => isAccepted(one) && one.roles.includes('tenant_admin'))
  if (admins.length === 1 && admins[0]?.id === id) throw new Refusal('conflict', 'staff/last-admin')
}

export interface InvitationState {
  readonly at: string
  readonly by: string
  readonly mail: 'waits' | 'sent' | 'failed' | null
  /** For an account in use it says whose it is and since when, but not for which other tenants. */
  readonly account: { readonly name: string; readonly since: string | null; readonly otherUnits: number } | null
}

/** @returns `null` for a membership that the person accepted */
export async function invitationState(
  { staff, accountMails }: Pick<ManageStaffPorts, 'staff' | 'accountMails'>,
  { id, invitation }: Membership,
): Promise<InvitationState | null> {
  if (!invitation) return null
  const [account, elsewhere] = [await staff.account(id), await staff.membershipsOf(id)]
  const mail = invitation.mail === null ? null : ((await mailOutcome({ accountMails }, invitation.mail)) ?? 'failed')
  const known = account && isInUse(account)
  return {
    at: invitation.at,
    by: invitation.by.name,
    mail,
    account: known ? { name: account.name, since: account.since ?? null, otherUnits: elsewhere.length } : null,
  }
}
