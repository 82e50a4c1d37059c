import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import { openBox, PUBLIC_KEY_BYTES, sealTo } from './hpke.ts'
import { keyIdOf, type OpeningKey, publicKeyBytes } from './unit-key.ts'

export interface IdentityInside {
  readonly name: string | null
  readonly address: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly onBehalfOf: string | null
}

/** An envelope opens only in the place for which it was sealed. */
export interface Place {
  readonly tenant: string
  /** The context is `filing:` with the idempotency key of the filing, or `case:` with the number it was added to. */
  readonly context: string
}

/** All envelopes contain the same number of bytes, so their length reveals nothing about a name. */
const INSIDE_BYTES = 4_096
const CIPHERTEXT_BYTES = INSIDE_BYTES + 16

/** An envelope has four parts: version, id of the tenant's key, the sender's key, and the ciphertext. */
export const envelopePattern = /^1\.([\w-]{22})\.([\w-]{87})\.([\w-]{5483})$/

/** Returns the id of the key that opens an envelope, or `null` for text that is no envelope. */
export const keyIdIn = (envelope: string): string | null => envelopePattern.exec(envelope)?.[1] ?? null

const boundTo = ({ tenant, context }: Place, keyId: string) => ({
  info: utf8('aduan sealed identity 1'),
  aad: utf8([tenant, keyId, context].join('\n')),
})

export const filingContext = (idempotencyKey: string): string => `filing:${idempotencyKey}`
export const caseContext = (number: string): string => `case:${number}`

/**
 * Seals an identity for a tenant's public key as `1.{key id}.{sender's key}.{ciphertext}`, always of one length.
 * @throws TypeError when the key is invalid, or the identity is longer than any form takes
 */
export async function sealEnvelope(
  publicKey: string,
  identity: IdentityInside,
  place: Place,
  sender?: CryptoKeyPair,
): Promise<string> {
  const recipient = await publicKeyBytes(publicKey)
  if (!recipient) throw new TypeError('The unit’s key is no point on P-256')
  const keyId = await keyIdOf(publicKey)
  const { name, address, phone, email, onBehalfOf } = identity
  const text = utf8(JSON.stringify({ name, address, phone, email, onBehalfOf }))
  if (text.length > INSIDE_BYTES - 2) throw new TypeError('The identity is longer than an envelope holds')
  const padded = new Uint8Array(INSIDE_BYTES)
  padded.set([text.length >> 8, text.length & 255])
  padded.set(text, 2)
  const { encapsulated, ciphertext } = await sealTo(recipient, padded, boundTo(place, keyId), sender)
  return ['1', keyId, toBase64Url(encapsulated), toBase64Url(ciphertext)].join('.')
}

/** Returns the identity, or `null` if the envelope has another key or place, or was changed. */
export async function openEnvelope(key: OpeningKey, envelope: string, place: Place): Promise<IdentityInside | null> {
  const [, keyId = '', sender = '', sealed = ''] = envelopePattern.exec(envelope) ?? []
  const [encapsulated, ciphertext] = [fromBase64Url(sender), fromBase64Url(sealed)]
  if (encapsulated?.length !== PUBLIC_KEY_BYTES || ciphertext?.length !== CIPHERTEXT_BYTES) return null
  try {
    const inside = await openBox(key, { encapsulated, ciphertext }, boundTo(place, keyId))
    const length = ((inside[0] ?? 0) << 8) | (inside[1] ?? 0)
    return identityIn(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inside.slice(2, 2 + length))))
  } catch {
    return null
  }
}

// Senders can put anything inside, so only text of the known names is returned.
function identityIn(found: unknown): IdentityInside | null {
  if (typeof found !== 'object' || found === null) return null
  const given = new Map(Object.entries(found))
  const text = (field: keyof IdentityInside): string | null => {
    const value: unknown = given.get(field)
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
