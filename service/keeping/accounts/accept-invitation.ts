import type { TellingOffice } from '../../offices/inbox/telling.ts'
import type { Account, Membership } from '../../offices/staff/account.ts'
import { dropLink, findLink } from '../../offices/staff/account-mail.ts'
import type { AccountLink, AccountOffice } from '../../offices/staff/account-office.ts'
import { hasSecondFactor, requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { isInUse } from '../../offices/staff/begin-anew.ts'
import { refuseWeakPassword } from '../../offices/staff/passwords.ts'
import { type SignedIn, startSession } from '../../offices/staff/sessions.ts'
import { vouchedFor } from '../../offices/staff/vouching.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { Refusal } from '../../shared/refusal.ts'

const unknownInvitation = () => new Refusal('not-found', 'invitation/unknown')

/** Returns the account and the membership to which a link leads, if the link is the newest of that membership. */
async function placeOf({ staff }: AccountOffice, link: AccountLink) {
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
  office: AccountOffice,
  { token, password, device }: { readonly token: string; readonly password: string; readonly device: string | null },
): Promise<SignedIn & { readonly token: string }> {
  const link = await findLink(office, token, 'invitation')
  const place = link && (await placeOf(office, link))
  if (!link || !place) return acceptAsOperator(office, { token, password, device })
  const { account, membership } = place
  if (isInUse(account)) throw new Refusal('conflict', 'invitation/sign-in-first')
  await refuseWeakPassword(office, account, password)
  const passwordHash = await office.passwords.hash(password)
  const owned = await office.staff.replaceAccount({
    ...confirmedBy(office, link, account),
    passwordHash,
    invitation: null,
  })
  await enter(office, membership, link)
  return startSession(office, owned, { device, secondFactor: false })
}

/** Serves operators, and invitations to tenants from before memberships held them. */
async function acceptAsOperator(
  office: AccountOffice,
  { token, password, device }: { readonly token: string; readonly password: string; readonly device: string | null },
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, now, hashSecret } = office
  const account = await staff.accountByInvitation(hashSecret(token))
  if (!account?.invitation || account.invitation.expiresAt <= now()) throw unknownInvitation()
  await refuseWeakPassword(office, account, password)
  const passwordHash = await passwords.hash(password)
  const accepted = await staff.replaceAccount({ ...account, passwordHash, invitation: null })
  return startSession(office, accepted, { device, secondFactor: false })
}

const confirmedBy = ({ now }: AccountOffice, { mailed }: AccountLink, account: Account): Account =>
  mailed ? { ...account, addressConfirmedAt: account.addressConfirmedAt ?? now() } : account

async function enter(office: AccountOffice, membership: Membership, link: AccountLink | null): Promise<void> {
  if (link) await dropLink(office, link.id)
  const arrived = link?.proves && (await office.provesAddress(membership.tenant, membership.email))
  const entered = { ...membership, invitation: null }
  await office.staff.saveMembership(arrived ? vouchedFor(entered, office.now()) : entered)
  const tenant = membership.tenant
  await office.record(tenant, { by: membership.id, act: 'staff.accepted', subject: membership.id, detail: null })
}

async function ownInvitation({ staff }: AccountOffice, { account }: SignedIn, unit: string) {
  const membership = (await staff.invitationsOf(account.id)).find(({ tenant }) => tenant === unit)
  if (!membership) throw unknownInvitation()
  return membership
}

/**
 * Accepts a further tenant's invitation. Until the mailbox is confirmed, this takes the link from that very tenant, so
 * that somebody who set up the account elsewhere does not get in here.
 */
export async function acceptMembership(
  office: AccountOffice,
  signedIn: SignedIn,
  { unit, token }: { readonly unit: string; readonly token: string | undefined },
): Promise<void> {
  const { account, session } = signedIn
  requireFreshConfirmation(session, office.now())
  if (!session.secondFactor && (await hasSecondFactor(office, account.id))) {
    throw new Refusal('forbidden', 'session/second-factor-needed')
  }
  const membership = await ownInvitation(office, signedIn, unit)
  const link = token === undefined ? null : await findLink(office, token, 'invitation')
  const fits = link !== null && link.id === membership.invitation?.link
  if (token !== undefined && !fits) throw unknownInvitation()
  if (!fits && !account.addressConfirmedAt) throw new Refusal('forbidden', 'invitation/link-needed')
  if (link?.mailed && !account.addressConfirmedAt) await office.staff.replaceAccount(confirmedBy(office, link, account))
  await enter(office, membership, link)
}

/** Declines an invitation, and nothing of it is kept. */
export async function declineMembership(
  office: AccountOffice & TellingOffice,
  signedIn: SignedIn,
  unit: string,
): Promise<void> {
  const { id, tenant, invitation } = await ownInvitation(office, signedIn, unit)
  await office.staff.removeMembership(tenant, id)
  if (invitation?.link) await dropLink(office, invitation.link)
  await office.record(tenant, { by: signedIn.account.id, act: 'staff.declined', subject: id, detail: null })
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
  { staff, tenants }: { readonly staff: AccountOffice['staff']; readonly tenants: TenantDirectory },
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

/** Shows to whom and to what a one-time link leads. */
export async function showLink(office: AccountOffice, token: string): Promise<ShownLink> {
  const link = await findLink(office, token, 'invitation', 'password', 'second-factor')
  const account = link && (await office.staff.account(link.account))
  if (!link || !account) return showOperatorLink(office, token)
  const { purpose } = link
  const { name, email } = account
  if (purpose !== 'invitation') return { purpose, name, email, unit: null, signInFirst: false }
  const place = await placeOf(office, link)
  const tenant = link.unit && (await office.tenants.find(link.unit))
  if (!place || !tenant) throw unknownInvitation()
  const by = place.membership.invitation?.by.name ?? ''
  const unit = { tenant: tenant.id, name: tenant.settings.name, by }
  return { purpose, name: place.membership.name, email, unit, signInFirst: isInUse(account) }
}

async function showOperatorLink({ staff, now, hashSecret }: AccountOffice, token: string): Promise<ShownLink> {
  const account = await staff.accountByInvitation(hashSecret(token))
  if (!account?.invitation || account.invitation.expiresAt <= now()) throw unknownInvitation()
  const { name, email } = account
  return { purpose: 'invitation', name, email, unit: null, signInFirst: false }
}
