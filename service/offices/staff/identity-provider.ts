import { Refusal } from '../../shared/refusal.ts'
import type { Account } from './account.ts'
import type { AccountOffice, ProvenIdentity, Ticket } from './account-office.ts'
import { hasSecondFactor, keepChallenge, takeChallenge } from './account-security.ts'
import { beginAnew } from './begin-anew.ts'
import { startSession } from './sessions.ts'

const asked = { purpose: 'provider', account: null } as const

const ticketFrom = (secret: string, hash: AccountOffice['hashSecret']): Ticket => ({
  state: hash(`state ${secret}`),
  nonce: hash(`nonce ${secret}`),
  verifier: hash(`verifier ${secret}`),
})

const noProvider = () => new Refusal('not-found', 'session/no-provider')

/** @returns the address, and the secret that the browser keeps for the way back */
export async function beginAtProvider(
  office: AccountOffice,
): Promise<{ readonly url: string; readonly secret: string }> {
  if (!office.identityProvider) throw noProvider()
  const secret = office.newSecret()
  const url = await office.identityProvider.begin(ticketFrom(secret, office.hashSecret))
  await keepChallenge(office, secret, asked)
  return { url, secret }
}

/**
 * Signs in somebody who comes back from the provider with an answer to this browser's request; it works once. If the
 * account has a second factor here and the provider checked none, the session serves nothing until ours is shown.
 */
export async function signInFromProvider(
  office: AccountOffice,
  { answer, secret, device }: { readonly answer: URL; readonly secret: string; readonly device: string | null },
) {
  const { identityProvider, staff, hashSecret } = office
  if (!identityProvider) throw noProvider()
  if (!(await takeChallenge(office, secret, asked))) throw providerRefused()
  const proven = await identityProvider.finish(answer, ticketFrom(secret, hashSecret))
  const bySubject = await staff.accountByProvider(proven.issuer, proven.subject)
  const byEmail = bySubject || !proven.email ? null : await staff.accountByEmail(proven.email)
  const account = accountOf(proven, bySubject, byEmail)
  const known = account === bySubject ? account : await link(office, account)
  const { secondFactor } = proven
  const owesSecondFactor = !secondFactor && (await hasSecondFactor(office, known.id))
  return startSession(office, known, { device, secondFactor, owesSecondFactor, byProvider: true })
}

/**
 * Links the proven identity to the account, which also confirms the mailbox. If it was unconfirmed, the password and
 * second factor may be somebody else's, so they are removed.
 */
async function link(office: AccountOffice, account: Account): Promise<Account> {
  const { provider, addressConfirmedAt, passwordHash } = account
  const isAnothers = !addressConfirmedAt && passwordHash !== null
  const owned = isAnothers ? await beginAnew(office, account) : account
  const linked = await office.staff.replaceAccount({
    ...owned,
    ...(provider && { provider }),
    addressConfirmedAt: addressConfirmedAt ?? office.now(),
  })
  const [only, ...more] = await office.staff.invitationsOf(account.id)
  // Somebody who joins their first tenant through the provider has confirmed the mailbox as well as by the mailed link.
  const isFirst = only && more.length === 0 && (await office.staff.membershipsOf(account.id)).length === 0
  if (isFirst) await office.staff.saveMembership({ ...only, invitation: null })
  return linked
}

export const providerRefused = (): Refusal => new Refusal('unauthenticated', 'session/provider-refused')

/**
 * Finds the account of a proven identity. The provider creates no accounts: an admin must have invited the address. The
 * first sign-in with that verified address links the identity for good; afterwards only the subject counts. Operators
 * cannot sign in through the provider.
 */
export function accountOf(
  { issuer, subject }: ProvenIdentity,
  bySubject: Account | null,
  byEmail: Account | null,
): Account {
  const account = bySubject ?? byEmail
  if (!account || account.operator || (!bySubject && account.provider))
    throw new Refusal('forbidden', 'session/not-linked')
  return bySubject ?? { ...account, provider: { issuer, subject }, invitation: null }
}
