import { Aes256Gcm, CipherSuite, DhkemP256HkdfSha256, HkdfSha256 } from '@hpke/core'
import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { envelopePattern, type IdentityInside, type Place } from './envelope.ts'
import { importPublicKey, keyIdOf, type OpeningKey, PUBLIC_KEY_BYTES, publicKeyBytes } from './unit-key.ts'

// RFC 9180, mode base. P-256 and not X25519, because every browser with WebCrypto has it.
const suite = new CipherSuite({ kem: new DhkemP256HkdfSha256(), kdf: new HkdfSha256(), aead: new Aes256Gcm() })

const info = utf8('aduan sealed identity 1')

/** All envelopes contain the same number of bytes, so their length reveals nothing about a name. */
const INSIDE_BYTES = 4_096
const CIPHERTEXT_BYTES = INSIDE_BYTES + 16

const boundTo = ({ tenant, context }: Place, keyId: string) => utf8([tenant, keyId, context].join('\n'))

/**
 * Seals an identity for a tenant's public key as `1.{key id}.{sender's key}.{ciphertext}`, always of one length.
 * @throws TypeError when the key is invalid, or the identity is longer than any form takes
 */
export async function sealEnvelope(publicKey: string, identity: IdentityInside, place: Place): Promise<string> {
  const raw = await publicKeyBytes(publicKey)
  if (!raw) throw new TypeError('The unit’s key is no point on P-256')
  const keyId = await keyIdOf(publicKey)
  const { name, address, phone, email, onBehalfOf } = identity
  const text = utf8(JSON.stringify({ name, address, phone, email, onBehalfOf }))
  if (text.length > INSIDE_BYTES - 2) throw new TypeError('The identity is longer than an envelope holds')
  const padded = new Uint8Array(INSIDE_BYTES)
  padded.set([text.length >> 8, text.length & 255])
  padded.set(text, 2)
  const recipientPublicKey = await importPublicKey(raw)
  const { enc, ct } = await suite.seal({ recipientPublicKey, info }, padded, boundTo(place, keyId))
  return ['1', keyId, ...[enc, ct].map((part) => toBase64Url(new Uint8Array(part)))].join('.')
}

/** Returns the identity, or `null` if the envelope has another key or place, or was changed. */
export async function openEnvelope(
  recipientKey: OpeningKey,
  envelope: string,
  place: Place,
): Promise<IdentityInside | null> {
  const [, keyId = '', sender = '', sealed = ''] = envelopePattern.exec(envelope) ?? []
  const [enc, ciphertext] = [fromBase64Url(sender), fromBase64Url(sealed)]
  if (enc?.length !== PUBLIC_KEY_BYTES || ciphertext?.length !== CIPHERTEXT_BYTES) return null
  try {
    const inside = new Uint8Array(await suite.open({ recipientKey, enc, info }, ciphertext, boundTo(place, keyId)))
    const length = ((inside[0] ?? 0) << 8) | (inside[1] ?? 0)
    return identityIn(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inside.slice(2, 2 + length))))
  } catch {
    return null
  }
}

// Senders can put anything inside, so only text of the known names is returned.
function identityIn(found: unknown): IdentityInside | null {
  if (typeof found !== 'object' || found === null) return null
  const given = new Map<string, unknown>(Object.entries(found))
  const text = (field: keyof IdentityInside): string | null => {
    const value = given.get(field)
    return typeof value === 'string' && value !== '' ? value : null
  }
  return {
    name: text('name'),
    address: text('address'),
    phone: text('phone'),
    email: text('email'),
    onBehalfOf: text('onBehalfOf'),
  }
}
