import { Refusal } from '../../shared/refusal.ts'
import { UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'
import { type AccountPorts, forgetLastFactor } from './account-security.ts'
import { keepChallenge, takeChallenge } from './challenge.ts'
import { requireFreshConfirmation } from './confirm-session.ts'
import { type Ceremony, MOST_PASSKEYS, type Passkey, type PasskeyAnswer, passkeysOf } from './passkey.ts'
import { firstRecoveryCodes } from './recovery-codes.ts'
import { showSecondFactor } from './sessions.ts'
import type { SignedIn } from './signed-in.ts'

/** @throws Refusal `session/confirmation-needed`, `passkey/too-many` */
export async function beginPasskey(ports: AccountPorts, { account, session }: SignedIn): Promise<Ceremony> {
  requireFreshConfirmation(session, ports.now())
  const known = await passkeysOf(ports, account.id)
  if (known.length >= MOST_PASSKEYS) throw new Refusal('conflict', 'passkey/too-many')
  const ceremony = await ports.ceremonies.toAdd(account, known)
  await keepChallenge(ports, ceremony.options.challenge, { purpose: 'add', account: account.id })
  return ceremony
}

export interface AddedPasskey {
  readonly passkey: Passkey
  readonly recoveryCodes: readonly string[]
}

/** @throws Refusal `passkey/not-accepted`, `passkey/taken` */
export async function addPasskey(
  ports: AccountPorts,
  { account, session }: SignedIn,
  { name, answer }: { readonly name: string; readonly answer: PasskeyAnswer },
): Promise<AddedPasskey> {
  const { ceremonies, passkeys, hashSecret, now } = ports
  const challenge = ceremonies.challengeIn(answer)
  const isInTime = challenge && (await takeChallenge(ports, challenge, { purpose: 'add', account: account.id }))
  const key = isInTime ? await ceremonies.verifyAdded(answer, challenge) : null
  if (!key) throw new Refusal('invalid', 'passkey/not-accepted')
  const id = hashSecret(key.credential)
  const added = { tenant: PLATFORM, id, account: account.id, ...key, name, addedAt: now(), lastUsedAt: null }
  const passkey = await passkeys.insert(added).catch(refuseTaken)
  await showSecondFactor(ports, session)
  return { passkey, recoveryCodes: await firstRecoveryCodes(ports, account.id) }
}

function refuseTaken(cause: unknown): never {
  throw cause instanceof UniqueViolation ? new Refusal('conflict', 'passkey/taken') : cause
}

/** @throws Refusal `session/confirmation-needed`, `passkey/unknown` */
export async function removePasskey(ports: AccountPorts, { account, session }: SignedIn, id: string): Promise<void> {
  requireFreshConfirmation(session, ports.now())
  const passkey = await ports.passkeys.get(PLATFORM, id)
  if (passkey?.account !== account.id) throw new Refusal('not-found', 'passkey/unknown')
  await ports.passkeys.delete(PLATFORM, id)
  await forgetLastFactor(ports, account.id)
}
