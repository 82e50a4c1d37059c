import { concatBytes, fromBase64Url, utf8 } from './bytes.ts'
import type { RecoveryShare } from './recovery-shares.ts'

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
