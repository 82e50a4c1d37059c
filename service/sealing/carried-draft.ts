import { codeAlphabet, normaliseCode } from '../shared/tracking-code.ts'
import { type Bytes, concatBytes, fromBase64Url, toBase64Url, utf8 } from './bytes.ts'

/** Three groups of four, 59 bits; with the rounds below, trying all of them is 2⁷⁸ hashes for each unit. */
const CHARACTERS = 12

/** OWASP Password Storage Cheat Sheet (2023): at least 600,000 rounds of PBKDF2 with HMAC-SHA-256. */
const ROUNDS = 600_000

/** Bytes of a draft before it is sealed. All have the same size, so that it says nothing of the content. */
const SIZE = 32_768

const IV = 12
const TAG = 16

/** Characters of every sealed draft on the wire and in the store. */
export const SEALED_LENGTH = Math.ceil(((IV + SIZE + TAG) * 4) / 3)

/** Characters of a handle: 128 bits in base64url. */
export const HANDLE_LENGTH = 22

/** What a code opens: the place of the draft, and the key that only the code makes. */
export interface DraftLock {
  /** The service finds the draft by it, and can tell neither code nor key from it. */
  readonly handle: string
  readonly key: CryptoKey
  readonly unit: string
}

/** Makes a code to be read out and written down: `K7QM-4XWP-9RTD`. */
export function makeDraftCode(): string {
  let code = ''
  while (code.length < CHARACTERS) {
    const [byte = 255] = crypto.getRandomValues(new Uint8Array(1))
    // 248 = 8 × 31; bytes above would make some characters likelier than others.
    if (byte < 248) code += codeAlphabet[byte % 31]
  }
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** Derives handle and key. It takes about a second on a phone, for a wrong code as for a right one. */
export async function lockOf(code: string, unit: string): Promise<DraftLock> {
  const secret = await crypto.subtle.importKey('raw', utf8(normaliseCode(code)), 'PBKDF2', false, ['deriveBits'])
  const rounds = { name: 'PBKDF2', hash: 'SHA-256', salt: utf8(`aduan draft ${unit}`), iterations: ROUNDS }
  const bits = new Uint8Array(await crypto.subtle.deriveBits(rounds, secret, 384))
  const key = await crypto.subtle.importKey('raw', bits.slice(0, 32), 'AES-GCM', false, ['encrypt', 'decrypt'])
  return { handle: toBase64Url(bits.slice(32)), key, unit }
}

/** Seals a draft, always to the same length. @throws RangeError where it is too long */
export async function sealDraft({ key, unit }: DraftLock, json: string): Promise<string> {
  const text = utf8(json)
  if (text.length > SIZE) throw new RangeError('The draft is too long.')
  // JSON may end with spaces.
  const padded = concatBytes(text, new Uint8Array(SIZE - text.length).fill(32))
  const iv = crypto.getRandomValues(new Uint8Array(IV))
  const sealed = await crypto.subtle.encrypt(algorithm(iv, unit), key, padded)
  return toBase64Url(concatBytes(iv, new Uint8Array(sealed)))
}

/** Opens a sealed draft as JSON. @throws DOMException where it was changed, or belongs to another unit */
export async function openSealedDraft({ key, unit }: DraftLock, sealed: string): Promise<unknown> {
  const bytes = fromBase64Url(sealed) ?? new Uint8Array()
  const opened = await crypto.subtle.decrypt(algorithm(bytes.slice(0, IV), unit), key, bytes.slice(IV))
  return JSON.parse(new TextDecoder().decode(opened))
}

const algorithm = (iv: Bytes, unit: string) => ({ name: 'AES-GCM', iv, additionalData: utf8(unit) })
