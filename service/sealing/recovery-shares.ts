import type { Bytes } from './bytes.ts'

/** A secret is split into three shares. Any two rebuild it; a single one reveals nothing. */
export interface RecoveryShare {
  readonly index: 1 | 2 | 3
  readonly bytes: Bytes
}

// This multiplies in GF(2^8) with the polynomial x^8 + x^4 + x^3 + x + 1, without branches or tables, so that timing
// reveals nothing.
function times(one: number, other: number): number {
  let [product, left, right] = [0, one, other]
  for (let bit = 0; bit < 8; bit++) {
    product ^= -(right & 1) & left
    left = ((left << 1) ^ (-(left >> 7) & 0x11b)) & 255
    right >>= 1
  }
  return product & 255
}

/** The power 254 is the inverse, because the 255 elements other than zero form a group. */
function inverse(of: number): number {
  let [result, power] = [1, of]
  for (let bit = 1; bit < 8; bit++) {
    power = times(power, power)
    result = times(result, power)
  }
  return result
}

/** Shamir's scheme with a line: byte by byte, share n is the secret plus n times a random slope. */
export function splitInThree(secret: Bytes, slope = crypto.getRandomValues(new Uint8Array(secret.length))) {
  const share = (index: RecoveryShare['index']): RecoveryShare => ({
    index,
    bytes: secret.map((byte, at) => byte ^ times(slope[at] ?? 0, index)),
  })
  return [share(1), share(2), share(3)] as const
}

/**
 * Rebuilds the secret from two shares. It returns `null` for the same share twice, and random bytes for shares of
 * different secrets.
 */
export function rebuiltFrom(one: RecoveryShare, other: RecoveryShare): Bytes | null {
  if (one.index === other.index || one.bytes.length !== other.bytes.length) return null
  const between = inverse(one.index ^ other.index)
  return one.bytes.map((byte, at) => byte ^ times(times(byte ^ (other.bytes[at] ?? 0), between), one.index))
}
