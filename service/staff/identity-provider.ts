import { Refusal } from '../shared/refusal.ts'
import type { Account } from './account.ts'
import { type AccountPorts, hasSecondFactor } from './account-security.ts'
import { type AnewPorts, beginAnew } from './begin-anew.ts'
import { type ChallengePorts, keepChallenge, takeChallenge } from './challenge.ts'
import { type SignInPorts, startSession } from './sign-in.ts'

/** Whom a provider vouches for. */
export interface ProvenIdentity {
  readonly issuer: string
  /** Never given to somebody else by that provider. */
  readonly subject: string
  /** `null`: none, or one that the provider did not verify. */
  readonly email: string | null
  /** The provider says that more than a password was shown. */
  readonly secondFactor: boolean
}

/** What binds an answer to the one browser that asked, each part another hash of the same secret. */
export interface Ticket {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

/** Where staff of this installation can sign in besides. */
export interface IdentityProvider {
  /** On the button. */
  readonly name: string
  /** @throws Refusal `session/provider-away` */
  begin(ticket: Ticket): Promise<string>
  /** @param answer the whole address to which the browser came back. @throws Refusal `session/provider-refused`, `session/provider-away` */
  finish(answer: URL, ticket: Ticket): Promise<ProvenIdentity>
  /** Where one signs out there too; `null`: nowhere. */
  signOutUrl(): Promise<string | null>
}

export interface ProviderPorts extends SignInPorts, ChallengePorts, AnewPorts {
  readonly now: SignInPorts['now']
  readonly staff: SignInPorts['staff']
  readonly sessions: SignInPorts['sessions']
  /** `null`: staff sign in here alone. */
  readonly identityProvider: IdentityProvider | null
}

/** Signing in from there, where an account may have a second factor of ours. */
type ComingPorts = ProviderPorts & Pick<AccountPorts, 'passkeys' | 'secondFactors'>

const asked = { purpose: 'provider', account: null } as const

const ticketFrom = (secret: string, hash: ProviderPorts['hashSecret']): Ticket => ({
  state: hash(`state ${secret}`),
  nonce: hash(`nonce ${secret}`),
  verifier: hash(`verifier ${secret}`),
})

const noProvider = () => new Refusal('not-found', 'session/no-provider')

/** @returns where to, and the secret that the browser keeps for the way back. @throws Refusal `session/no-provider`, `session/provider-away` */
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
 * Signs in who came back from the provider with an answer to what this very browser asked, once. Where the account has
 * a second factor of ours and the provider proved none, the session serves nothing until ours is shown.
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
 * Keeps whom the provider proved as the owner of the mailbox, and so of the account. If nobody had confirmed the mailbox,
 * the password and second factor may be those of somebody else, so they go.
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
  // Whoever comes to their first unit by the provider has proved the mailbox as well as by the link that was mailed.
  const isFirst = only && more.length === 0 && (await ports.staff.membershipsOf(account.id)).length === 0
  if (isFirst) await ports.staff.saveMembership({ ...only, invitation: null })
  return linked
}

export const providerRefused = (): Refusal => new Refusal('unauthenticated', 'session/provider-refused')

/**
 * The account of a proven identity. Nobody gets one by it: an admin must have invited that address, and the first who
 * comes with it, verified, is linked for good; afterwards only the subject counts. Who runs the service signs in here.
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
