import { createCipheriv, createDecipheriv, hash, type KeyObject, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16
/** Characters of base64url, 126 bits: enough that nobody finds a second place with the digest of a first. */
const DIGEST = 21

/** Fresh random bytes; here for nonces, which may be seen. */
export type RandomBytes = (size: number) => Buffer

/** What a seal says of itself. Its header is authenticated with what it seals. */
export interface SealHeader {
  /** Names the key, where one that opens must choose among several. */
  readonly kid?: string | undefined
  /** The digest of the place that it was made for; a seal without one is of an earlier version. */
  readonly place?: string | undefined
  /** On a secret of a unit: all of the unit's seals are bound to their places, and others are refused. */
  readonly allBound?: true | undefined
  /** On a secret of a unit: from this day on its log has signed heads. */
  readonly headsSince?: string | undefined
}

/** The digest of a place, as it stands in headers. */
export const placeDigest = (place: string): string => hash('sha256', place, 'base64url').slice(0, DIGEST)

/**
 * A compact JWE (RFC 7516) with `dir` and A256GCM, which any JOSE library opens. It is made here and at once: jose goes
 * by WebCrypto, which hands each of a filing's small seals to another thread, and that costs more than all of the sealing.
 */
export function encryptCompact(
  plain: Uint8Array,
  key: KeyObject,
  said: SealHeader = {},
  random: RandomBytes = randomBytes,
): string {
  const header = headerOf(said)
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(Buffer.from(header))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return [header, '', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** @throws Error when the key is another one or anything was changed, the header included */
export function decryptCompact(jwe: string, key: KeyObject): Buffer {
  const [header = '', wrappedKey, ...parts] = jwe.split('.')
  const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (wrappedKey !== '' || !iv || !sealed || !tag) throw new Error('This is no seal of ours.')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
    .setAAD(Buffer.from(header))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

// The member `place` stands last, so that the version of a key can be read from the beginning of its header.
const headerOf = ({ kid, allBound, headsSince, place }: SealHeader): string =>
  Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid, allBound, headsSince, place })).toString('base64url')

/** Reads the header. @throws Error when it is not one of ours */
export function headerIn(jwe: string): SealHeader {
  const read: unknown = JSON.parse(Buffer.from(jwe.slice(0, jwe.indexOf('.')), 'base64url').toString())
  if (!isOurs(read)) throw new Error('This is no seal of ours.')
  return read
}

const isOurs = (read: unknown): read is SealHeader =>
  typeof read === 'object' &&
  read !== null &&
  'alg' in read &&
  read.alg === 'dir' &&
  'enc' in read &&
  read.enc === 'A256GCM'
