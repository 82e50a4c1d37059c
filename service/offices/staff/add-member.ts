import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Language, Role } from '../vocabulary.ts'
import {
  type Account,
  formerNames,
  type HeldSince,
  isAccepted,
  type Membership,
  type OpenInvitation,
} from './account.ts'
import { dropLink, keepLink, postAccountMail } from './account-mail.ts'
import type { AccountOffice } from './account-office.ts'
import { beginAnew, isInUse } from './begin-anew.ts'
import type { WantedUnitRole } from './grant-rules.ts'
import type { RoleLimits } from './permissions.ts'
import { heldFrom } from './posts.ts'
import { INVITATION_LASTS } from './sessions.ts'

export interface NewMember {
  readonly name: string
  readonly position: string
  readonly email: string
  readonly roles: readonly Role[]
  readonly limits?: RoleLimits | undefined
  readonly unitRoles?: readonly WantedUnitRole[] | undefined
  readonly reportsTo?: string | null | undefined
}

/** `id` is `null` for the operator. */
export interface Inviter {
  readonly id: string | null
  readonly name: string
  readonly language: Language
  /** Nobody works in the unit yet, so nobody could vouch for its first members but who sets it up. */
  readonly setsUp?: boolean
}

/** Says who invited somebody, and whether their address is known to nobody else. */
function invitedHere(
  before: Membership | null,
  { id, setsUp = false }: Inviter,
): Pick<Membership, 'invitedBy' | 'isUnvouched' | 'vouchedAt'> {
  const { invitedBy, vouchedAt } = before ?? {}
  const known = { ...(invitedBy && { invitedBy }), ...(vouchedAt && { vouchedAt }) }
  if (id === null || setsUp || (before && !before.isUnvouched)) return known
  return { invitedBy: [...new Set([...(before?.invitedBy ?? []), id])], isUnvouched: true }
}

export interface Invited {
  readonly membership: Membership
  /** The one-time token is returned only if it could not be mailed, because its holder counts as the person. */
  readonly token: string | null
}

/**
 * @returns the account of the address, if any
 * @throws Refusal `staff/is-operator` for the address of an operator, because operators read no complaint
 */
export async function refuseOperator({ staff }: AccountOffice, email: string) {
  const known = await staff.accountByEmail(email)
  if (known?.operator) throw new Refusal('conflict', 'staff/is-operator')
  return known
}

export const limitsHeld = (roles: readonly Role[], limits: RoleLimits): RoleLimits =>
  Object.fromEntries(Object.entries(limits).filter(([role]) => roles.includes(role as Role)))

export function heldSince(
  before: Pick<Membership, 'roles' | 'heldSince'> | null,
  roles: readonly Role[],
  now: Instant,
): HeldSince {
  const since = roles.flatMap((role): [Role, Instant][] => {
    if (!before?.roles.includes(role)) return [[role, now]]
    const known = before.heldSince?.[role]
    return known ? [[role, known]] : []
  })
  return Object.fromEntries(since)
}

/**
 * Adds a person to a tenant. Somebody who accepted before gets the new roles at once; others get an invitation, and
 * their membership gives nothing until they accept.
 */
export async function addMember(
  office: AccountOffice,
  tenant: TenantId,
  member: NewMember,
  inviter: Inviter,
): Promise<Invited> {
  const { name, position, email, roles, limits = {}, unitRoles = [], reportsTo = null } = member
  const known = await refuseOperator(office, email)
  const account = await accountOf(office, known, { name, email })
  const before = await office.staff.membership(tenant, account.id)
  const made = unitRoles.length > 0 ? (await office.staff.unitRoles(tenant)).roles : []
  const giving = { made, now: office.now(), byOneself: inviter.id === account.id }
  const place = {
    tenant,
    id: account.id,
    name,
    formerNames: formerNames(name, before, ...[before, known].flatMap((one) => (one ? [one.name] : []))),
    email,
    position,
    roles,
    limits: limitsHeld(roles, limits),
    ...(unitRoles.length > 0 && { unitRoles: heldFrom(before?.unitRoles ?? [], unitRoles, giving) }),
    reportsTo,
    heldSince: heldSince(before, roles, office.now()),
    ...invitedHere(before, inviter),
    // A second invitation does not bring back a person who is away.
    ...(before?.absences && { absences: before.absences }),
  }
  if (before && isAccepted(before) && isInUse(account)) {
    return { membership: await office.staff.saveMembership({ ...place, invitation: null }), token: null }
  }
  if (before?.invitation?.link) await dropLink(office, before.invitation.link)
  const { invitation, token } = await inviteTo(office, tenant, account, inviter)
  return { membership: await office.staff.saveMembership({ ...place, invitation }), token }
}

/** Finds the account of an address, or makes one. Keys to an account that nobody uses are removed. */
async function accountOf(
  office: AccountOffice,
  known: Account | null,
  { name, email }: Pick<Account, 'name' | 'email'>,
): Promise<Account> {
  if (!known) {
    const fresh = { passwordHash: null, operator: false, invitation: null, since: office.now() }
    return office.staff.accountFor({ id: office.newId(), name, email, ...fresh })
  }
  const isForsaken = !known.addressConfirmedAt && (await office.staff.membershipsOf(known.id)).length === 0
  if (!isForsaken) return known
  const renamed = { ...known, name }
  return isInUse(known) || known.invitation ? beginAnew(office, renamed) : office.staff.replaceAccount(renamed)
}

/**
 * Makes the one-time link of an invitation. It is mailed where mail is really sent, otherwise an admin passes it on.
 */
async function inviteTo(
  office: AccountOffice,
  unit: TenantId,
  { id: account, email }: Account,
  { id, name, language }: Inviter,
): Promise<{ readonly invitation: OpenInvitation; readonly token: string | null }> {
  const [at, by] = [office.now(), { id, name }]
  const link = { purpose: 'invitation', account, unit } as const
  if (await office.mailLeaves(unit)) {
    const mail = await postAccountMail(office, { kind: 'invitation', account, unit, language, by: name })
    const proves = await office.provesAddress(unit, email)
    const kept = await keepLink(office, mail.token, { ...link, mailed: true, ...(proves && { proves }) })
    return { invitation: { at, by, link: kept, mail: mail.id }, token: null }
  }
  const token = office.newSecret()
  return { invitation: { at, by, link: await keepLink(office, token, { ...link, mailed: false }), mail: null }, token }
}

/** Returns an operator's account with an open invitation, unless the person accepted one before. */
export async function inviteAccount(
  { staff, now, newId, newSecret, hashSecret }: AccountOffice,
  person: Pick<Account, 'name' | 'email' | 'operator'>,
): Promise<{ account: Account; token: string | null }> {
  const token = newSecret()
  const invitation = { tokenHash: hashSecret(token), expiresAt: plusMilliseconds(now(), INVITATION_LASTS) }
  const account = await staff.accountFor({ id: newId(), ...person, passwordHash: null, invitation, since: now() })
  if (account.passwordHash) return { account, token: null }
  if (account.invitation?.tokenHash === invitation.tokenHash) return { account, token }
  return { account: await staff.replaceAccount({ ...account, invitation }), token }
}
