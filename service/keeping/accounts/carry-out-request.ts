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
import {
  type ApprovalDecision,
  type ApprovalPorts,
  decideOnApproval,
  isAboutPerson,
  mayDecide,
} from '../approvals/approvals.ts'
import { alertOfChange, type ManageStaffPorts } from './invite-staff.ts'
import { makeResetLink, type ResetPorts } from './reset-account.ts'

export type RequestPorts = ManageStaffPorts & ResetPorts & Pick<ApprovalPorts, 'approvals' | 'newId'>

/** The person of a request, as long as they are who they were when it was made. @throws Refusal `approval/lapsed` */
async function requireUnchangedPerson(
  { staff }: RequestPorts,
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
  ports: RequestPorts,
  membership: Membership,
  { role, unitRole, limits }: ConcernedPerson,
  by: { readonly id: string; readonly language: Language },
): Promise<void> {
  if (unitRole) return grantUnitRole(ports, membership, { unitRole, limits }, by)
  if (!role) return
  const isNew = !membership.roles.includes(role)
  const roles = isNew ? [...membership.roles, role] : membership.roles
  const { [role]: _, ...others } = membership.limits ?? {}
  const held = limitsHeld(roles, { ...others, ...(limits && { [role]: limits }) })
  const since = heldSince(membership, roles, ports.now())
  const tenant = membership.tenant
  await ports.record(tenant, {
    by: by.id,
    act: 'staff.changed',
    subject: membership.id,
    detail: rolesInLog({ ...membership, roles }),
  })
  const saved = await ports.staff.saveMembership({ ...membership, roles, limits: held, heldSince: since })
  await alertOfChange(ports, saved, { granted: [role] }, by)
}

/** They get what the second person read; what was put into the role after that counts as a change of a held role does. */
async function grantUnitRole(
  ports: RequestPorts,
  membership: Membership,
  { unitRole: asked, limits: categories }: { readonly unitRole: UnitRole; readonly limits: readonly string[] | null },
  by: { readonly id: string; readonly language: Language },
): Promise<void> {
  const { tenant, id, unitRoles = [] } = membership
  const { roles: made } = await ports.staff.unitRoles(tenant)
  const held = { id: asked.id, categories, since: ports.now(), given: givenWith(asked) }
  const changed = {
    ...membership,
    unitRoles: [...unitRoles.filter((one) => one.id !== asked.id), held],
    madeRoles: made,
  }
  await ports.record(tenant, { by: by.id, act: 'staff.changed', subject: id, detail: rolesInLog(changed) })
  await alertOfChange(ports, await ports.staff.saveMembership(changed), { unitGranted: [asked] }, by)
}

async function carryOut(
  ports: RequestPorts,
  approval: Approval,
  by: { readonly id: string; readonly name: string; readonly language: Language },
): Promise<Approval> {
  const { tenant, id, act, asker, decision, content } = approval
  if (!content.person || !decision?.granted) return approval
  const { membership, account } = await requireUnchangedPerson(ports, tenant, content.person)
  const use = () => ports.approvals.change(tenant, id, (one) => useApproval(one, act, asker, ports.now()))
  if (act === 'grant-custody') {
    const used = await use()
    await grant(ports, membership, content.person, by)
    return used
  }
  const { factor } = content.person
  if (!factor || !(await ports.mailLeaves(tenant))) return approval
  const used = await use()
  await makeResetLink(ports, account, factor, { by: by.id, byName: by.name, language: by.language })
  return used
}

export async function decideOnRequest(
  ports: RequestPorts & ApprovalPorts,
  staff: StaffMember,
  decision: ApprovalDecision,
  language: Language,
): Promise<Approval> {
  const asked = await ports.approvals.get(staff.tenant, decision.id).catch(() => null)
  if (decision.granted && asked?.content.person) await requireUnchangedPerson(ports, staff.tenant, asked.content.person)
  const decided = await decideOnApproval(ports, staff, decision)
  return carryOut(ports, decided, { id: staff.id, name: staff.name, language })
}

/** Lists requests about staff that nobody of the tenant can decide on; the operator is their second person. */
export async function requestsForOperator(ports: RequestPorts): Promise<readonly Approval[]> {
  const found: Approval[] = []
  for (const { id: tenant } of await ports.tenants.list()) {
    const recent = await ports.approvals.list(tenant, BEFORE_ALL, 100)
    const waiting = recent.filter((one) => isAboutPerson(one.act) && stateOf(one, ports.now()) === 'waiting')
    for (const one of waiting) if (await isForOperator(ports, one)) found.push(one)
  }
  return found
}

async function isForOperator(ports: RequestPorts, approval: Approval): Promise<boolean> {
  const { person } = approval.content
  if (!person) return false
  if (person.countsElsewhere) return true
  const members = await membersOf(ports, approval.tenant)
  return !members.some((member) => mayDecide(approval, member, ports.now()))
}

/**
 * The operator decides where the tenant has no second person.
 * @throws Refusal `session/confirmation-needed`, `approval/unknown`, `approval/unit-decides`, and those of
 * `decideApproval`
 */
export async function decideAsOperator(
  ports: RequestPorts,
  { account, session }: SignedIn,
  { tenant: slug, id, ...decision }: ApprovalDecision & { readonly tenant: string },
  language: Language,
): Promise<Approval> {
  requireFreshConfirmation(session, ports.now())
  const { id: tenant } = (await ports.tenants.find(slug)) ?? {}
  const asked = tenant && (await ports.approvals.get(tenant, id))
  if (!tenant || !asked?.content.person) throw new Refusal('not-found', 'approval/unknown')
  if (!(await isForOperator(ports, asked))) throw new Refusal('forbidden', 'approval/unit-decides')
  if (decision.granted) await requireUnchangedPerson(ports, tenant, asked.content.person)
  const by = account.id as StaffId
  const actor = { kind: 'staff', id: by, name: account.name, position: '' } as const
  const decided = await ports.approvals.change(tenant, id, (one) =>
    decideApproval(one, decision, { id: by, actor, custodian: false }, { at: ports.now() }),
  )
  const detail = decision.granted ? 'granted' : 'refused'
  await ports.record(tenant, { by: by, act: 'approval.decided', subject: id, detail })
  return carryOut(ports, decided, { id: by, name: account.name, language })
}

/**
 * Uses an approved reset where mail is not sent: the requester passes the link on.
 * @returns the one-time token
 * @throws Refusal `staff/not-permitted`, `session/confirmation-needed`, and those of `useApproval`
 */
export async function takeResetLink(
  ports: RequestPorts,
  staff: StaffMember,
  id: string,
  language: Language,
): Promise<string | null> {
  requirePermission(staff, 'staff.manage')
  requireFreshConfirmation(staff, ports.now())
  const approval = await ports.approvals.get(staff.tenant, id)
  const { person } = approval.content
  if (!person?.factor) throw new Refusal('not-found', 'approval/unknown')
  const { account, membership } = await requireUnchangedPerson(ports, staff.tenant, person)
  if (!isAccepted(membership)) throw new Refusal('conflict', 'approval/lapsed')
  await ports.approvals.change(staff.tenant, id, (one) => useApproval(one, 'reset-account', staff.id, ports.now()))
  await ports.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: 'reset-account' })
  return makeResetLink(ports, account, person.factor, { by: staff.id, byName: staff.name, language })
}
