import { type Bytes, concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts'

/** The service keeps the secret half wrapped: only a custodian's browser wraps and opens it. */
export type WrappedTenantKey =
  | {
      readonly way: 'passphrase'
      readonly salt: string
      /** These are rounds of PBKDF2-HMAC-SHA-256. */
      readonly iterations: number
      readonly sealed: string
    }
  | {
      readonly way: 'passkey'
      /** The authenticator derives the key from this salt (WebAuthn PRF). */
      readonly salt: string
      readonly credential: string
      readonly sealed: string
    }

/** OWASP asks for 600,000 rounds (2023); a phone of 2020 takes about a second for these. */
export const PASSPHRASE_ROUNDS = 1_000_000
/** Fewer rounds would make guessing cheap; more would hang the page. */
const FEWEST_ROUNDS = 600_000
const MOST_ROUNDS = 10_000_000

/** A passphrase must be long, because the owner of a stolen backup can try as many as they can pay for. */
export const SHORTEST_PASSPHRASE = 16

const SALT_BYTES = 32

export const newSalt = (): string => toBase64Url(crypto.getRandomValues(new Uint8Array(SALT_BYTES)))

async function keyFromPassphrase(passphrase: string, salt: string, iterations: number): Promise<CryptoKey> {
  // Keyboards encode the same letters differently, and nobody sees a blank at the end.
  const typed = utf8(passphrase.normalize('NFKC').trim())
  const material = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey'])
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(salt), iterations }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

async function keyFromPasskey(prf: Bytes, salt: string): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', prf, 'HKDF', false, ['deriveKey'])
  const how = { name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info: utf8('aduan unit key 1') }
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
}

const boundTo = (keyId: string, way: WrappedTenantKey['way']): Bytes => utf8(`aduan unit key 1\n${keyId}\n${way}`)

async function seal(key: CryptoKey, secret: Bytes, additionalData: Bytes): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, secret)
  return toBase64Url(concatBytes(iv, new Uint8Array(sealed)))
}

async function open(key: CryptoKey, sealed: string, additionalData: Bytes): Promise<Bytes | null> {
  const bytes = fromBase64Url(sealed)
  if (!bytes) return null
  try {
    const iv = bytes.slice(0, 12)
    return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes.slice(12)))
  } catch {
    return null
  }
}

export async function wrapByPassphrase(secret: Bytes, keyId: string, passphrase: string): Promise<WrappedTenantKey> {
  const [salt, iterations] = [newSalt(), PASSPHRASE_ROUNDS]
  const key = await keyFromPassphrase(passphrase, salt, iterations)
  return { way: 'passphrase', salt, iterations, sealed: await seal(key, secret, boundTo(keyId, 'passphrase')) }
}

/** @param prf the 32 bytes that the authenticator gave for this salt */
export async function wrapByPasskey(
  secret: Bytes,
  keyId: string,
  { credential, salt, prf }: { readonly credential: string; readonly salt: string; readonly prf: Bytes },
): Promise<WrappedTenantKey> {
  const sealed = await seal(await keyFromPasskey(prf, salt), secret, boundTo(keyId, 'passkey'))
  return { way: 'passkey', salt, credential, sealed }
}

/** Returns `null` for another passphrase, or where the wrapped key was changed. */
export async function unwrapByPassphrase(
  wrapped: WrappedTenantKey & { readonly way: 'passphrase' },
  keyId: string,
  passphrase: string,
): Promise<Bytes | null> {
  const { salt, iterations, sealed } = wrapped
  if (iterations < FEWEST_ROUNDS || iterations > MOST_ROUNDS) return null
  return open(await keyFromPassphrase(passphrase, salt, iterations), sealed, boundTo(keyId, 'passphrase'))
}

export async function unwrapByPasskey(
  { salt, sealed }: WrappedTenantKey & { readonly way: 'passkey' },
  keyId: string,
  prf: Bytes,
): Promise<Bytes | null> {
  return open(await keyFromPasskey(prf, salt), sealed, boundTo(keyId, 'passkey'))
}
