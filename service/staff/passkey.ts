import type { Instant } from '../shared/instant.ts'
import type { Collection, CollectionSpec, Kept } from '../storage/collection.ts'
import { PLATFORM } from '../tenants/tenant-id.ts'
import type { Account } from './account.ts'
import { type Asked, type ChallengePorts, takeChallenge } from './challenge.ts'

/** The public half of a key pair that a person's device keeps. */
export interface PasskeyKey {
  readonly credential: string
  /** COSE key, base64url. */
  readonly publicKey: string
  /** How often the device says that it was used; 0 where it does not count. */
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

/** What a device answers, as WebAuthn's JSON: only the ceremonies read all of it. */
export interface PasskeyAnswer {
  readonly id: string
  readonly rawId: string
  readonly type: 'public-key'
  readonly response: { readonly clientDataJSON: string }
}

/** What the browser needs to ask a device, and the challenge in it. */
export interface Ceremony {
  readonly options: Readonly<Record<string, unknown>> & { readonly challenge: string }
}

/** WebAuthn for this service's origin. A device must always verify its user, so a passkey counts as two factors. */
export interface PasskeyCeremonies {
  toAdd(person: Pick<Account, 'id' | 'email' | 'name'>, known: readonly PasskeyKey[]): Promise<Ceremony>
  toShow(known: readonly PasskeyKey[]): Promise<Ceremony>
  /** The challenge that was answered, by what the answer says; `null` when it says none. */
  challengeIn(answer: PasskeyAnswer): string | null
  /** The new key, or `null` when the answer is not to this challenge, origin or standard. */
  added(answer: PasskeyAnswer, challenge: string): Promise<PasskeyKey | null>
  /** The new counter, or `null` when the signature, challenge, origin or counter is wrong. */
  shown(answer: PasskeyAnswer, challenge: string, key: PasskeyKey): Promise<number | null>
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

/** The passkey that an answer shows, in time and for the first time; `null` when it shows none. */
export async function takePasskey(ports: PasskeyPorts, answer: PasskeyAnswer, asked: Asked): Promise<Passkey | null> {
  const { passkeys, ceremonies, hashSecret, now } = ports
  const challenge = ceremonies.challengeIn(answer)
  if (!challenge || !(await takeChallenge(ports, challenge, asked))) return null
  const passkey = await passkeys.get(PLATFORM, hashSecret(answer.id))
  if (!passkey || (asked.account !== null && passkey.account !== asked.account)) return null
  const counter = await ceremonies.shown(answer, challenge, passkey)
  // Losing the race means that the same key was shown elsewhere at this moment, with a counter of its own.
  return counter === null ? null : passkeys.replace({ ...passkey, counter, lastUsedAt: now() })
}
