import { type Bytes, joined, utf8 } from './bytes.ts'

// RFC 9180, mode base: DHKEM(P-256, HKDF-SHA256) 0x0010, HKDF-SHA256 0x0001, AES-256-GCM 0x0002. P-256 and not X25519,
// because every browser with WebCrypto has it.
const kem = joined(utf8('KEM'), new Uint8Array([0, 0x10]))
const suite = joined(utf8('HPKE'), new Uint8Array([0, 0x10, 0, 1, 0, 2]))
const none = new Uint8Array()

const curve = { name: 'ECDH', namedCurve: 'P-256' } as const

/** An uncompressed public key has this length. */
export const PUBLIC_KEY_BYTES = 65

async function hmac(key: Bytes, text: Bytes): Promise<Bytes> {
  // RFC 5869 2.2 replaces an absent salt by zeros, and WebCrypto refuses an empty key.
  const raw = key.length > 0 ? key : new Uint8Array(32)
  const imported = await crypto.subtle.importKey('raw', raw, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, text))
}

const extract = (suiteId: Bytes, salt: Bytes, label: string, ikm: Bytes) =>
  hmac(salt, joined(utf8('HPKE-v1'), suiteId, utf8(label), ikm))

/** @param length at most 32, because one round suffices then */
async function expand(suiteId: Bytes, secret: Bytes, label: string, info: Bytes, length: number): Promise<Bytes> {
  const labelled = joined(new Uint8Array([0, length]), utf8('HPKE-v1'), suiteId, utf8(label), info)
  return (await hmac(secret, joined(labelled, new Uint8Array([1])))).slice(0, length)
}

/** @throws DOMException when the bytes are no point on the curve */
export const importPublicKey = (raw: Bytes): Promise<CryptoKey> => crypto.subtle.importKey('raw', raw, curve, true, [])

export const sharedSecret = async (own: CryptoKey, other: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, own, 256))

export const newKeyPair = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(curve, true, ['deriveBits'])

export const rawPublicKey = async (key: CryptoKey): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.exportKey('raw', key))

async function cipherFor(agreed: Bytes, encapsulated: Bytes, recipient: Bytes, info: Bytes) {
  const fromKem = await extract(kem, none, 'eae_prk', agreed)
  const shared = await expand(kem, fromKem, 'shared_secret', joined(encapsulated, recipient), 32)
  const [pskHash, infoHash, secret] = await Promise.all([
    extract(suite, none, 'psk_id_hash', none),
    extract(suite, none, 'info_hash', info),
    extract(suite, shared, 'secret', none),
  ])
  const context = joined(new Uint8Array([0]), pskHash, infoHash)
  const [key, iv] = await Promise.all([
    expand(suite, secret, 'key', context, 32),
    expand(suite, secret, 'base_nonce', context, 12),
  ])
  return { iv, key: await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['encrypt', 'decrypt']) }
}

/** Both sides know the purpose and the place, and nobody can change them. */
export interface Bound {
  readonly info: Bytes
  readonly aad: Bytes
}

export interface Box {
  readonly encapsulated: Bytes
  readonly ciphertext: Bytes
}

/** Seals for a public key. Only the private key opens it; the sender cannot. */
export async function sealTo(
  recipient: Bytes,
  plaintext: Bytes,
  { info, aad }: Bound,
  sender?: CryptoKeyPair,
): Promise<Box> {
  const { privateKey, publicKey } = sender ?? (await newKeyPair())
  const encapsulated = await rawPublicKey(publicKey)
  const agreed = await sharedSecret(privateKey, await importPublicKey(recipient))
  const { key, iv } = await cipherFor(agreed, encapsulated, recipient, info)
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, plaintext)
  return { encapsulated, ciphertext: new Uint8Array(ciphertext) }
}

/** @throws DOMException for another key or another place, or when the box was changed */
export async function openBox(
  own: { readonly privateKey: CryptoKey; readonly publicKey: Bytes },
  { encapsulated, ciphertext }: Box,
  { info, aad }: Bound,
): Promise<Bytes> {
  const agreed = await sharedSecret(own.privateKey, await importPublicKey(encapsulated))
  const { key, iv } = await cipherFor(agreed, encapsulated, own.publicKey, info)
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData: aad }, key, ciphertext))
}
