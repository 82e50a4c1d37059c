import { Refusal } from '../../shared/refusal.ts'
import { refuseWeakPassword } from './password.ts'
import { withoutDevices } from './push-devices.ts'
import { endOtherSessions, markSession } from './sessions.ts'
import type { SignedIn, SignInPorts } from './signed-in.ts'

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
