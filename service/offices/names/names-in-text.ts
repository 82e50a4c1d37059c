/**
 * Returns lower-case words without accents in today's spelling: `Soetjipto` becomes `sucipto`. Doubled letters count
 * once.
 */
export const wordsOf = (text: string): string[] =>
  (/[^\0-\x7f]/.test(text)
    ? text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
    : text.toLowerCase().split(/[^a-z0-9]+/)
  )
    .filter(Boolean)
    .map(todaysSpelling)

export const todaysSpelling = (word: string): string => (isTodays(word) ? word : modernize(word))

const [E = 0, F = 0, H = 0, I = 0, J = 0, S = 0, V = 0, Y = 0, Z = 0] = [...'efhijsvyz'].map((letter) =>
  letter.charCodeAt(0),
)
/** What stands before `j` and before `h` in the spelling of before 1972. */
const [beforeJ, beforeH] = ['tdsn', 'ctd'].map((letters) => new Set([...letters].map((one) => one.charCodeAt(0))))
const O = 'o'.charCodeAt(0)

/** Most words are, and each word of each complaint is asked: so its letters are looked at without a pattern. */
function isTodays(word: string): boolean {
  let before = -1
  for (let at = 0; at < word.length; at++) {
    const letter = word.charCodeAt(at)
    if (letter === before || letter === V || letter === Y || letter === Z) return false
    if (letter === J && beforeJ?.has(before)) return false
    if (letter === H && beforeH?.has(before)) return false
    if (letter === E && before === O) return false
    before = letter
  }
  return true
}

const isOld = /oe|[tdsn]j|[ctd]h/

function modernize(word: string): string {
  const old = isOld.test(word) ? withoutOldLetters(word) : word
  let written = ''
  let from = 0
  let before = -1
  for (let at = 0; at < old.length; at++) {
    const letter = old.charCodeAt(at)
    const isChanged = letter === V || letter === Z || letter === Y
    const today = letter === V ? F : letter === Z ? S : letter === Y ? I : letter
    if (isChanged || today === before) {
      written += old.slice(from, at)
      if (today !== before) written += String.fromCharCode(today)
      from = at + 1
    }
    before = today
  }
  return written + old.slice(from)
}

const withoutOldLetters = (word: string): string =>
  word
    .replaceAll('oe', 'u')
    .replaceAll('tj', 'c')
    .replaceAll('dj', 'j')
    .replaceAll('sj', 'sy')
    .replaceAll('nj', 'ny')
    .replaceAll('ch', 'kh')
    .replaceAll('th', 't')
    .replaceAll('dh', 'd')

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

/**
 * Two words of a name suffice, or its only one; each may have one wrong letter.
 * @param joined all words as one, where many names are looked for in them
 */
export function namesPerson(
  words: readonly string[],
  name: readonly string[],
  joined: string = words.join(''),
): boolean {
  const telling = name.filter((word) => word.length >= 3 && !titles.has(word))
  if (telling.length === 0) return false
  const together = telling.join('')
  if (together.length >= 6 && joined.includes(together)) return true
  const seen = telling.filter((part) => words.some((word) => areAlike(word, part))).length
  return seen >= Math.min(2, telling.length)
}

/** Words match if they are equal, or differ by one letter where both are long enough. */
export function areAlike(word: string, part: string): boolean {
  if (word === part) return true
  if (part.length < 5 || Math.abs(word.length - part.length) > 1) return false
  let at = 0
  while (at < part.length && word.charCodeAt(at) === part.charCodeAt(at)) at++
  return endAlike(word, at + 1, part, at + 1) || endAlike(word, at + 1, part, at) || endAlike(word, at, part, at + 1)
}

/** Whether two words are the same from these letters on. Thousands of pairs are compared, so nothing is cut out. */
export function endAlike(word: string, from: number, other: string, otherFrom: number): boolean {
  if (word.length - from !== other.length - otherFrom) return false
  for (let at = from; at < word.length; at++) {
    if (word.charCodeAt(at) !== other.charCodeAt(at - from + otherFrom)) return false
  }
  return true
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
