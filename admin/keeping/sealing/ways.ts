import type { SealingView } from '../../../service/contract/sealing.ts'
import type { Bytes } from '../../../service/sealing/bytes.ts'
import { combineShares, type RecoveryShare } from '../../../service/sealing/recovery-shares.ts'
import { shareFromWords } from '../../../service/sealing/recovery-words.ts'
import { type OpeningKey, openingKey } from '../../../service/sealing/unit-key.ts'
import {
  newSalt,
  SHORTEST_PASSPHRASE,
  unwrapByPasskey,
  unwrapByPassphrase,
  wrapByPasskey,
  wrapByPassphrase,
} from '../../../service/sealing/wrapped-key.ts'
import type { WrappedUnitKey } from '../../api/wire.ts'
import type { SealingWording } from '../../wording/sealing-wording.ts'
import { makePrfPasskey, secretOfPasskey } from './prf-passkey.ts'

export type Key = SealingView['keys'][number]
export type Way = Key['ways'][number]

/** A failure with a sentence for the person. */
export class ShownFailure extends Error {}

/** Wraps a secret in the way that a person chose. */
export type Wrap = (secret: Bytes, keyId: string) => Promise<WrappedUnitKey>

/** @throws ShownFailure */
export function wrapWithPassphrase(passphrase: string, again: string, wording: SealingWording): Wrap {
  if ([...passphrase.trim()].length < SHORTEST_PASSPHRASE) throw new ShownFailure(wording.tooShort(SHORTEST_PASSPHRASE))
  if (passphrase !== again) throw new ShownFailure(wording.notSame)
  return (secret, keyId) => wrapByPassphrase(secret, keyId, passphrase)
}

/** Lets the browser make a passkey for this key alone, once there is a key to wrap. */
export const wrapWithPasskey =
  (unit: string, wording: SealingWording): Wrap =>
  async (secret, keyId) => {
    const salt = newSalt()
    const passkey = given(await makePrfPasskey(unit, salt), wording)
    return wrapByPasskey(secret, keyId, { salt, ...passkey })
  }

function given<What>(answer: What | 'no-prf' | null, wording: SealingWording): Exclude<What, 'no-prf' | null> {
  if (answer === 'no-prf') throw new ShownFailure(wording.noPrf)
  if (answer === null) throw new ShownFailure(wording.givenUp)
  return answer as Exclude<What, 'no-prf' | null>
}

/** A key that is open in this page, and its secret for wrapping it anew. */
export interface OpenKey {
  readonly secret: Bytes
  readonly opening: OpeningKey
}

async function openedWith(secret: Bytes | null, key: Key, otherwise: string): Promise<OpenKey> {
  const opening = secret && (await openingKey(secret, key.publicKey))
  if (!secret || !opening) throw new ShownFailure(otherwise)
  return { secret, opening }
}

/** @throws ShownFailure */
export async function openByWay(
  key: Key,
  { wrapped }: Way,
  passphrase: string,
  wording: SealingWording,
): Promise<OpenKey> {
  if (wrapped.way === 'passphrase') {
    return openedWith(await unwrapByPassphrase(wrapped, key.id, passphrase), key, wording.wrongPassphrase)
  }
  const prf = given(await secretOfPasskey(wrapped.credential, wrapped.salt), wording)
  return openedWith(await unwrapByPasskey(wrapped, key.id, prf), key, wording.wrongPasskey)
}

/** @throws ShownFailure */
export async function openByShares(
  key: Key,
  typed: readonly [string, string],
  wording: SealingWording,
): Promise<OpenKey> {
  if (typed.some((text) => text.trim() === '')) throw new ShownFailure(wording.emptySheet)
  const [one, other] = [await readShare(typed[0], key.id, wording), await readShare(typed[1], key.id, wording)]
  const secret = await combineShares(one, other)
  if (!secret) throw new ShownFailure(wording.sameSheet)
  return openedWith(secret, key, wording.wrongShares)
}

/** @throws ShownFailure */
export async function readShare(typed: string, keyId: string, wording: SealingWording): Promise<RecoveryShare> {
  const read = await shareFromWords(typed, keyId)
  if (!('why' in read)) return read
  throw new ShownFailure(read.why === 'unreadable-word' ? wording.unreadable(read.word) : wording.misread[read.why])
}
