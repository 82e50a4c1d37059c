import { combine, split } from 'shamir-secret-sharing'
import type { Bytes } from './bytes.ts'

/**
 * A secret is split into three shares. Any two rebuild it; a single one reveals nothing. A share has as many bytes as the
 * secret and then its coordinate, 1 to 255.
 */
export type RecoveryShare = Bytes

export async function splitInThree(secret: Bytes): Promise<readonly RecoveryShare[]> {
  return (await split(secret, 3, 2)).map((share) => new Uint8Array(share))
}

/**
 * Rebuilds the secret from two shares. It returns `null` for the same share twice, and random bytes for shares of
 * different secrets.
 */
export async function combineShares(one: RecoveryShare, other: RecoveryShare): Promise<Bytes | null> {
  if (one.at(-1) === other.at(-1) || one.length !== other.length) return null
  return new Uint8Array(await combine([one, other]))
}
