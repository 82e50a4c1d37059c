import { placeWords, plainWords, todaysSpelling } from './names-in-text.ts'
import type { PersonalWords } from './personal-words.ts'

/** A word of a text, with its place and what its letters say. */
export interface Token {
  readonly start: number
  readonly end: number
  /** Lower case, without accents, in today's spelling. */
  readonly word: string
  /** It has a capital first letter and small ones after it, or is a single capital letter. */
  readonly isCapital: boolean
  readonly isUpper: boolean
  /** What stands between the word before and this one. */
  readonly gap: string
  readonly beginsSentence: boolean
}

/** Most texts have no other letters, and words of those need no unfolding of accents. */
export const isPlain = (text: string): boolean => !/[^\0-\x7f]/.test(text)

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  const hasPlainLetters = isPlain(text)
  const words = hasPlainLetters ? /[A-Za-z][A-Za-z']*/g : /\p{L}[\p{L}\p{M}'’]*/gu
  let last = 0
  for (let found = words.exec(text); found; found = words.exec(text)) {
    const [raw] = found
    const start = found.index
    const gap = text.slice(last, start)
    const lower = raw.toLowerCase()
    const isUpper = raw !== lower && raw === raw.toUpperCase()
    const [first = ''] = raw
    const isOneLetter = raw.length === first.length
    last = start + raw.length
    tokens.push({
      start,
      end: last,
      word: todaysSpelling(hasPlainLetters ? withoutQuotes(lower) : withoutAccents(raw)),
      isCapital: first !== first.toLowerCase() && (isOneLetter || !isUpper),
      isUpper: isUpper && !isOneLetter,
      gap,
      beginsSentence: tokens.length === 0 || /[.!?:;\n"“]/.test(gap),
    })
  }
  return tokens
}

const withoutQuotes = (word: string): string => (word.includes("'") ? word.replaceAll("'", '') : word)

const withoutAccents = (raw: string): string =>
  raw
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()

/** Whether a text is written without small letters, so that capitals say nothing. */
export const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ isUpper }) => isUpper).length * 2 > tokens.length

const area = String.raw`(?:dusun|dsn|desa|ds|kelurahan|kel|kampung|kp|lingkungan|perumahan|perum|kecamatan|kec)\b\.?`
const areaName = String.raw`(?: \p{L}[\p{L}'’-]{2,30}){1,2}`
const areas = `${area}${areaName}(?:,? ${area}${areaName}){0,2}`
const spoken = 'satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan|sepuluh|sebelas'
const count = String.raw`(?:\d{1,3}|(?:${spoken})\b)`
const numbers = `rt ?[.:/]? ?(?:rw)? ?[.:]? ?${count}[ ,/-]{0,3}(?:rw ?[.:]? ?)?${count}`

const patterns: readonly RegExp[] = [
  // A street with a number of the house.
  /\b(?:jalan|jln|jl|gang|gg|perumahan|perum)\b\.?(?: ?[\p{L}\d.'’-]{1,24}){1,5}? (?:no|nomor|blok|gang|gg)\b\.? ?[a-z]?\d{1,4}[a-z]?(?:,? (?:no|nomor)\b\.? ?\d{1,4}[a-z]?)?/giu,
  new RegExp(
    String.raw`\b(?:jalan|jln|jl|gang|gg)\b\.?(?: [\p{L}'’-]{2,24}){1,4} (?:nomor|nomer|no)\.? (?:${spoken})(?: (?:belas|puluh(?: (?:${spoken}))?))?\b`,
    'giu',
  ),
  /\b(?:[Jj]alan|[Jj]ln|[Jj]l)\b\.?(?: \p{Lu}[\p{L}'’-]{1,24}){1,3} \d{1,3}[A-Za-z]?\b(?![:.\d])/gu,
  new RegExp(String.raw`(?:\b${area}(?: \p{L}[\p{L}'’-]{2,30}){1,2},? )?\b${numbers}\b(?:,? ${areas})?`, 'giu'),
  // The reporter says where they live.
  new RegExp(
    String.raw`(?<=\b(?:tinggal|domisili|berdomisili|beralamat|warga|orang|penduduk|asal|berasal|alamat|rumah)(?: (?:saya|kami|rumah|ada|di|dari|:)){0,3}:? )${areas}`,
    'giu',
  ),
  new RegExp(String.raw`(?<=\b(?:[Ss]aya|[Kk]ami)(?: \p{Lu}\p{L}{1,30}){0,3} dari )${areas}`, 'giu'),
]

/**
 * Finds where somebody lives: streets with a number, RT and RW, and the village that somebody names as their own.
 * @param own the reporter's own address, as words
 */
export function findAddresses(text: string, own: readonly string[]): PersonalWords[] {
  const found = patterns.flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: words, index }): PersonalWords[] => {
      const kept = cutPlainEnd(words)
      return kept ? [{ kind: 'address', start: index, end: index + kept.length }] : []
    }),
  )
  const theirs = findOwn(text, own)
  const isOwn = (one: PersonalWords) => theirs.some(({ start, end }) => one.start < end && start < one.end)
  return [...found.map((one) => ({ ...one, isOwn: isOwn(one) })), ...theirs]
}

const endsInNumber = new RegExp(`\\d|^(?:${spoken}|belas|puluh)$`)

/** Takes the words of the sentence off that follow a village's name. `desa yang` names none. */
function cutPlainEnd(words: string): string {
  const all = words.split(' ')
  while (all.length > 0) {
    const last = todaysSpelling((all.at(-1) ?? '').toLowerCase().replace(/[^\p{L}\d]/gu, ''))
    if (endsInNumber.test(last)) return all.join(' ')
    if (plainWords.has(last) || placeWords.has(last) || last.length < 3) all.pop()
    else break
  }
  return all.length > 1 ? all.join(' ') : ''
}

/** Three distinctive words or numbers of the own address in a row, or all of a shorter one. */
function findOwn(text: string, address: readonly string[]): PersonalWords[] {
  const telling = address.filter((word) => !placeWords.has(word))
  const length = Math.min(3, telling.length)
  if (length < 2) return []
  const words = [...tokensOf(text), ...numbersIn(text)]
    .filter(({ word }) => !placeWords.has(word))
    .sort((one, other) => one.start - other.start)
  const found: PersonalWords[] = []
  for (let at = 0; at + length <= words.length; at++) {
    const row = words.slice(at, at + length)
    const isOwn = telling.some((_, from) => row.every(({ word }, step) => word === telling[from + step]))
    const [first, last] = [row[0], row.at(-1)]
    if (isOwn && first && last) found.push({ kind: 'address', start: first.start, end: last.end, isOwn: true })
  }
  return joinOverlapping(found)
}

const numbersIn = (text: string) =>
  [...text.matchAll(/\d+/g)].map(({ 0: word, index }) => ({ word, start: index, end: index + word.length }))

function joinOverlapping(found: readonly PersonalWords[]): PersonalWords[] {
  const joined: PersonalWords[] = []
  for (const one of found) {
    const before = joined.at(-1)
    if (before && one.start < before.end) joined.splice(-1, 1, { ...before, end: Math.max(before.end, one.end) })
    else joined.push(one)
  }
  return joined
}
