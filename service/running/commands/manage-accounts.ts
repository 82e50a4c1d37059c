import { parseArgs } from 'node:util'
import { inviteStaff as inviteSchema } from '../../contract/account.ts'
import { openTenant as openSchema } from '../../contract/installation.ts'
import { alertOfChange } from '../../keeping/accounts/invite-staff.ts'
import { makeResetLink } from '../../keeping/accounts/reset-account.ts'
import { mayDecide } from '../../keeping/approvals/approvals.ts'
import { askAboutPerson, concernedPerson } from '../../keeping/approvals/ask-about-person.ts'
import { membersOf, tellOfRole } from '../../offices/inbox/telling.ts'
import { newTenantSettings, openTenant } from '../../offices/managing/tenants.ts'
import type { Membership } from '../../offices/staff/account.ts'
import { addMember, heldSince, type NewMember, refuseOperator } from '../../offices/staff/add-member.ts'
import { decidePlace, placeIn } from '../../offices/staff/grant-rules.ts'
import { rolesInLog } from '../../offices/staff/posts.ts'
import type { Role } from '../../offices/vocabulary.ts'
import type { Ports } from '../ports.ts'

const text = { type: 'string' } as const

const operator = { id: null, name: 'Pengelola layanan', language: 'id' } as const

/** `open-tenant`: opens a tenant and invites its first admin. */
export async function openTenantCommand(ports: Ports, parameters: string[]): Promise<string> {
  const options = { name: text, 'short-name': text, prefix: text, 'admin-name': text, 'admin-email': text }
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const { slug, admin, ...named } = openSchema.parse({
    slug: positionals[0],
    name: values.name,
    shortName: values['short-name'],
    numberPrefix: values.prefix,
    admin: { name: values['admin-name'], email: values['admin-email'] },
  })
  await refuseOperator(ports, admin.email)
  const tenant = await openTenant(ports, slug, newTenantSettings(named))
  const first = { ...admin, position: 'Admin unit', roles: ['tenant_admin'] } as const
  const { token } = await addMember(ports, tenant.id, first, operator)
  return withLink(`Opened ${tenant.id}.`, ports, token)
}

/**
 * `add-staff`: invites somebody. The role of custodian waits for a second person of the tenant, unless it has none.
 */
export async function addStaffCommand(ports: Ports, parameters: string[]): Promise<string> {
  const options = { name: text, position: text, email: text, roles: text }
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const { reason: _, ...member } = inviteSchema.parse({ ...values, roles: values.roles?.split(',') })
  const tenant = (await ports.tenants.get(positionals[0] ?? '')).id
  const known = await ports.staff.accountByEmail(member.email)
  const before = known && (await ports.staff.membership(tenant, known.id))
  const { name, position } = member
  const wanted = {
    name,
    position,
    roles: member.roles,
    limits: member.limits ?? {},
    unitRoles: before ? placeIn(before).unitRoles : [],
    reportsTo: member.reportsTo ?? null,
  }
  const change = decidePlace(before && placeIn(before), wanted, false, before?.madeRoles)
  const { membership, token } = await addMember(ports, tenant, { ...member, ...change.now }, operator)
  const waiting = await askUnit(ports, membership, change.asked, member)
  await ports.record(tenant, {
    by: 'system',
    act: 'staff.invited',
    subject: membership.id,
    detail: rolesInLog(membership),
  })
  if (change.formerName !== null) {
    await ports.record(tenant, { by: 'system', act: 'staff.renamed', subject: membership.id, detail: null })
  }
  await alertOfChange(ports, membership, change, operator)
  const invited = token !== null || membership.invitation
  const sentence = `${member.email} ${invited ? 'is invited to' : 'now works for'} ${tenant}.`
  return withLink(
    waiting ? `${sentence}\nThe role of custodian waits for the yes of the unit.` : sentence,
    ports,
    token,
  )
}

/** @returns whether a request waits for the tenant; if nobody there can agree, this command is the second person */
async function askUnit(
  ports: Ports,
  membership: Membership,
  asked: readonly Role[],
  { limits = {} }: NewMember,
): Promise<boolean> {
  const account = asked.length > 0 ? await ports.staff.account(membership.id) : null
  if (!account) return false
  const tenant = membership.tenant
  for (const role of asked) {
    const what = { role, limits: limits[role] ?? null, factor: null, countsElsewhere: false }
    const person = concernedPerson(membership, account, what)
    const asker = { id: 'system', actor: { kind: 'system' } } as const
    const request = { act: 'grant-custody', person, reason: 'aduan add-staff' } as const
    const approval = await askAboutPerson(ports, tenant, asker, request)
    const members = await membersOf(ports, tenant)
    if (members.some((one) => mayDecide(approval, one, ports.now()))) continue
    // The person must accept the invitation, so two people are needed all the same.
    const roles = [...membership.roles, role]
    const since = heldSince(membership, roles, ports.now())
    await ports.staff.saveMembership({ ...membership, roles, heldSince: since })
    await tellOfRole(ports, tenant, 'role_granted', { name: membership.name, role: { role }, by: null })
    await ports.approvals.change(tenant, approval.id, (one) => ({ ...one, usedAt: ports.now() }))
    return false
  }
  return true
}

/** `reset-sign-in`: lets somebody back in. It takes two people: one has this machine, the other the mailbox. */
export async function resetSignInCommand(ports: Ports, parameters: string[]): Promise<string> {
  const options = { 'second-factor': { type: 'boolean' } } as const
  const { values, positionals } = parseArgs({ args: parameters, options, allowPositionals: true })
  const account = await ports.staff.accountByEmail(positionals[0] ?? '')
  if (!account) throw new Error(`There is no account ${positionals[0] ?? ''}.`)
  const factor = values['second-factor'] ? 'second-factor' : 'password'
  const asker = { by: 'system', byName: operator.name, language: operator.language }
  const token = await makeResetLink(ports, account, factor, { ...asker, byHand: account.operator })
  if (token === null) return `A one-time link is mailed to ${account.email} while the service runs.\n`
  return `One-time link for ${account.email}, good for 30 minutes: ${ports.links.reset(token)}\n`
}

const withLink = (sentence: string, { links }: Ports, token: string | null): string =>
  token
    ? `${sentence}\nOne-time link: ${links.invitation(token)}\n`
    : `${sentence}\nNo link is shown: it is mailed while the service runs, or not needed.\n`
