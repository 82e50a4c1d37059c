import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Account } from './account.ts'
import type { AccountOffice } from './account-office.ts'
import { passkeysOf } from './account-security.ts'
import { refuseWeakPassword } from './passwords.ts'
import { withoutDevices } from './push-devices.ts'
import { changeFactors } from './second-factor.ts'
import { endOtherSessions, markSession, type SignedIn, sessionsOf } from './sessions.ts'

/** Ends all sessions of an account. A sign-in that runs at this moment with the old account fails too. */
export async function endAllSessions(office: AccountOffice, account: Account): Promise<Account> {
  const saved = await office.staff.replaceAccount({ ...withoutDevices(account), era: (account.era ?? 0) + 1 })
  for (const { id } of await sessionsOf(office, account.id)) await office.sessions.delete(PLATFORM, id)
  return saved
}

export async function dropSecondFactors(office: AccountOffice, account: string): Promise<void> {
  for (const passkey of await passkeysOf(office, account)) await office.passkeys.delete(PLATFORM, passkey.id)
  await changeFactors(office, account, (factors) => ({ ...factors, totp: null, recoveryCodes: [] }))
}

/** Makes every earlier way to sign in void. */
export async function beginAnew(office: AccountOffice, account: Account): Promise<Account> {
  const { provider: _, ...rest } = account
  const emptied = await endAllSessions(office, { ...rest, passwordHash: null, invitation: null })
  await dropSecondFactors(office, account.id)
  return emptied
}

export const isInUse = ({ passwordHash, provider }: Account): boolean => passwordHash !== null || provider !== undefined

/** All other sessions end and no browser is woken any more, because somebody may know the old password. */
export async function changePassword(
  office: AccountOffice,
  signedIn: SignedIn,
  { present, next }: { readonly present: string; readonly next: string },
): Promise<void> {
  const { staff, passwords, now } = office
  const { account, session } = signedIn
  const isRight = account.passwordHash && (await passwords.matches(account.passwordHash, present))
  if (!isRight) throw new Refusal('unauthenticated', 'session/wrong-password')
  await refuseWeakPassword(office, account, next)
  await staff.replaceAccount({ ...withoutDevices(account), passwordHash: await passwords.hash(next) })
  await endOtherSessions(office, signedIn)
  await markSession(office, session.id, { confirmedAt: now() })
}
