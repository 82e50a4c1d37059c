import type { Instant } from '../../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../../storage/collection.ts'
import { PLATFORM } from '../../storage/tenant-id.ts'
import type { Account } from './account.ts'
import { type Asked, type ChallengePorts, takeChallenge } from './challenge.ts'

/** A person's device keeps the private half. */
export interface PasskeyKey {
  readonly credential: string
  /** This is a COSE key in base64url. */
  readonly publicKey: string
  /** The device reports how often it was used; 0 if it does not count. */
  readonly counter: number
  readonly transports: readonly string[]
}

/** `id` is the hash of the credential's id, under which a device presents it. */
export interface Passkey extends Kept, PasskeyKey {
  readonly account: string
  readonly name: string
  readonly addedAt: Instant
  readonly lastUsedAt: Instant | null
}

export const passkeySpec: CollectionSpec<Passkey> = {
  name: 'passkeys',
  keys: { account: ({ account }) => account },
  indexes: { account: { on: ['account'] } },
}

export interface PasskeyAnswer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: { readonly clientDataJSON: string }
}

/** The browser asks a device with `options`, which contain the challenge. */
export interface Ceremony {
  readonly options: Readonly<Record<string, unknown>> & { readonly challenge: string }
}

/** WebAuthn for this service's origin. A device must always verify its user, so a passkey counts as two factors. */
export interface PasskeyCeremonies {
  toAdd(person: Pick<Account, 'id' | 'email' | 'name'>, known: readonly PasskeyKey[]): Promise<Ceremony>
  toShow(known: readonly PasskeyKey[]): Promise<Ceremony>
  challengeIn(answer: PasskeyAnswer): string | null
  /** Returns the new key, or `null` when the answer does not match this challenge, origin or standard. */
  verifyAdded(answer: PasskeyAnswer, challenge: string): Promise<PasskeyKey | null>
  /** Returns the new counter, or `null` when the signature, challenge, origin or counter is wrong. */
  verifyShown(answer: PasskeyAnswer, challenge: string, key: PasskeyKey): Promise<number | null>
}

interface PasskeyPorts extends ChallengePorts {
  readonly passkeys: Collection<Passkey>
  readonly ceremonies: PasskeyCeremonies
}

export const MOST_PASSKEYS = 20

export const passkeysOf = async (
  { passkeys }: Pick<PasskeyPorts, 'passkeys'>,
  account: string,
): Promise<readonly Passkey[]> =>
  (await passkeys.find(PLATFORM, { index: 'account', where: { account }, limit: MOST_PASSKEYS })).items

export async function takePasskey(ports: PasskeyPorts, answer: PasskeyAnswer, asked: Asked): Promise<Passkey | null> {
  const { passkeys, ceremonies, hashSecret, now } = ports
  const challenge = ceremonies.challengeIn(answer)
  if (!challenge || !(await takeChallenge(ports, challenge, asked))) return null
  const passkey = await passkeys.get(PLATFORM, hashSecret(answer.id))
  if (!passkey || (asked.account !== null && passkey.account !== asked.account)) return null
  const counter = await ceremonies.verifyShown(answer, challenge, passkey)
  // If this write loses, the same key was used elsewhere at this moment, with its own counter.
  return counter === null ? null : passkeys.replace({ ...passkey, counter, lastUsedAt: now() })
}
