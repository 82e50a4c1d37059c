import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

const plainHeader = headerOf()
const IV = 12
const TAG = 16

/** Fresh random bytes; here for nonces, which may be seen. */
export type RandomBytes = (size: number) => Buffer

/**
 * A compact JWE (RFC 7516) with `dir` and A256GCM, which any JOSE library opens. It is made here and at once: jose goes
 * by WebCrypto, which hands each of a filing's small seals to another thread, and that costs more than all of the sealing.
 * @param kid names the key in the header, where one that opens must choose among several
 */
export function encryptCompact(
  plain: Uint8Array,
  key: KeyObject,
  random: RandomBytes = randomBytes,
  kid?: string,
): string {
  const header = kid === undefined ? plainHeader : headerOf(kid)
  const iv = random(IV)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG }).setAAD(Buffer.from(header))
  const sealed = Buffer.concat([cipher.update(plain), cipher.final()])
  return [header, '', ...[iv, sealed, cipher.getAuthTag()].map((part) => part.toString('base64url'))].join('.')
}

/** @throws Error when the key is another one or anything was changed */
export function decryptCompact(jwe: string, key: KeyObject): Buffer {
  const [header = '', wrappedKey, ...parts] = jwe.split('.')
  const [iv, sealed, tag] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (!isOurs(header) || wrappedKey !== '' || !iv || !sealed || !tag) throw new Error('This is no seal of ours.')
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG })
    .setAAD(Buffer.from(header))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(sealed), decipher.final()])
}

function headerOf(kid?: string): string {
  return Buffer.from(JSON.stringify({ alg: 'dir', enc: 'A256GCM', kid })).toString('base64url')
}

function isOurs(header: string): boolean {
  if (header === plainHeader) return true
  const { alg, enc }: { alg?: unknown; enc?: unknown } = JSON.parse(Buffer.from(header, 'base64url').toString())
  return alg === 'dir' && enc === 'A256GCM'
}
