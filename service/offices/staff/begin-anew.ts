import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Account } from './account.ts'
import { type AccountPorts, passkeysOf } from './account-security.ts'
import { refuseWeakPassword } from './passwords.ts'
import { withoutDevices } from './push-devices.ts'
import { changeFactors } from './second-factor.ts'
import { endOtherSessions, markSession, type SignedIn, type SignInPorts, sessionsOf } from './sessions.ts'

export type AnewPorts = Pick<AccountPorts, 'staff' | 'sessions' | 'passkeys' | 'secondFactors' | 'now'>

/** Ends all sessions of an account. A sign-in that runs at this moment with the old account fails too. */
export async function endAllSessions(
  ports: Pick<AnewPorts, 'staff' | 'sessions' | 'now'>,
  account: Account,
): Promise<Account> {
  const saved = await ports.staff.replaceAccount({ ...withoutDevices(account), era: (account.era ?? 0) + 1 })
  for (const { id } of await sessionsOf(ports, account.id)) await ports.sessions.delete(PLATFORM, id)
  return saved
}

export async function dropSecondFactors(
  ports: Pick<AnewPorts, 'passkeys' | 'secondFactors'>,
  account: string,
): Promise<void> {
  for (const passkey of await passkeysOf(ports, account)) await ports.passkeys.delete(PLATFORM, passkey.id)
  await changeFactors(ports, account, (factors) => ({ ...factors, totp: null, recoveryCodes: [] }))
}

/** Makes every earlier way to sign in void. */
export async function beginAnew(ports: AnewPorts, account: Account): Promise<Account> {
  const { provider: _, ...rest } = account
  const emptied = await endAllSessions(ports, { ...rest, passwordHash: null, invitation: null })
  await dropSecondFactors(ports, account.id)
  return emptied
}

export const isInUse = ({ passwordHash, provider }: Account): boolean => passwordHash !== null || provider !== undefined

/**
 * All other sessions end and no browser is woken any more, because somebody may know the old password.
 * @throws Refusal `session/wrong-password`, `password/common`, `password/own-words`, `staff/changed-meanwhile`
 */
export async function changePassword(
  ports: SignInPorts,
  signedIn: SignedIn,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<void> {
  const { staff, passwords, now } = ports
  const { account, session } = signedIn
  const isRight = account.passwordHash && (await passwords.matches(account.passwordHash, present))
  if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
  await refuseWeakPassword(ports, account, next)
  await staff.replaceAccount({ ...withoutDevices(account), passwordHash: await passwords.hash(next) })
  await endOtherSessions(ports, signedIn)
  await markSession(ports, session.id, { confirmedAt: now() })
}
