import type { InboxStore } from '../../offices/inbox/inbox.ts'
import type { RecordAccess } from '../../offices/log/access-log.ts'
import type { Account, Membership } from '../../offices/staff/account.ts'
import { type AccountLink, dropLink, findLink, type LinkPorts } from '../../offices/staff/account-mail.ts'
import { hasSecondFactor, requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { type AnewPorts, isInUse } from '../../offices/staff/begin-anew.ts'
import { refuseWeakPassword } from '../../offices/staff/passwords.ts'
import { type SignedIn, type SignInPorts, startSession } from '../../offices/staff/sessions.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { Refusal } from '../../shared/refusal.ts'

export interface AcceptPorts extends SignInPorts, LinkPorts, AnewPorts {
  readonly now: SignInPorts['now']
  readonly record: RecordAccess
}

const unknownInvitation = () => new Refusal('not-found', 'invitation/unknown')

/** Returns the account and the membership to which a link leads, if the link is the newest of that membership. */
async function placeOf({ staff }: Pick<AcceptPorts, 'staff'>, link: AccountLink) {
  const [account, membership] = await Promise.all([
    staff.account(link.account),
    link.unit && staff.membership(link.unit, link.account),
  ])
  return account && membership?.invitation?.link === link.id ? { account, membership } : null
}

/**
 * Accepts the first invitation to an address with a new password.
 * @throws Refusal `invitation/unknown` for a token that is unknown, used or expired, `invitation/sign-in-first` where
 * the account already has a way to sign in
 */
export async function acceptInvitation(
  ports: AcceptPorts,
  { token, password, device }: { readonly token: string; readonly password: string; readonly device: string | null },
): Promise<SignedIn & { readonly token: string }> {
  const link = await findLink(ports, token, 'invitation')
  const place = link && (await placeOf(ports, link))
  if (!link || !place) return acceptAsOperator(ports, { token, password, device })
  const { account, membership } = place
  if (isInUse(account)) throw new Refusal('conflict', 'invitation/sign-in-first')
  await refuseWeakPassword(ports, account, password)
  const passwordHash = await ports.passwords.hash(password)
  const owned = await ports.staff.replaceAccount({
    ...confirmedBy(ports, link, account),
    passwordHash,
    invitation: null,
  })
  await enter(ports, membership, link)
  return startSession(ports, owned, { device, secondFactor: false })
}

/** Serves operators, and invitations to tenants from before memberships held them. */
async function acceptAsOperator(
  ports: AcceptPorts,
  { token, password, device }: { readonly token: string; readonly password: string; readonly device: string | null },
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, now, hashSecret } = ports
  const account = await staff.accountByInvitation(hashSecret(token))
  if (!account?.invitation || account.invitation.expiresAt <= now()) throw unknownInvitation()
  await refuseWeakPassword(ports, account, password)
  const passwordHash = await passwords.hash(password)
  const accepted = await staff.replaceAccount({ ...account, passwordHash, invitation: null })
  return startSession(ports, accepted, { device, secondFactor: false })
}

const confirmedBy = ({ now }: Pick<AcceptPorts, 'now'>, { mailed }: AccountLink, account: Account): Account =>
  mailed ? { ...account, addressConfirmedAt: account.addressConfirmedAt ?? now() } : account

async function enter(ports: AcceptPorts, membership: Membership, link: AccountLink | null): Promise<void> {
  if (link) await dropLink(ports, link.id)
  await ports.staff.saveMembership({ ...membership, invitation: null })
  const tenant = membership.tenant
  await ports.record(tenant, { by: membership.id, act: 'staff.accepted', subject: membership.id, detail: null })
}

/** @throws Refusal `invitation/unknown` */
async function ownInvitation({ staff }: Pick<AcceptPorts, 'staff'>, { account }: SignedIn, unit: string) {
  const membership = (await staff.invitationsOf(account.id)).find(({ tenant }) => tenant === unit)
  if (!membership) throw unknownInvitation()
  return membership
}

/**
 * Accepts a further tenant's invitation. Until the mailbox is confirmed, this takes the link from that very tenant, so
 * that somebody who set up the account elsewhere does not get in here.
 * @throws Refusal `session/confirmation-needed`, `session/second-factor-needed`, `invitation/unknown`,
 * `invitation/link-needed`
 */
export async function acceptMembership(
  ports: AcceptPorts,
  signedIn: SignedIn,
  { unit, token }: { readonly unit: string; readonly token: string | undefined },
): Promise<void> {
  const { account, session } = signedIn
  requireFreshConfirmation(session, ports.now())
  if (!session.secondFactor && (await hasSecondFactor(ports, account.id))) {
    throw new Refusal('forbidden', 'session/second-factor-needed')
  }
  const membership = await ownInvitation(ports, signedIn, unit)
  const link = token === undefined ? null : await findLink(ports, token, 'invitation')
  const fits = link !== null && link.id === membership.invitation?.link
  if (token !== undefined && !fits) throw unknownInvitation()
  if (!fits && !account.addressConfirmedAt) throw new Refusal('forbidden', 'invitation/link-needed')
  if (link?.mailed && !account.addressConfirmedAt) await ports.staff.replaceAccount(confirmedBy(ports, link, account))
  await enter(ports, membership, link)
}

/**
 * Declines an invitation, and nothing of it is kept.
 * @throws Refusal `invitation/unknown`
 */
export async function declineMembership(
  ports: AcceptPorts & { readonly inboxes: InboxStore },
  signedIn: SignedIn,
  unit: string,
): Promise<void> {
  const { id, tenant, invitation } = await ownInvitation(ports, signedIn, unit)
  await ports.staff.removeMembership(tenant, id)
  if (invitation?.link) await dropLink(ports, invitation.link)
  await ports.record(tenant, { by: signedIn.account.id, act: 'staff.declined', subject: id, detail: null })
}

/** The invited person sees this of the tenant that invites them. */
export interface InvitationToMe {
  readonly tenant: string
  readonly name: string
  readonly shortName: string
  readonly by: string
  readonly at: string
}

/**
 * Lists the open invitations of the signed-in person. An account whose mailbox is unconfirmed gets none, because
 * somebody else may control it.
 */
export async function invitationsTo(
  { staff, tenants }: { readonly staff: AcceptPorts['staff']; readonly tenants: TenantDirectory },
  account: Account,
): Promise<readonly InvitationToMe[]> {
  if (!account.addressConfirmedAt) return []
  const open = await staff.invitationsOf(account.id)
  const invitations = open.map(async ({ tenant: slug, invitation }) => {
    const tenant = await tenants.find(slug)
    if (!tenant || !invitation) return []
    const { name, shortName } = tenant.settings
    return [{ tenant: slug, name, shortName, by: invitation.by.name, at: invitation.at }]
  })
  return (await Promise.all(invitations)).flat()
}

export interface ShownLink {
  readonly purpose: AccountLink['purpose']
  readonly name: string
  readonly email: string
  readonly unit: { readonly tenant: string; readonly name: string; readonly by: string } | null
  /** The account can already sign in, so the link is used while signed in. */
  readonly signInFirst: boolean
}

/**
 * Shows to whom and to what a one-time link leads.
 * @throws Refusal `invitation/unknown`
 */
export async function showLink(
  ports: LinkPorts & { readonly staff: AcceptPorts['staff']; readonly tenants: TenantDirectory },
  token: string,
): Promise<ShownLink> {
  const link = await findLink(ports, token, 'invitation', 'password', 'second-factor')
  const account = link && (await ports.staff.account(link.account))
  if (!link || !account) return showOperatorLink(ports, token)
  const { purpose } = link
  const { name, email } = account
  if (purpose !== 'invitation') return { purpose, name, email, unit: null, signInFirst: false }
  const place = await placeOf(ports, link)
  const tenant = link.unit && (await ports.tenants.find(link.unit))
  if (!place || !tenant) throw unknownInvitation()
  const by = place.membership.invitation?.by.name ?? ''
  const unit = { tenant: tenant.id, name: tenant.settings.name, by }
  return { purpose, name: place.membership.name, email, unit, signInFirst: isInUse(account) }
}

async function showOperatorLink(
  { staff, now, hashSecret }: Pick<AcceptPorts, 'staff' | 'now' | 'hashSecret'>,
  token: string,
): Promise<ShownLink> {
  const account = await staff.accountByInvitation(hashSecret(token))
  if (!account?.invitation || account.invitation.expiresAt <= now()) throw unknownInvitation()
  const { name, email } = account
  return { purpose: 'invitation', name, email, unit: null, signInFirst: false }
}
