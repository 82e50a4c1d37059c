import { type Clock, HOUR, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Account, Session } from './account.ts'
import type { FailedSignIns } from './failed-sign-ins.ts'
import type { PasswordHasher } from './passwords.ts'
import { factorsOf, hasTotp, type SecondFactorPorts, takeCode } from './second-factor.ts'
import type { StaffDirectory } from './staff-directory.ts'

type SessionPorts = Pick<SignInPorts, 'sessions' | 'now'>

const MOST_SESSIONS = 200

export async function sessionsOf({ sessions, now }: SessionPorts, account: string): Promise<readonly Session[]> {
  const { items } = await sessions.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_SESSIONS })
  const at = now()
  return items
    .filter(({ expiresAt }) => expiresAt > at)
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
}

/** @throws Refusal `session/unknown` */
export async function endSession(ports: SessionPorts, { account }: SignedIn, id: string): Promise<void> {
  const session = await ports.sessions.get(PLATFORM, id)
  const isOwn = session?.account === account.id
  if (!isOwn || !(await ports.sessions.delete(PLATFORM, id))) throw new Refusal('not-found', 'session/unknown')
}

export async function endOtherSessions(ports: SessionPorts, { account, session }: SignedIn): Promise<void> {
  for (const { id } of await sessionsOf(ports, account.id)) {
    if (id !== session.id) await ports.sessions.delete(PLATFORM, id)
  }
}

type Marks = Partial<Pick<Session, 'confirmedAt' | 'secondFactor' | 'lastUsedAt' | 'owesSecondFactor'>>

/** Sets marks on a session and retries when others write to it. Returns `null` when the session ended. */
export async function markSession({ sessions }: SessionPorts, id: string, marks: Marks): Promise<Session | null> {
  for (;;) {
    const known = await sessions.get(PLATFORM, id)
    if (!known) return null
    const saved = await sessions.replace({ ...known, ...marks })
    if (saved) return saved
  }
}

/** The second factor also confirms the session. */
export const showSecondFactor = (ports: SessionPorts, { id }: Session): Promise<Session | null> =>
  markSession(ports, id, { secondFactor: true, owesSecondFactor: false, confirmedAt: ports.now() })

export async function forgetSecondFactor(ports: SessionPorts, account: string): Promise<void> {
  for (const { id, secondFactor } of await sessionsOf(ports, account)) {
    if (secondFactor) await markSession(ports, id, { secondFactor: false })
  }
}

export interface SignedIn {
  readonly account: Account
  readonly session: Session
}

export interface SignInPorts {
  readonly staff: StaffDirectory
  readonly sessions: Collection<Session>
  readonly passwords: PasswordHasher
  readonly failedSignIns: FailedSignIns
  readonly now: Clock
  readonly sessionIdleAfter: number
  readonly newSecret: () => string
  /** One-way hash of a secret that is random already. */
  readonly hashSecret: (secret: string) => string
}

export const SESSION_LASTS = 10 * HOUR

// An unknown address is checked against this hash, so that it takes the same time as a known one.
let decoy: Promise<string> | null = null

/** `totp` is a code of the authenticator app, or a recovery code. */
export interface Credentials {
  readonly email: string
  readonly password: string
  readonly totp?: string | undefined
  readonly device: string | null
}

/**
 * @throws Refusal `session/wrong-credentials`, the same for an unknown address, a wrong password and an unaccepted
 * invitation; only after the right password `session/totp-needed`, `session/wrong-totp`
 */
export async function signIn(
  ports: SignInPorts & SecondFactorPorts,
  { email, password, totp, device }: Credentials,
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, newSecret, failedSignIns } = ports
  const account = await staff.accountByEmail(email)
  decoy ??= passwords.hash(newSecret())
  const matches = await passwords.matches(account?.passwordHash ?? (await decoy), password)
  if (!account?.passwordHash || !matches) {
    failedSignIns.note(account?.id ?? null)
    throw new Refusal('unauthenticated', 'session/wrong-credentials')
  }
  return startSession(ports, account, { device, secondFactor: await showsSecondFactor(ports, account, totp) })
}

async function showsSecondFactor(
  ports: SecondFactorPorts & Pick<SignInPorts, 'failedSignIns'>,
  { id }: Account,
  code: string | undefined,
): Promise<boolean> {
  const factors = await factorsOf(ports, id)
  if (!code && hasTotp(factors)) throw new Refusal('unauthenticated', 'session/totp-needed')
  if (!code || (!hasTotp(factors) && factors.recoveryCodes.length === 0)) return false
  if (!(await takeCode(ports, id, code))) {
    ports.failedSignIns.note(id)
    throw new Refusal('unauthenticated', 'session/wrong-totp')
  }
  return true
}

export type Beginning = Pick<Session, 'device' | 'secondFactor' | 'byProvider' | 'owesSecondFactor'>

/** A new session starts confirmed, because the person has just proved their identity. */
export async function startSession(ports: SignInPorts, account: Account, beginning: Beginning) {
  const { sessions, now, newSecret, hashSecret } = ports
  const token = newSecret()
  const startedAt = now()
  const failures = await ports.failedSignIns.take(account.id)
  const session = await sessions.insert({
    tenant: PLATFORM,
    id: hashSecret(token),
    account: account.id,
    ...(account.era && { era: account.era }),
    ...(failures && { failures }),
    csrf: newSecret(),
    startedAt,
    expiresAt: plusMilliseconds(startedAt, SESSION_LASTS),
    lastUsedAt: startedAt,
    confirmedAt: startedAt,
    ...beginning,
  })
  return { account, session, token }
}

// Saving every request would cost a write each, and record more about a person than is needed.
const USE_NOTED_EVERY = MINUTE

export const isIdle = (
  { sessionIdleAfter, now }: Pick<SignInPorts, 'sessionIdleAfter' | 'now'>,
  { lastUsedAt }: Pick<Session, 'lastUsedAt'>,
): boolean => plusMilliseconds(lastUsedAt, sessionIdleAfter) <= now()

/**
 * Finds the session of a cookie's token, or `null` for one that is unknown or expired.
 * @param isUse true for a request by a person, which keeps the session alive
 * @throws Refusal `session/idle` for one that nobody has used for too long
 */
export async function findSession(ports: SignInPorts, token: string, isUse = true): Promise<SignedIn | null> {
  const { staff, sessions, now, hashSecret } = ports
  const found = await sessions.get(PLATFORM, hashSecret(token))
  const at = now()
  if (!found || found.expiresAt <= at) return null
  if (isIdle(ports, found)) throw idleFor(ports.sessionIdleAfter)
  const isNoted = !isUse || plusMilliseconds(found.lastUsedAt, USE_NOTED_EVERY) > at
  const session = isNoted ? found : await markSession(ports, found.id, { lastUsedAt: at })
  const account = session && (await staff.account(session.account))
  if (!account || (account.era ?? 0) !== (session.era ?? 0)) return null
  return { account, session }
}

const idleFor = (milliseconds: number) =>
  new Refusal('unauthenticated', 'session/idle', { minutes: Math.round(milliseconds / MINUTE) })

export const signOut = async ({ sessions }: SignInPorts, session: Session): Promise<void> => {
  await sessions.delete(PLATFORM, session.id)
}

export const sweepSessions = ({ sessions, now }: SignInPorts): Promise<number> =>
  sessions.deleteAcrossTenants('expires', { to: now() }, 500)

export const INVITATION_LASTS = 7 * 24 * 60 * MINUTE
