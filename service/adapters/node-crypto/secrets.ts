import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { createRandomPool } from './random-pool.ts'

const pooled = createRandomPool()

/** 96 random bits as 16 characters that fit into any address. */
export const newId = (): string => pooled(12).toString('base64url')

/** 192 random bits. */
export const newSecret = (): string => randomBytes(24).toString('base64url')

/** It is only for secrets that are random already. */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** SHA-256 in hexadecimal digits. */
export const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Thirty-two characters that nobody confuses on paper: no 0 O, no 1 I. */
const readable = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'

/** 80 random bits in four groups that a person can copy by hand: `7KQM-2XRD-…`. */
export const newRecoveryCode = (): string =>
  [...randomBytes(16)]
    .map((byte) => readable[byte % readable.length])
    .join('')
    .replace(/.{4}(?=.)/g, '$&-')

/** Compares in constant time, whatever the lengths. */
export function compareWithSecret(secret: string): (given: string) => boolean {
  const digestOf = (text: string): Buffer => createHash('sha256').update(text).digest()
  const wanted = digestOf(secret)
  return (given) => timingSafeEqual(digestOf(given), wanted)
}
