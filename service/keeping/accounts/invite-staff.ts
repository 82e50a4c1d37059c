import { awaitsStaff, unheldDuties } from '../../offices/duties/duties.ts'
import { type NamedRole, tellOfMember, tellOfRole } from '../../offices/inbox/telling.ts'
import { standardQuotas } from '../../offices/quotas.ts'
import { isAccepted, type Membership, type UnitRole } from '../../offices/staff/account.ts'
import { dropLink, mailOutcome, postAccountMail } from '../../offices/staff/account-mail.ts'
import type { AccountOffice } from '../../offices/staff/account-office.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { addMember, type Invited, type Inviter, limitsHeld, type NewMember } from '../../offices/staff/add-member.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { decidePlace, grantRules, type PlaceChange, placeIn, ruleOfUnitRole } from '../../offices/staff/grant-rules.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { rolesInLog, unitRolesOf } from '../../offices/staff/posts.ts'
import type { Language, Role } from '../../offices/vocabulary.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ApprovalOffice } from '../approvals/approval.ts'
import { askAboutPerson, concernedPerson } from '../approvals/ask-about-person.ts'
import type { ReminderStore } from '../reminders/reminder-store.ts'
import type { UnsentStore } from '../unsent/unsent-store.ts'
import { placeInUnit, refuseUnlessAdminLeft, wantedRoles } from './unit-roles.ts'

/** An office that invites, moves and parts from members. */
export interface MemberOffice extends AccountOffice, ApprovalOffice {
  readonly unsent: UnsentStore
  readonly reminders: ReminderStore
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

/** Changing the roles of a member needs no room. */
async function refuseUnlessRoom({ staff, tenants }: MemberOffice, unit: TenantId, email: string): Promise<void> {
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
  { staff, tenants }: MemberOffice,
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
  office: MemberOffice,
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
  const account = asked.length + unitAsked.length > 0 ? await office.staff.account(membership.id) : null
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
    await askAboutPerson(office, by.tenant, asker, { act: 'grant-custody', person, reason })
  }
}

/** Alerts everybody who must know at once, and notifies the person of their roles. */
export async function alertOfChange(
  office: MemberOffice,
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
  if (formerName !== null || moved) await tellOfMember(office, tenant, membership.name, formerName, by.id)
  const importantOf = (roles: readonly Role[], unitRoles: readonly UnitRole[]): readonly NamedRole[] => [
    ...roles.filter((role) => grantRules[role].isTold).map((role) => ({ role })),
    ...unitRoles.filter((role) => ruleOfUnitRole(role).isTold).map(({ name }) => ({ unitRole: name })),
  ]
  const announced = [
    ...importantOf(granted, unitGranted).map((role) => ({ role, kind: 'role_granted', mail: 'role-granted' }) as const),
    ...importantOf(taken, unitTaken).map((role) => ({ role, kind: 'role_taken', mail: 'role-taken' }) as const),
  ]
  for (const { role, kind, mail } of announced) {
    await tellOfRole(office, tenant, kind, { name: membership.name, role, by: by.id })
    if (!isAccepted(membership) || !(await office.mailLeaves(tenant))) continue
    const posted = {
      ...{ kind: mail, account: membership.id, unit: tenant, language: by.language, by: null },
      ...role,
    } as const
    await postAccountMail(office, posted)
  }
}

/** Before a unit can do its work, its first people are those whom its admin invites. */
async function inviterOf(
  { staff, tenants }: MemberOffice,
  { id, name, tenant }: StaffMember,
  language: Language,
): Promise<Inviter> {
  const unit = await tenants.get(tenant)
  const setsUp = awaitsStaff(unit, unheldDuties(await staff.members(tenant), unit.settings))
  return { id, name, language, setsUp }
}

async function recordRename(
  { record }: MemberOffice,
  { tenant, id }: Pick<StaffMember, 'tenant' | 'id'>,
  subject: string,
  { formerName }: Pick<PlaceChange, 'formerName'>,
): Promise<void> {
  if (formerName !== null) await record(tenant, { by: id, act: 'staff.renamed', subject, detail: null })
}

/**
 * Inviting a member again changes their roles; what is left out stays as it is, and so do the days on which they are
 * away.
 */
export async function inviteStaff(
  office: MemberOffice,
  by: StaffMember,
  member: NewMember,
  { language, reason }: InviteOptions,
): Promise<Placed> {
  requirePermission(by, 'staff.manage')
  await refuseUnlessRoom(office, by.tenant, member.email)
  requireFreshConfirmation(by, office.now())
  const known = await office.staff.accountByEmail(member.email)
  const before = known && (await office.staff.membership(by.tenant, known.id))
  const { limits = before?.limits ?? {}, reportsTo = before?.reportsTo ?? null } = member
  const { unitRoles = before ? placeIn(before).unitRoles : [] } = member
  const wanted = { ...member, limits, reportsTo, unitRoles }
  const made = await refuseUnlessPlaced(office, by.tenant, wanted, known?.id)
  if (before) await refuseUnlessAdminLeft(office, by.tenant, { ...before, ...wantedRoles(wanted, made, office.now()) })
  const change = decidePlace(before && placeIn(before), wantedPlaceOf(wanted), known?.id === by.id, made)
  if (before) await refuseUnlessAdminLeft(office, by.tenant, placeInUnit(before, change, made, office.now()))
  const invited = await addMember(
    office,
    by.tenant,
    { ...member, ...change.now },
    await inviterOf(office, by, language),
  )
  const { membership } = invited
  await office.record(by.tenant, {
    by: by.id,
    act: 'staff.invited',
    subject: membership.id,
    detail: rolesInLog({ ...membership, madeRoles: made }),
  })
  await recordRename(office, by, membership.id, change)
  await askForSecondPerson(office, by, membership, { change, wanted, reason })
  await alertOfChange(office, membership, change, { id: by.id, language })
  return { ...invited, asked: change.asked, unitAsked: change.unitAsked }
}

/** Makes a new link for somebody who has not accepted yet, and the old one becomes void. */
export async function inviteAgain(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  { language }: InviteOptions,
): Promise<Placed> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  const member = await office.staff.membership(by.tenant, id)
  if (!member || isAccepted(member)) throw new Refusal('not-found', 'staff/unknown')
  const invited = await addMember(office, by.tenant, member, await inviterOf(office, by, language))
  const detail = rolesInLog(member)
  await office.record(by.tenant, { by: by.id, act: 'staff.invited', subject: invited.membership.id, detail })
  return { ...invited, asked: [], unitAsked: [] }
}

export async function changeStaff(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  change: NewPlace,
  { language, reason }: InviteOptions,
): Promise<Changed> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  const member = await office.staff.membership(by.tenant, id)
  if (!member) throw new Refusal('not-found', 'staff/unknown')
  const {
    limits = member.limits ?? {},
    unitRoles = placeIn(member).unitRoles,
    reportsTo = member.reportsTo ?? null,
  } = change
  const wanted = { ...change, limits, unitRoles, reportsTo }
  const made = await refuseUnlessPlaced(office, by.tenant, wanted, id)
  await refuseUnlessAdminLeft(office, by.tenant, { ...member, ...wantedRoles(wanted, made, office.now()) })
  const decided = decidePlace(placeIn(member), wantedPlaceOf(wanted), id === by.id, made)
  const placed = placeInUnit(member, decided, made, office.now(), id === by.id)
  await refuseUnlessAdminLeft(office, by.tenant, placed)
  await office.record(by.tenant, { by: by.id, act: 'staff.changed', subject: id, detail: rolesInLog(placed) })
  await recordRename(office, by, id, decided)
  const membership = await office.staff.saveMembership(placed)
  await askForSecondPerson(office, by, membership, { change: decided, wanted, reason })
  await alertOfChange(office, membership, decided, { id: by.id, language })
  return { membership, asked: decided.asked, unitAsked: decided.unitAsked }
}

export async function removeStaff(
  office: MemberOffice,
  by: StaffMember,
  id: string,
  { language }: InviteOptions,
): Promise<void> {
  requirePermission(by, 'staff.manage')
  requireFreshConfirmation(by, office.now())
  await refuseUnlessAdminLeft(office, by.tenant, { id, roles: [], unitRoles: [] })
  const member = await office.staff.membership(by.tenant, id)
  if (!member || !(await office.staff.removeMembership(by.tenant, id))) throw new Refusal('not-found', 'staff/unknown')
  if (member.invitation?.link) await dropLink(office, member.invitation.link)
  await office.inboxes.remove(by.tenant, id)
  await office.unsent.dropOfPerson({ tenant: by.tenant, by: id })
  await office.reminders.dropOfPerson({ tenant: by.tenant, by: id })
  await office.record(by.tenant, { by: by.id, act: 'staff.removed', subject: id, detail: null })
  await alertOfChange(office, member, { taken: member.roles, unitTaken: unitRolesOf(member) }, { id: by.id, language })
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
  office: MemberOffice,
  { id, invitation }: Membership,
): Promise<InvitationState | null> {
  if (!invitation) return null
  const { staff } = office
  const [account, elsewhere] = [await staff.account(id), await staff.membershipsOf(id)]
  const mail = invitation.mail === null ? null : ((await mailOutcome(office, invitation.mail)) ?? 'failed')
  const known = account && isInUse(account)
  return {
    at: invitation.at,
    by: invitation.by.name,
    mail,
    account: known ? { name: account.name, since: account.since ?? null, otherUnits: elsewhere.length } : null,
  }
}
