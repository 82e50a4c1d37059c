import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'
import type { Session } from './account.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'

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
