import type { InboxStore } from '../../offices/inbox/inbox.ts'
import { type NamedRole, type RoleTellPorts, tellOfMember, tellOfRole } from '../../offices/inbox/telling.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import { isAccepted, type Membership, type UnitRole } from '../../offices/staff/account.ts'
import { dropLink, mailOutcome, postAccountMail } from '../../offices/staff/account-mail.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import {
  addMember,
  type Invited,
  type InviteStaffPorts,
  limitsHeld,
  type NewMember,
} from '../../offices/staff/add-member.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { decidePlace, grantRules, type PlaceChange, placeIn, ruleOfUnitRole } from '../../offices/staff/grant-rules.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { rolesInLog, unitRolesOf } from '../../offices/staff/posts.ts'
import { standardQuotas } from '../../offices/tenants/tenant.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import type { Language, Role } from '../../offices/vocabulary.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import { askAboutPerson, concernedPerson, type PersonRequestPorts } from '../approvals/ask-about-person.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { UnsentStore } from '../unsent/unsent-store.ts'
import { placeInUnit, refuseUnlessAdminLeft, wantedRoles } from './unit-roles.ts'

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

/** Roles that wait for a second person. */
interface Waiting {
  readonly asked: readonly Role[]
  readonly unitAsked: readonly UnitRole[]
}

export interface Placed extends Invited, Waiting {}

export interface Changed extends Waiting {
  readonly membership: Membership
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
 * @returns the unit's own roles
 * @throws Refusal `category/unknown` for a limit to a category that the tenant lacks, `role/unknown`, `staff/unknown`
 * for a superior who is not a member
 */
async function refuseUnlessPlaced(
  { staff, tenants }: ManageStaffPorts,
  tenant: TenantId,
  { limits = {}, unitRoles = [], reportsTo }: Pick<NewMember, 'limits' | 'unitRoles' | 'reportsTo'>,
  self: string | undefined,
): Promise<readonly UnitRole[]> {
  const { settings } = await tenants.get(tenant)
  const known = new Set(settings.categories.map(({ code }) => code))
  if (
    ![...Object.values(limits), ...unitRoles.map(({ categories }) => categories ?? [])]
      .flat()
      .every((category) => known.has(category))
  ) {
    throw refuseField('category/unknown', 'limits', 'unknown')
  }
  if (reportsTo && (reportsTo === self || !(await staff.membership(tenant, reportsTo)))) {
    throw refuseField('staff/unknown', 'reportsTo', 'unknown')
  }
  const { roles: made } = await staff.unitRoles(tenant)
  if (!unitRoles.every(({ id }) => made.some((role) => role.id === id))) {
    throw refuseField('role/unknown', 'unitRoles', 'unknown')
  }
  return made
}

type NewPlace = Omit<NewMember, 'email'>

const wantedPlaceOf = ({ roles, limits = {}, unitRoles = [], reportsTo = null, ...named }: NewPlace) => ({
  ...{ name: named.name, position: named.position, roles, limits: limitsHeld(roles, limits), reportsTo },
  unitRoles,
})

async function askForSecondPerson(
  ports: ManageStaffPorts,
  by: StaffMember,
  membership: Membership,
  {
    change: { asked, unitAsked },
    wanted: { limits, unitRoles = [] },
    reason = '',
  }: {
    readonly change: Pick<PlaceChange, 'asked' | 'unitAsked'>
    readonly wanted: Pick<NewMember, 'limits' | 'unitRoles'>
    readonly reason?: string | undefined
  },
): Promise<void> {
  const account = asked.length + unitAsked.length > 0 ? await ports.staff.account(membership.id) : null
  if (!account) return
  const { id, name, position } = by
  const rest = { factor: null, countsElsewhere: false } as const
  const limitOf = (role: UnitRole) => unitRoles.find((one) => one.id === role.id)?.categories ?? null
  for (const what of [
    ...asked.map((role) => ({ ...rest, role, limits: limits?.[role] ?? null })),
    ...unitAsked.map((unitRole) => ({ ...rest, role: null, unitRole, limits: limitOf(unitRole) })),
  ]) {
    const person = concernedPerson(membership, account, what)
    const asker = { id, actor: { kind: 'staff', id, name, position } } as const
    await askAboutPerson(ports, by.tenant, asker, { act: 'grant-custody', person, reason })
  }
}

/** Alerts everybody who must know at once, and notifies the person of their roles. */
export async function alertOfChange(
  ports: ManageStaffPorts,
  membership: Membership,
  {
    granted = [],
    taken = [],
    unitGranted = [],
    unitTaken = [],
    moved = false,
    formerName = null,
  }: Partial<PlaceChange>,
  by: { readonly id: string | null; readonly language: Language },
): Promise<void> {
  const tenant = membership.tenant
  if (formerName !== null || moved) await tellOfMember(ports, tenant, membership.name, formerName, by.id)
  const importantOf = (roles: readonly Role[], unitRoles: readonly UnitRole[]): readonly NamedRole[] => [
    ...roles.filter((role) => grantRules[role].isTold).map((role) => ({ role })),
    ...unitRoles.filter((role) => ruleOfUnitRole(role).isTold).map(({ name }) => ({ unitRole: name })),
  ]
  const announced = [
    ...importantOf(granted, unitGranted).map((role) => ({ role, kind: 'role_granted', mail: 'role-granted' }) as const),
    ...importantOf(taken, unitTaken).map((role) => ({ role, kind: 'role_taken', mail: 'role-taken' }) as const),
  ]
  for (const { role, kind, mail } of announced) {
    await tellOfRole(ports, tenant, kind, { name: membership.name, role, by: by.id })
    if (!isAccepted(membership) || !(await ports.mailLeaves(tenant))) continue
    const posted = {
      ...{ kind: mail, account: membership.id, unit: tenant, language: by.language, by: null },
      ...role,
    } as const
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
 * Inviting a member again changes their roles; what is left out stays as it is, and so do the days on which they are away.
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
  const before = known && (await ports.staff.membership(by.tenant, known.id))
  const { limits = before?.limits ?? {}, reportsTo = before?.reportsTo ?? null } = member
  const { unitRoles = before ? placeIn(before).unitRoles : [] } = member
  const wanted = { ...member, limits, reportsTo, unitRoles }
  const made = await refuseUnlessPlaced(ports, by.tenant, wanted, known?.id)
  if (before) await refuseUnlessAdminLeft(ports, by.tenant, { ...before, ...wantedRoles(wanted, made, ports.now()) })
  const change = decidePlace(before && placeIn(before), wantedPlaceOf(wanted), known?.id === by.id, made)
  if (before) await refuseUnlessAdminLeft(ports, by.tenant, placeInUnit(before, change, made, ports.now()))
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
    detail: rolesInLog({ ...membership, madeRoles: made }),
  })
  await recordRename(ports, by, membership.id, change)
  await askForSecondPerson(ports, by, membership, { change, wanted, reason })
  await alertOfChange(ports, membership, change, { id: by.id, language })
  return { ...invited, asked: change.asked, unitAsked: change.unitAsked }
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
  const detail = rolesInLog(member)
  await ports.record(by.tenant, { by: by.id, act: 'staff.invited', subject: invited.membership.id, detail })
  return { ...invited, asked: [], unitAsked: [] }
}

/**
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, `staff/unknown`, `staff/last-admin`,
 * `staff/own-role`, `staff/own-place`
 */
export async function changeStaff(
  ports: ManageStaffPorts,
  by: StaffMember,
  id: string,
  change: NewPlace,
  { language, reason }: InviteOptions,
): Promise<Changed> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, ports.now())
  const member = await ports.staff.membership(by.tenant, id)
  if (!member) throw new Refusal('not-found', 'staff/unknown')
  const {
    limits = member.limits ?? {},
    unitRoles = placeIn(member).unitRoles,
    reportsTo = member.reportsTo ?? null,
  } = change
  const wanted = { ...change, limits, unitRoles, reportsTo }
  const made = await refuseUnlessPlaced(ports, by.tenant, wanted, id)
  await refuseUnlessAdminLeft(ports, by.tenant, { ...member, ...wantedRoles(wanted, made, ports.now()) })
  const decided = decidePlace(placeIn(member), wantedPlaceOf(wanted), id === by.id, made)
  const placed = placeInUnit(member, decided, made, ports.now(), id === by.id)
  await refuseUnlessAdminLeft(ports, by.tenant, placed)
  await ports.record(by.tenant, { by: by.id, act: 'staff.changed', subject: id, detail: rolesInLog(placed) })
  await recordRename(ports, by, id, decided)
  const membership = await ports.staff.saveMembership(placed)
  await askForSecondPerson(ports, by, membership, { change: decided, wanted, reason })
  await alertOfChange(ports, membership, decided, { id: by.id, language })
  return { membership, asked: decided.asked, unitAsked: decided.unitAsked }
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
  await refuseUnlessAdminLeft(ports, by.tenant, { id, roles: [], unitRoles: [] })
  const member = await ports.staff.membership(by.tenant, id)
  if (!member || !(await ports.staff.removeMembership(by.tenant, id))) throw new Refusal('not-found', 'staff/unknown')
  if (member.invitation?.link) await dropLink(ports, member.invitation.link)
  await ports.inboxes.remove(by.tenant, id)
  await ports.unsent.dropOfPerson({ tenant: by.tenant, by: id })
  await ports.reminders.dropOfPerson({ tenant: by.tenant, by: id })
  await ports.record(by.tenant, { by: by.id, act: 'staff.removed', subject: id, detail: null })
  await alertOfChange(ports, member, { taken: member.roles, unitTaken: unitRolesOf(member) }, { id: by.id, language })
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
