import { membersOf } from '../../offices/inbox/telling.ts'
import { isAccepted, type Membership, type UnitRole } from '../../offices/staff/account.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { heldSince, limitsHeld } from '../../offices/staff/add-member.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { givenWith, rolesInLog } from '../../offices/staff/posts.ts'
import type { SignedIn } from '../../offices/staff/sessions.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { BEFORE_ALL } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { type Approval, type ConcernedPerson, decideApproval, stateOf, useApproval } from '../approvals/approval.ts'
import { type ApprovalDecision, decideOnApproval, isAboutPerson, mayDecide } from '../approvals/approvals.ts'
import { alertOfChange, type MemberOffice } from './invite-staff.ts'
import { makeResetLink } from './reset-account.ts'

/** The person of a request, as long as they are who they were when it was made. */
async function requireUnchangedPerson(
  { staff }: MemberOffice,
  tenant: TenantId,
  { id, era, unitRole }: ConcernedPerson,
) {
  const made = unitRole ? (await staff.unitRoles(tenant)).roles : []
  const [membership, account] = [await staff.membership(tenant, id), await staff.account(id)]
  const isGone = unitRole !== undefined && !made.some((role) => role.id === unitRole.id)
  if (!membership || !account || (account.era ?? 0) !== era || isGone) throw new Refusal('conflict', 'approval/lapsed')
  return { membership, account }
}

/** Gives a role that a second person approved. */
async function grant(
  office: MemberOffice,
  membership: Membership,
  { role, unitRole, limits }: ConcernedPerson,
  by: { readonly id: string; readonly language: Language },
): Promise<void> {
  if (unitRole) return grantUnitRole(office, membership, { unitRole, limits }, by)
  if (!role) return
  const isNew = !membership.roles.includes(role)
  const roles = isNew ? [...membership.roles, role] : membership.roles
  const { [role]: _, ...others } = membership.limits ?? {}
  const held = limitsHeld(roles, { ...others, ...(limits && { [role]: limits }) })
  const since = heldSince(membership, roles, office.now())
  const tenant = membership.tenant
  await office.record(tenant, {
    by: by.id,
    act: 'staff.changed',
    subject: membership.id,
    detail: rolesInLog({ ...membership, roles }),
  })
  const saved = await office.staff.saveMembership({ ...membership, roles, limits: held, heldSince: since })
  await alertOfChange(office, saved, { granted: [role] }, by)
}

/** They get what the second person read; what was put into the role after that counts as a change of a held role does. */
async function grantUnitRole(
  office: MemberOffice,
  membership: Membership,
  { unitRole: asked, limits: categories }: { readonly unitRole: UnitRole; readonly limits: readonly string[] | null },
  by: { readonly id: string; readonly language: Language },
): Promise<void> {
  const { tenant, id, unitRoles = [] } = membership
  const { roles: made } = await office.staff.unitRoles(tenant)
  const held = { id: asked.id, categories, since: office.now(), given: givenWith(asked) }
  const changed = {
    ...membership,
    unitRoles: [...unitRoles.filter((one) => one.id !== asked.id), held],
    madeRoles: made,
  }
  await office.record(tenant, { by: by.id, act: 'staff.changed', subject: id, detail: rolesInLog(changed) })
  await alertOfChange(office, await office.staff.saveMembership(changed), { unitGranted: [asked] }, by)
}

async function carryOut(
  office: MemberOffice,
  approval: Approval,
  by: { readonly id: string; readonly name: string; readonly language: Language },
): Promise<Approval> {
  const { tenant, id, act, asker, decision, content } = approval
  if (!content.person || !decision?.granted) return approval
  const { membership, account } = await requireUnchangedPerson(office, tenant, content.person)
  const use = () => office.approvals.change(tenant, id, (one) => useApproval(one, act, asker, office.now()))
  if (act === 'grant-custody') {
    const used = await use()
    await grant(office, membership, content.person, by)
    return used
  }
  const { factor } = content.person
  if (!factor || !(await office.mailLeaves(tenant))) return approval
  const used = await use()
  await makeResetLink(office, account, factor, { by: by.id, byName: by.name, language: by.language })
  return used
}

export async function decideOnRequest(
  office: MemberOffice,
  staff: StaffMember,
  decision: ApprovalDecision,
  language: Language,
): Promise<Approval> {
  const asked = await office.approvals.get(staff.tenant, decision.id).catch(() => null)
  if (decision.granted && asked?.content.person)
    await requireUnchangedPerson(office, staff.tenant, asked.content.person)
  const decided = await decideOnApproval(office, staff, decision)
  return carryOut(office, decided, { id: staff.id, name: staff.name, language })
}

/** Lists requests about staff that nobody of the tenant can decide on; the operator is their second person. */
export async function requestsForOperator(office: MemberOffice): Promise<readonly Approval[]> {
  const found: Approval[] = []
  for (const { id: tenant } of await office.tenants.list()) {
    const recent = await office.approvals.list(tenant, BEFORE_ALL, 100)
    const waiting = recent.filter((one) => isAboutPerson(one.act) && stateOf(one, office.now()) === 'waiting')
    for (const one of waiting) if (await isForOperator(office, one)) found.push(one)
  }
  return found
}

async function isForOperator(office: MemberOffice, approval: Approval): Promise<boolean> {
  const { person } = approval.content
  if (!person) return false
  if (person.countsElsewhere) return true
  const members = await membersOf(office, approval.tenant)
  return !members.some((member) => mayDecide(approval, member, office.now()))
}

/** The operator decides where the tenant has no second person. */
export async function decideAsOperator(
  office: MemberOffice,
  { account, session }: SignedIn,
  { tenant: slug, id, ...decision }: ApprovalDecision & { readonly tenant: string },
  language: Language,
): Promise<Approval> {
  requireFreshConfirmation(session, office.now())
  const { id: tenant } = (await office.tenants.find(slug)) ?? {}
  const asked = tenant && (await office.approvals.get(tenant, id))
  if (!tenant || !asked?.content.person) throw new Refusal('not-found', 'approval/unknown')
  if (!(await isForOperator(office, asked))) throw new Refusal('forbidden', 'approval/unit-decides')
  if (decision.granted) await requireUnchangedPerson(office, tenant, asked.content.person)
  const by = account.id as StaffId
  const actor = { kind: 'staff', id: by, name: account.name, position: '' } as const
  const decided = await office.approvals.change(tenant, id, (one) =>
    decideApproval(one, decision, { id: by, actor, custodian: false }, { at: office.now() }),
  )
  const detail = decision.granted ? 'granted' : 'refused'
  await office.record(tenant, { by: by, act: 'approval.decided', subject: id, detail })
  return carryOut(office, decided, { id: by, name: account.name, language })
}

/** Uses an approved reset where mail is not sent: the requester passes the link on. @returns the one-time token */
export async function takeResetLink(
  office: MemberOffice,
  staff: StaffMember,
  id: string,
  language: Language,
): Promise<string | null> {
  requirePermission(staff, 'staff.manage')
  requireFreshConfirmation(staff, office.now())
  const approval = await office.approvals.get(staff.tenant, id)
  const { person } = approval.content
  if (!person?.factor) throw new Refusal('not-found', 'approval/unknown')
  const { account, membership } = await requireUnchangedPerson(office, staff.tenant, person)
  if (!isAccepted(membership)) throw new Refusal('conflict', 'approval/lapsed')
  await office.approvals.change(staff.tenant, id, (one) => useApproval(one, 'reset-account', staff.id, office.now()))
  await office.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: 'reset-account' })
  return makeResetLink(office, account, person.factor, { by: staff.id, byName: staff.name, language })
}
