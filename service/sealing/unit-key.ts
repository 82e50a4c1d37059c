import { type Bytes, fromBase64Url, toBase64Url } from './bytes.ts'

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** Length of a public key, uncompressed. */
export const PUBLIC_KEY_BYTES = 65

/** @throws DOMException when the bytes are no point on the curve. */
export const importPublicKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, curve, true, [])

const newKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(curve, true, ['deriveBits'])

const sharedSecret = async (own: CryptoKey, other: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256))

/** The secret half leaves the browser only wrapped or split into shares. */
export interface MadeKey {
  /** It has 32 bytes. */
  readonly secret: Bytes
  /** It is an uncompressed point on P-256 in base64url, 87 characters. */
  readonly publicKey: string
}

export async function makeUnitKey(): Promise<MadeKey> {
  const { privateKey, publicKey } = await newKeyPair()
  const { d } = await crypto.subtle.exportKey('jwk', privateKey)
  const secret = fromBase64Url(d ?? '')
  if (secret?.length !== 32) throw new TypeError('This browser gives no private key of 32 bytes')
  return { secret, publicKey: toBase64Url(new Uint8Array(await crypto.subtle.exportKey('raw', publicKey))) }
}

/** Returns `null` where the text is no point on the curve. */
export async function publicKeyBytes(publicKey: string): Promise<Bytes | null> {
  const raw = fromBase64Url(publicKey)
  if (raw?.length !== PUBLIC_KEY_BYTES) return null
  return importPublicKey(raw).then(
    () => raw,
    () => null,
  )
}

const digestOf = async (publicKey: string): Promise<Uint8Array> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', fromBase64Url(publicKey) ?? new Uint8Array()))

/** Returns 128 bits of the key's SHA-256 as 22 characters. */
export const keyIdOf = async (publicKey: string): Promise<string> =>
  toBase64Url((await digestOf(publicKey)).slice(0, 16))

const inGroups = (hex: string): string => hex.toUpperCase().replace(/.{4}(?=.)/g, '$& ')

/** People compare the fingerprint: 80 bits of the key's SHA-256, for example `3F2A 91C0 0B7E 4D15 A6C8`. */
export async function fingerprintOf(publicKey: string): Promise<string> {
  const hex = Array.from((await digestOf(publicKey)).slice(0, 10), (byte) => byte.toString(16).padStart(2, '0'))
  return inGroups(hex.join(''))
}

/**
 * Reads one or more fingerprints as people paste them: with spaces, hyphens, commas, or none of these. Returns them as
 * `fingerprintOf` writes them, and none where the text contains anything else.
 */
export function fingerprintsIn(text: string): readonly string[] {
  const digits = text.replace(/[\s,;:\u2010-\u2015-]/g, '')
  return /^([\da-f]{20})+$/i.test(digits) ? (digits.match(/.{20}/g) ?? []).map(inGroups) : []
}

export type OpeningKey = CryptoKeyPair

/** Returns `null` where the secret does not belong to the public key. */
export async function openingKey(secret: Bytes, publicKey: string): Promise<OpeningKey | null> {
  const raw = await publicKeyBytes(publicKey)
  if (!raw || secret.length !== 32) return null
  const [x, y] = [raw.slice(1, 33), raw.slice(33)].map(toBase64Url)
  const jwk: JsonWebKey = { kty: 'EC', crv: 'P-256', d: toBase64Url(secret), x: x ?? '', y: y ?? '' }
  try {
    const privateKey = await crypto.subtle.importKey('jwk', jwk, curve, false, ['deriveBits'])
    // Not every browser checks on import that the halves belong together.
    const [own, probe] = [await importPublicKey(raw), await newKeyPair()]
    const [one, other] = await Promise.all([
      sharedSecret(privateKey, probe.publicKey),
      sharedSecret(probe.privateKey, own),
    ])
    return toBase64Url(one) === toBase64Url(other) ? { privateKey, publicKey: own } : null
  } catch {
    return null
  }
}
