/**
 * Returns lower-case words without accents in today's spelling: `Soetjipto` becomes `sucipto`. Doubled letters count
 * once.
 */
export const wordsOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(todaysSpelling)

/** Most words are spelled so already, and each word of each complaint is asked. */
const isOldOrDoubled = /oe|[tdsn]j|[ctd]h|[vzy]|(.)\1/

export const todaysSpelling = (word: string): string => (isOldOrDoubled.test(word) ? modernize(word) : word)

const modernize = (word: string): string =>
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

/** Titles, degrees and particles identify nobody. */
export const titles = new Set(
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

/** Two words of a name suffice, or its only one; each may have one wrong letter. */
export function namesPerson(words: readonly string[], name: readonly string[]): boolean {
  const telling = name.filter((word) => word.length >= 3 && !titles.has(word))
  if (telling.length === 0) return false
  const together = telling.join('')
  if (together.length >= 6 && words.join('').includes(together)) return true
  const seen = telling.filter((part) => words.some((word) => areAlike(word, part))).length
  return seen >= Math.min(2, telling.length)
}

/** Words match if they are equal, or differ by one letter where both are long enough. */
export function areAlike(word: string, part: string): boolean {
  if (word === part) return true
  if (part.length < 5 || Math.abs(word.length - part.length) > 1) return false
  let at = 0
  while (at < part.length && word[at] === part[at]) at++
  const rest = (text: string, skipped: number) => text.slice(at + skipped)
  return rest(word, 1) === rest(part, 1) || rest(word, 1) === rest(part, 0) || rest(word, 0) === rest(part, 1)
}

/** Words of every address. */
export const placeWords = new Set(
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

/** Finds these words as whole words, in any case of letters unless the flags differ. */
export const wholeWords = (words: string, flags = 'giu'): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    flags,
  )
