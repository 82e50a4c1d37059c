import type { Identity } from './vault.ts'

export type LeakKind = 'name' | 'phone' | 'address' | 'email' | 'nik'

/**
 * What of a reporter's identity stands in a text: by kind, each once. Case, accents, spacing and common spellings do
 * not hide it. It would rather warn once too often: the officer can say why the words must stay.
 */
export function findLeaks(text: string, identity: Identity | null): LeakKind[] {
  const found = new Set<LeakKind>()
  if (/(?<!\d)\d(?:[ .-]?\d){15}(?!\d)/.test(text)) found.add('nik')
  if (!identity) return [...found]
  const words = wordsOf(text)
  if (identity.name && namesPerson(words, wordsOf(identity.name))) found.add('name')
  if (identity.onBehalfOf && namesPerson(words, wordsOf(identity.onBehalfOf))) found.add('name')
  if (identity.address && hasAddress(words, wordsOf(identity.address))) found.add('address')
  if (identity.phone && hasPhone(text, identity.phone)) found.add('phone')
  if (identity.email && hasEmail(text, identity.email)) found.add('email')
  return [...found]
}

/** Small letters without accents, in today's spelling: `Soetjipto` is `sucipto`. Doubled letters count once. */
const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(todaysSpelling)

const todaysSpelling = (word: string): string =>
  word
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'j')
    .replaceAll('sj', 'sy')
    .replaceAll('nj', 'ny')
    .replaceAll('ch', 'kh')
    .replaceAll('th', 't')
    .replaceAll('dh', 'd')
    .replaceAll('v', 'f')
    .replaceAll('z', 's')
    .replaceAll('y', 'i')
    .replace(/(.)\1+/g, '$1')

/** Titles, degrees and particles name nobody. */
const titles = new Set(
  [
    'bapak',
    'pak',
    'ibu',
    'bu',
    'sdr',
    'sdri',
    'saudara',
    'saudari',
    'haji',
    'hj',
    'drs',
    'dra',
    'ir',
    'sh',
    'se',
    'bin',
    'binti',
  ].map(todaysSpelling),
)

/** A name is told by two of its words, or by its only one; a word may be misspelt by one letter. */
function namesPerson(words: readonly string[], name: readonly string[]): boolean {
  const telling = name.filter((word) => word.length >= 3 && !titles.has(word))
  if (telling.length === 0) return false
  const together = telling.join('')
  if (together.length >= 6 && words.join('').includes(together)) return true
  const seen = telling.filter((part) => words.some((word) => alike(word, part))).length
  return seen >= Math.min(2, telling.length)
}

/** The same, or one letter apart where both are long enough to tell. */
function alike(word: string, part: string): boolean {
  if (word === part) return true
  if (part.length < 5 || Math.abs(word.length - part.length) > 1) return false
  let at = 0
  while (at < part.length && word[at] === part[at]) at++
  const rest = (text: string, skipped: number) => text.slice(at + skipped)
  return rest(word, 1) === rest(part, 1) || rest(word, 1) === rest(part, 0) || rest(word, 0) === rest(part, 1)
}

const placeWords = new Set(
  [
    'jalan',
    'jl',
    'jln',
    'gang',
    'gg',
    'rt',
    'rw',
    'no',
    'nomor',
    'dusun',
    'desa',
    'kelurahan',
    'kecamatan',
    'kabupaten',
    'kota',
  ].map(todaysSpelling),
)

/** Three telling words or numbers of an address in a row, as they stand in it; all of a shorter one. */
function hasAddress(words: readonly string[], address: readonly string[]): boolean {
  const telling = address.filter((word) => !placeWords.has(word))
  const length = Math.min(3, telling.length)
  if (length < 2) return false
  const text = ` ${words.filter((word) => !placeWords.has(word)).join(' ')} `
  return telling.some(
    (_, at) => at + length <= telling.length && text.includes(` ${telling.slice(at, at + length).join(' ')} `),
  )
}

/** The last eight digits, however they are grouped and whatever stands before them. */
function hasPhone(text: string, phone: string): boolean {
  const tail = phone.replace(/\D/g, '').slice(-8)
  return tail.length === 8 && text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '').includes(tail)
}

/** The address itself, or with the usual disguises of `@` and dots. */
function hasEmail(text: string, email: string): boolean {
  const plain = (address: string) =>
    address
      .toLowerCase()
      .replace(/\s*[[(]\s*(?:at|et|a)\s*[\])]\s*|\s+(?:at|et)\s+/g, '@')
      .replace(/\s*[[(]\s*(?:dot|titik)\s*[\])]\s*|\s+(?:dot|titik)\s+/g, '.')
      .replace(/\s+/g, '')
  return plain(text).includes(plain(email))
}
