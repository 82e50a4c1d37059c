import { combine, split } from 'shamir-secret-sharing'
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

/**
 * A secret is split into three shares. Any two rebuild it; a single one reveals nothing. A share has as many bytes as the
 * secret and then its coordinate, 1 to 255.
 */
export type RecoveryShare = Bytes

export async function splitInThree(secret: Bytes): Promise<readonly RecoveryShare[]> {
  return (await split(secret, 3, 2)).map((share) => new Uint8Array(share))
}

/**
 * Rebuilds the secret from two shares. It returns `null` for the same share twice, and random bytes for shares of
 * different secrets.
 */
export async function combineShares(one: RecoveryShare, other: RecoveryShare): Promise<Bytes | null> {
  if (one.at(-1) === other.at(-1) || one.length !== other.length) return null
  return new Uint8Array(await combine([one, other]))
}

// Each word has sixteen bits: consonant, vowel, consonant, vowel, consonant. Speakers of Indonesian tell these letters
// apart by ear and by eye.
const consonants = 'bcdghjklmnprstwy'
const vowels = 'aiuo'

export const SHARE_WORDS = 19
const SECRET_BYTES = 32
const CHECK_BYTES = 3

async function checkOf(bytes: Uint8Array): Promise<Uint8Array> {
  const digest = await crypto.subtle.digest('SHA-256', concatBytes(utf8('aduan recovery share 1'), bytes))
  return new Uint8Array(digest).slice(0, CHECK_BYTES)
}

const markOf = (keyId: string): Uint8Array => (fromBase64Url(keyId) ?? new Uint8Array(2)).slice(0, 2)

/** Writes a share as lower-case words for paper or reading aloud, with a checksum that finds typing errors. */
export async function shareInWords(share: RecoveryShare, keyId: string): Promise<readonly string[]> {
  const body = concatBytes(share.slice(SECRET_BYTES), markOf(keyId), share.slice(0, SECRET_BYTES))
  const whole = concatBytes(body, await checkOf(body))
  return Array.from({ length: SHARE_WORDS }, (_, at) => word(((whole[at * 2] ?? 0) << 8) | (whole[at * 2 + 1] ?? 0)))
}

/** A sheet shows the words in rows with two check digits each, so that an error is found in its row. */
export const ROW_WORDS = 5

export interface SheetRow {
  readonly words: readonly string[]
  readonly check: string
}

export function rowsOf(words: readonly string[]): readonly SheetRow[] {
  const rows: SheetRow[] = []
  for (let at = 0; at < SHARE_WORDS; at += ROW_WORDS) {
    const row = words.slice(at, Math.min(at + ROW_WORDS, SHARE_WORDS))
    const bits = row.map(bitsOf)
    if (row.length < Math.min(ROW_WORDS, SHARE_WORDS - at) || bits.includes(null)) break
    // The row is taken as one number modulo a prime, so one wrong letter or two swapped words change the rest.
    const rest = bits.reduce<number>((sum, one) => ((sum << 16) + (one ?? 0)) % 97, 0)
    rows.push({ words: row, check: String(rest).padStart(2, '0') })
  }
  return rows
}

/** Reads typed text as words; capitals, line breaks, numbering and commas do not matter. */
export const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? []

const word = (bits: number): string =>
  [12, 10, 6, 4, 0]
    .map((shift, at) => (at % 2 === 0 ? consonants[(bits >> shift) & 15] : vowels[(bits >> shift) & 3]))
    .join('')

/** Says why typed words are no share of a key; `word` is the first invalid one, counted from 1. */
export type MisreadShare =
  | { readonly why: 'unreadable-word'; readonly word: number }
  | { readonly why: 'too-few' | 'too-many' | 'slip' | 'other-key' }

export async function shareFromWords(text: string, keyId: string): Promise<RecoveryShare | MisreadShare> {
  const words = wordsIn(text)
  const read = words.map(bitsOf)
  const unreadable = read.indexOf(null)
  if (unreadable >= 0) return { why: 'unreadable-word', word: unreadable + 1 }
  if (words.length < SHARE_WORDS) return { why: 'too-few' }
  if (words.length > SHARE_WORDS) return { why: 'too-many' }
  const whole = Uint8Array.from(read.flatMap((bits) => [(bits ?? 0) >> 8, (bits ?? 0) & 255]))
  const body = whole.slice(0, -CHECK_BYTES)
  const isWhole = (await checkOf(body)).every((byte, at) => byte === whole[body.length + at])
  if (!isWhole || body[0] === 0) return { why: 'slip' }
  if (!markOf(keyId).every((byte, at) => byte === body[1 + at])) return { why: 'other-key' }
  return concatBytes(body.slice(3), body.slice(0, 1))
}

function bitsOf(text: string): number | null {
  if (text.length !== 5) return null
  let bits = 0
  for (const [at, letter] of [...text].entries()) {
    const value = (at % 2 === 0 ? consonants : vowels).indexOf(letter)
    if (value < 0) return null
    bits = (bits << (at % 2 === 0 ? 4 : 2)) | value
  }
  return bits
}
