import { type Instant, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Session } from './account.ts'
import type { AccountPorts } from './account-security.ts'
import { type PasskeyAnswer, takePasskey } from './passkey.ts'
import { takeCode } from './second-factor.ts'
import { markSession, showSecondFactor } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/** After proving their identity, a person may do dangerous acts for this long. */
export const CONFIRMATION_LASTS = 10 * MINUTE

interface Confirmed {
  readonly confirmedAt?: Instant | null
}

export const confirmedUntil = ({ confirmedAt }: Confirmed): Instant | null =>
  confirmedAt ? plusMilliseconds(confirmedAt, CONFIRMATION_LASTS) : null

/**
 * Guards acts that a borrowed session must not do: changing roles or sign-in, opening many identities, erasing,
 * exporting. Signing in also counts as confirmation.
 * @throws Refusal `session/confirmation-needed`
 */
export function requireFreshConfirmation(who: Confirmed, now: Instant): void {
  const until = confirmedUntil(who)
  if (!until || until <= now) throw new Refusal('unauthenticated', 'session/confirmation-needed')
}

/** A person proves their identity again with one of these. `totp` can be a recovery code. */
export type Proof = { readonly password: string } | { readonly totp: string } | { readonly passkey: PasskeyAnswer }

/** @throws Refusal `session/wrong-password`, `session/wrong-totp`, `session/wrong-passkey` */
export async function confirmSession(
  ports: AccountPorts,
  { account, session }: SignedIn,
  proof: Proof,
): Promise<Session> {
  if ('password' in proof) {
    const isRight = account.passwordHash && (await ports.passwords.matches(account.passwordHash, proof.password))
    if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
    return (await markSession(ports, session.id, { confirmedAt: ports.now() })) ?? session
  }
  if ('totp' in proof) {
    if (!(await takeCode(ports, account.id, proof.totp))) throw new Refusal('unauthenticated', 'session/wrong-totp')
  } else if (!(await takePasskey(ports, proof.passkey, { purpose: 'confirm', account: account.id }))) {
    throw new Refusal('unauthenticated', 'session/wrong-passkey')
  }
  return (await showSecondFactor(ports, session)) ?? session
}
