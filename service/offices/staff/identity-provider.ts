import { Refusal } from '../../shared/refusal.ts'
import type { Account } from './account.ts'
import {
  type AccountPorts,
  type ChallengePorts,
  hasSecondFactor,
  keepChallenge,
  takeChallenge,
} from './account-security.ts'
import { type AnewPorts, beginAnew } from './begin-anew.ts'
import { type SignInPorts, startSession } from './sessions.ts'

export interface ProvenIdentity {
  readonly issuer: string
  /** The provider never gives it to another person. */
  readonly subject: string
  /** It is `null` if there is none or the provider did not verify it. */
  readonly email: string | null
  readonly secondFactor: boolean
}

export interface Ticket {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Staff of this installation can also sign in there. */
export interface IdentityProvider {
  readonly name: string
  /** @throws Refusal `session/provider-away` */
  begin(ticket: Ticket): Promise<string>
  /**
   * @param answer the whole address to which the browser came back
   * @throws Refusal `session/provider-refused`, `session/provider-away`
   */
  finish(answer: URL, ticket: Ticket): Promise<ProvenIdentity>
  /** Returns where to sign out at the provider; `null` if it has no such page. */
  signOutUrl(): Promise<string | null>
}

export interface ProviderPorts extends SignInPorts, ChallengePorts, AnewPorts {
  readonly now: SignInPorts['now']
  readonly staff: SignInPorts['staff']
  readonly sessions: SignInPorts['sessions']
  /** `null` means that staff sign in only here. */
  readonly identityProvider: IdentityProvider | null
}

/** Accounts that sign in there may have a second factor here. */
type ComingPorts = ProviderPorts & Pick<AccountPorts, 'passkeys' | 'secondFactors'>

const asked = { purpose: 'provider', account: null } as const

const ticketFrom = (secret: string, hash: ProviderPorts['hashSecret']): Ticket => ({
  state: hash(`state ${secret}`),
  nonce: hash(`nonce ${secret}`),
  verifier: hash(`verifier ${secret}`),
})

const noProvider = () => new Refusal('not-found', 'session/no-provider')

/**
 * @returns the address, and the secret that the browser keeps for the way back
 * @throws Refusal `session/no-provider`, `session/provider-away`
 */
export async function beginAtProvider(
  ports: ProviderPorts,
): Promise<{ readonly url: string; readonly secret: string }> {
  if (!ports.identityProvider) throw noProvider()
  const secret = ports.newSecret()
  const url = await ports.identityProvider.begin(ticketFrom(secret, ports.hashSecret))
  await keepChallenge(ports, secret, asked)
  return { url, secret }
}

/**
 * Signs in somebody who comes back from the provider with an answer to this browser's request; it works once. If the
 * account has a second factor here and the provider checked none, the session serves nothing until ours is shown.
 * @throws Refusal `session/no-provider`, `session/provider-refused`, `session/provider-away`, `session/not-linked`
 */
export async function signInFromProvider(
  ports: ComingPorts,
  { answer, secret, device }: { readonly answer: URL; readonly secret: string; readonly device: string | null },
) {
  const { identityProvider, staff, hashSecret } = ports
  if (!identityProvider) throw noProvider()
  if (!(await takeChallenge(ports, secret, asked))) throw providerRefused()
  const proven = await identityProvider.finish(answer, ticketFrom(secret, hashSecret))
  const bySubject = await staff.accountByProvider(proven.issuer, proven.subject)
  const byEmail = bySubject || !proven.email ? null : await staff.accountByEmail(proven.email)
  const account = accountOf(proven, bySubject, byEmail)
  const known = account === bySubject ? account : await link(ports, account)
  const { secondFactor } = proven
  const owesSecondFactor = !secondFactor && (await hasSecondFactor(ports, known.id))
  return startSession(ports, known, { device, secondFactor, owesSecondFactor, byProvider: true })
}

/**
 * Links the proven identity to the account, which also confirms the mailbox. If it was unconfirmed, the password and
 * second factor may be somebody else's, so they are removed.
 */
async function link(ports: ProviderPorts, account: Account): Promise<Account> {
  const { provider, addressConfirmedAt, passwordHash } = account
  const isAnothers = !addressConfirmedAt && passwordHash !== null
  const owned = isAnothers ? await beginAnew(ports, account) : account
  const linked = await ports.staff.replaceAccount({
    ...owned,
    ...(provider && { provider }),
    addressConfirmedAt: addressConfirmedAt ?? ports.now(),
  })
  const [only, ...more] = await ports.staff.invitationsOf(account.id)
  // Somebody who joins their first tenant through the provider has confirmed the mailbox as well as by the mailed link.
  const isFirst = only && more.length === 0 && (await ports.staff.membershipsOf(account.id)).length === 0
  if (isFirst) await ports.staff.saveMembership({ ...only, invitation: null })
  return linked
}

export const providerRefused = (): Refusal => new Refusal('unauthenticated', 'session/provider-refused')

/**
 * Finds the account of a proven identity. The provider creates no accounts: an admin must have invited the address. The
 * first sign-in with that verified address links the identity for good; afterwards only the subject counts. Operators
 * cannot sign in through the provider.
 * @throws Refusal `session/not-linked`
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
