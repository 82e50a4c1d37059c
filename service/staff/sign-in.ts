import { type Clock, HOUR, MINUTE, plusMilliseconds } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { Collection } from '../storage/collection.ts'
import { PLATFORM } from '../tenants/tenant-directory.ts'
import type { Account, Session } from './account.ts'
import type { PasswordHasher } from './password.ts'
import type { StaffDirectory } from './staff-directory.ts'

export interface SignInPorts {
  readonly staff: StaffDirectory
  readonly sessions: Collection<Session>
  readonly passwords: PasswordHasher
  readonly now: Clock
  /** A fresh secret of at least 128 bits, as text. */
  readonly newSecret: () => string
  /** One-way hash of a secret that is random already. */
  readonly hashSecret: (secret: string) => string
}

export interface SignedIn {
  readonly account: Account
  readonly session: Session
}

/** A working day at the desk; then one signs in again. */
export const SESSION_LASTS = 10 * HOUR

// What an unknown address is checked against, so that it costs the same time as a known one.
let decoy: Promise<string> | null = null

/** @throws Refusal `session/wrong-credentials`, the same for an unknown address, a wrong password and an unaccepted invitation */
export async function signIn(
  ports: SignInPorts,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, newSecret } = ports
  const account = await staff.accountByEmail(email)
  decoy ??= passwords.hash(newSecret())
  const matches = await passwords.matches(account?.passwordHash ?? (await decoy), password)
  if (!account?.passwordHash || !matches) throw new Refusal('unauthenticated', 'session/wrong-credentials')
  return startSession(ports, account)
}

export async function startSession(ports: SignInPorts, account: Account) {
  const { sessions, now, newSecret, hashSecret } = ports
  const token = newSecret()
  const startedAt = now()
  const session = await sessions.insert({
    tenant: PLATFORM,
    id: hashSecret(token),
    account: account.id,
    csrf: newSecret(),
    startedAt,
    expiresAt: plusMilliseconds(startedAt, SESSION_LASTS),
  })
  return { account, session, token }
}

/** Who a cookie's token stands for; `null` when it is unknown or over. */
export async function findSession(
  { staff, sessions, now, hashSecret }: SignInPorts,
  token: string,
): Promise<SignedIn | null> {
  const session = await sessions.get(PLATFORM, hashSecret(token))
  if (!session || session.expiresAt <= now()) return null
  const account = await staff.account(session.account)
  return account && { account, session }
}

export const signOut = async ({ sessions }: SignInPorts, session: Session): Promise<void> => {
  await sessions.delete(PLATFORM, session.id)
}

export const sweepSessions = ({ sessions, now }: SignInPorts): Promise<number> =>
  sessions.deleteAcrossTenants('expires', { to: now() }, 500)

export const INVITATION_LASTS = 7 * 24 * 60 * MINUTE
