import { HOUR, MINUTE, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Account, Session } from './account.ts'
import type { AccountOffice } from './account-office.ts'
import { factorsOf, hasTotp, takeCode } from './second-factor.ts'

const MOST_SESSIONS = 200

export async function sessionsOf({ sessions, now }: AccountOffice, account: string): Promise<readonly Session[]> {
  const { items } = await sessions.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_SESSIONS })
  const at = now()
  return items
    .filter(({ expiresAt }) => expiresAt > at)
    .toSorted((one, other) => (one.startedAt < other.startedAt ? 1 : -1))
}

export async function endSession(office: AccountOffice, { account }: SignedIn, id: string): Promise<void> {
  const session = await office.sessions.get(PLATFORM, id)
  const isOwn = session?.account === account.id
  if (!isOwn || !(await office.sessions.delete(PLATFORM, id))) throw new Refusal('not-found', 'session/unknown')
}

export async function endOtherSessions(office: AccountOffice, { account, session }: SignedIn): Promise<void> {
  for (const { id } of await sessionsOf(office, account.id)) {
    if (id !== session.id) await office.sessions.delete(PLATFORM, id)
  }
}

type Marks = Partial<Pick<Session, 'confirmedAt' | 'secondFactor' | 'lastUsedAt' | 'owesSecondFactor'>>

/** Sets marks on a session and retries when others write to it. Returns `null` when the session ended. */
export async function markSession({ sessions }: AccountOffice, id: string, marks: Marks): Promise<Session | null> {
  for (;;) {
    const known = await sessions.get(PLATFORM, id)
    if (!known) return null
    const saved = await sessions.replace({ ...known, ...marks })
    if (saved) return saved
  }
}

/** The second factor also confirms the session. */
export const showSecondFactor = (office: AccountOffice, { id }: Session): Promise<Session | null> =>
  markSession(office, id, { secondFactor: true, owesSecondFactor: false, confirmedAt: office.now() })

export async function forgetSecondFactor(office: AccountOffice, account: string): Promise<void> {
  for (const { id, secondFactor } of await sessionsOf(office, account)) {
    if (secondFactor) await markSession(office, id, { secondFactor: false })
  }
}

export interface SignedIn {
  readonly account: Account
  readonly session: Session
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
  office: AccountOffice,
  { email, password, totp, device }: Credentials,
): Promise<SignedIn & { readonly token: string }> {
  const { staff, passwords, newSecret, failedSignIns } = office
  const account = await staff.accountByEmail(email)
  decoy ??= passwords.hash(newSecret())
  const matches = await passwords.matches(account?.passwordHash ?? (await decoy), password)
  if (!account?.passwordHash || !matches) {
    failedSignIns.note(account?.id ?? null)
    throw new Refusal('unauthenticated', 'session/wrong-credentials')
  }
  return startSession(office, account, { device, secondFactor: await showsSecondFactor(office, account, totp) })
}

async function showsSecondFactor(office: AccountOffice, { id }: Account, code: string | undefined): Promise<boolean> {
  const factors = await factorsOf(office, id)
  if (!code && hasTotp(factors)) throw new Refusal('unauthenticated', 'session/totp-needed')
  if (!code || (!hasTotp(factors) && factors.recoveryCodes.length === 0)) return false
  if (!(await takeCode(office, id, code))) {
    office.failedSignIns.note(id)
    throw new Refusal('unauthenticated', 'session/wrong-totp')
  }
  return true
}

export type Beginning = Pick<Session, 'device' | 'secondFactor' | 'byProvider' | 'owesSecondFactor'>

/** A new session starts confirmed, because the person has just proved their identity. */
export async function startSession(office: AccountOffice, account: Account, beginning: Beginning) {
  const { sessions, now, newSecret, hashSecret } = office
  const token = newSecret()
  const startedAt = now()
  const failures = await office.failedSignIns.take(account.id)
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
  { sessionIdleAfter, now }: Pick<AccountOffice, 'sessionIdleAfter' | 'now'>,
  { lastUsedAt }: Pick<Session, 'lastUsedAt'>,
): boolean => plusMilliseconds(lastUsedAt, sessionIdleAfter) <= now()

/**
 * Finds the session of a cookie's token, or `null` for one that is unknown or expired.
 * @param isUse true for a request by a person, which keeps the session alive
 * @throws Refusal `session/idle` for one that nobody has used for too long
 */
export async function findSession(office: AccountOffice, token: string, isUse = true): Promise<SignedIn | null> {
  const { staff, sessions, now, hashSecret } = office
  const found = await sessions.get(PLATFORM, hashSecret(token))
  const at = now()
  if (!found || found.expiresAt <= at) return null
  if (isIdle(office, found)) throw idleFor(office.sessionIdleAfter)
  const isNoted = !isUse || plusMilliseconds(found.lastUsedAt, USE_NOTED_EVERY) > at
  const session = isNoted ? found : await markSession(office, found.id, { lastUsedAt: at })
  const account = session && (await staff.account(session.account))
  if (!account || (account.era ?? 0) !== (session.era ?? 0)) return null
  return { account, session }
}

const idleFor = (milliseconds: number) =>
  new Refusal('unauthenticated', 'session/idle', { minutes: Math.round(milliseconds / MINUTE) })

export const signOut = async ({ sessions }: AccountOffice, session: Session): Promise<void> => {
  await sessions.delete(PLATFORM, session.id)
}

export const sweepSessions = ({ sessions, now }: AccountOffice): Promise<number> =>
  sessions.deleteAcrossTenants('expires', { to: now() }, 500)

export const INVITATION_LASTS = 7 * 24 * 60 * MINUTE
