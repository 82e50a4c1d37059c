import { createCipheriv, createDecipheriv, hash, type KeyObject, randomBytes } from 'node:crypto'

const IV = 12
const TAG = 16
/** 21 characters of base64url are 126 bits, enough that nobody finds a second place with the same digest. */
const DIGEST = 21

/** They are used for nonces, which are not secret. */
export type RandomBytes = (size: number) => Buffer

/** The header is authenticated with the sealed content. */
export interface SealHeader {
  /** Names the key, if the opener must choose among several. */
  readonly kid?: string | undefined
  /** The digest of the seal's place; a seal without one is of an earlier version. */
  readonly place?: string | undefined
  /**
   * It is set on a tenant's secret once all of the tenant's seals are bound to their places; unbound ones are then
   * refused.
   */
  readonly allBound?: true | undefined
  /** It is set on a tenant's secret: the day since when its log has signed heads. */
  readonly headsSince?: string | undefined
}

export const placeDigest = (place: string): string => hash('sha256', place, 'base64url').slice(0, DIGEST)

/**
 * A compact JWE (RFC 7516) with `dir` and A256GCM, which any JOSE library opens. It is made here synchronously: jose
 * uses WebCrypto, which passes each of a filing's small seals to another thread, at a higher cost than the sealing
 * itself.
 */
export function encryptCompact(
  plain: Uint8Array,
  key: KeyObject,
  fields: SealHeader = {},
  random: RandomBytes = randomBytes,
): string {
  const header = headerOf(fields)
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(Buffer.from(header, 'latin1'))
  const sealed = cipher.update(plain)
  // GCM holds nothing back, so the end adds nothing.
  cipher.final()
  const tag = cipher.getAuthTag()
  return `${header}..${iv.toString('base64url')}.${sealed.toString('base64url')}.${tag.toString('base64url')}`
}

/** @throws Error if the key is another one or anything was changed, the header included */
export function decryptCompact(jwe: string, key: KeyObject): Buffer {
  const [header = '', wrappedKey, ...parts] = jwe.split('.')
  const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (wrappedKey !== '' || !iv || !sealed || !tag) throw new Error('This is no seal of ours.')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
    .setAAD(Buffer.from(header, 'latin1'))
    .setAuthTag(tag)
  const plain = decipher.update(sealed)
  decipher.final()
  return plain
}

// The member `place` comes last, so that the version of a key can be read from the beginning of its header.
const headerOf = ({ kid, allBound, headsSince, place }: SealHeader): string =>
  Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid, allBound, headsSince, place })).toString('base64url')

/** @throws Error if it is not one of ours */
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
