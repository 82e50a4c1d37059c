import type { Identity } from '../../storage/vault.ts'
import { isPlain, tokensOf } from './find-addresses.ts'
import { days } from './find-names.ts'
import {
  areAlike,
  endAlike,
  namesPerson,
  placeWords,
  plainNames,
  plainWords,
  todaysSpelling,
  wordsOf,
  wordsThatAreNamesToo,
} from './names-in-text.ts'

const [B, D, H, K, O, S] = [...'bdhkos'].map((letter) => letter.charCodeAt(0))

/** The pattern `kh|sh|o|[db]$`, without a pattern: each word of each complaint is asked. */
function hasOwnSound(word: string): boolean {
  let letter = -1
  for (let at = 0; at < word.length; at++) {
    const before = letter
    letter = word.charCodeAt(at)
    if (letter === O || (letter === H && (before === K || before === S))) return true
  }
  return letter === D || letter === B
}

/** Sounds alike: `Rachmad` and `Rahmat`, `Mochamad` and `Muhamad`. */
const soundOf = (word: string): string =>
  hasOwnSound(word)
    ? word.replaceAll('kh', 'h').replaceAll('sh', 's').replaceAll('o', 'u').replace(/d$/, 't').replace(/b$/, 'p')
    : word

const isSwapped = (word: string, part: string): boolean => {
  if (word.length !== part.length || part.length < 4) return false
  let at = 0
  while (at < part.length && word.charCodeAt(at) === part.charCodeAt(at)) at++
  return (
    at < part.length && word[at] === part[at + 1] && word[at + 1] === part[at] && endAlike(word, at + 2, part, at + 2)
  )
}

export const isKnownWord = (word: string): boolean =>
  plainNames.has(word) || wordsThatAreNamesToo.has(word) || plainWords.has(word) || days.has(word)

/** Two letters of a word as a small number, apart for each of the three pairs that are compared. */
const pairAt = (pair: number, word: string, first: number, second: number): number =>
  (pair << 28) | ((word.charCodeAt(first) & 0x3fff) << 14) | (word.charCodeAt(second) & 0x3fff)

// A slip in one half of a word leaves the two letters at the end of the other half. Only in words of four letters a swap
// of the middle two leaves neither, and the first and the last.
const firstTwo = (word: string): number => pairAt(0, word, 0, 1)
const lastTwo = (word: string): number => pairAt(1, word, word.length - 2, word.length - 1)
const outerTwo = (word: string): number => pairAt(2, word, 0, word.length - 1)

/** Words of names, arranged so that a word of a text meets only those that it may stand for. */
export class KnownWords {
  private readonly bySound = new Map<string, string[]>()
  private readonly byPair = new Map<number, string[]>()

  constructor(parts: readonly string[]) {
    for (const part of new Set(parts)) {
      add(this.bySound, soundOf(part), part)
      if (part.length < 4) continue
      for (const pairOf of [firstTwo, lastTwo, outerTwo]) add(this.byPair, pairOf(part), part)
    }
  }

  /**
   * Returns the words of names for which a word of a text may stand. A slip of one letter counts, unless it makes
   * another name or a word: `Agus` is not Bagus.
   */
  meantBy(word: string): readonly string[] {
    const sounds = this.bySound.get(soundOf(word))
    const found = sounds?.filter((part) => Math.abs(word.length - part.length) <= 3) ?? none
    // Shorter words have no slips.
    if (word.length < 4) return found
    const first = this.byPair.get(firstTwo(word))
    const last = this.byPair.get(lastTwo(word))
    const outer = word.length === 4 ? this.byPair.get(outerTwo(word)) : undefined
    if (!(first || last || outer)) return found
    let alike = found
    for (const parts of [first, last, outer]) {
      for (const part of parts ?? none) {
        if ((areAlike(word, part) || isSwapped(word, part)) && !alike.includes(part)) alike = [...alike, part]
      }
    }
    return alike === found || isKnownWord(word) ? found : alike
  }
}

const none: readonly string[] = []

function add<Key>(lists: Map<Key, string[]>, key: Key, part: string): void {
  const list = lists.get(key)
  if (list) list.push(part)
  else lists.set(key, [part])
}

const [A = 0, Z = 0, ZERO = 0, NINE = 0] = [...'az09'].map((letter) => letter.charCodeAt(0))
const NEITHER = 0
const LETTER = 1
const DIGIT = 2

/**
 * The words of a text with their places, as `tokensOf` finds them, and all its words and numbers, as `wordsOf` does. What
 * surrounds a word is read only where somebody asks, which is at few of the words of each complaint.
 */
export class WordsRead {
  /** In lower case, without accents, in today's spelling. */
  readonly words: string[] = []
  /** The same words, with numbers among them. */
  readonly spoken: readonly string[]
  private readonly starts: number[] = []
  private readonly ends: number[] = []

  constructor(readonly text: string) {
    const isSimple = isPlain(text) && !text.includes("'")
    if (!isSimple) for (const { word, start, end } of tokensOf(text)) this.take(word, start, end)
    this.spoken = isSimple ? this.readSimple(text.toLowerCase()) : wordsOf(text)
  }

  private take(word: string, start: number, end: number): void {
    this.words.push(word)
    this.starts.push(start)
    this.ends.push(end)
  }

  /** In a text without accents and apostrophes both are the same letters, so they are cut out once. */
  private readSimple(text: string): string[] {
    const spoken: string[] = []
    let kind = NEITHER
    let from = 0
    let whole = 0
    for (let at = 0; at <= text.length; at++) {
      const code = text.charCodeAt(at)
      const next = code >= A && code <= Z ? LETTER : code >= ZERO && code <= NINE ? DIGIT : NEITHER
      if (next === kind) continue
      if (kind === NEITHER) whole = at
      else {
        const word = todaysSpelling(text.slice(from, at))
        if (kind === LETTER) this.take(word, from, at)
        if (next === NEITHER) spoken.push(whole === from ? word : todaysSpelling(text.slice(whole, at)))
      }
      from = at
      kind = next
    }
    return spoken
  }

  /** Returns what stands between the word before and this one. */
  gapBefore(at: number): string {
    return this.text.slice(at > 0 ? this.ends[at - 1] : 0, this.starts[at] ?? 0)
  }

  /** It has a capital first letter and small ones after it, or is a single capital letter. */
  isCapital(at: number): boolean {
    const raw = this.asWritten(at)
    const [first = ''] = raw
    return first !== first.toLowerCase() && (raw === first || !hasOnlyCapitals(raw))
  }

  isUpper(at: number): boolean {
    const raw = this.asWritten(at)
    const [first] = raw
    return raw !== first && hasOnlyCapitals(raw)
  }

  beginsSentence(at: number): boolean {
    return at === 0 || /[.!?:;\n"“]/.test(this.gapBefore(at))
  }

  private asWritten(at: number): string {
    return this.text.slice(this.starts[at] ?? 0, this.ends[at] ?? 0)
  }
}

const hasOnlyCapitals = (raw: string): boolean => raw !== raw.toLowerCase() && raw === raw.toUpperCase()

export type LeakKind = 'name' | 'phone' | 'address' | 'email' | 'nik'

/**
 * Finds the kinds of identity data in a text, despite case, accents, spacing and common spellings. It rather warns too
 * often, because the officer can say why the words must stay.
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

/** Three distinctive words or numbers of an address in a row suffice, or all of a shorter one. */
function hasAddress(words: readonly string[], address: readonly string[]): boolean {
  const telling = address.filter((word) => !placeWords.has(word))
  const length = Math.min(3, telling.length)
  if (length < 2) return false
  const text = ` ${words.filter((word) => !placeWords.has(word)).join(' ')} `
  return telling.some(
    (_, at) => at + length <= telling.length && text.includes(` ${telling.slice(at, at + length).join(' ')} `),
  )
}

/** Compares the last eight digits, however they are grouped and prefixed. */
function hasPhone(text: string, phone: string): boolean {
  const tail = phone.replace(/\D/g, '').slice(-8)
  return tail.length === 8 && text.replace(/(?<=\d)[\s().-]+(?=\d)/g, '').includes(tail)
}

/** Finds the address as it is, or with the usual disguises of `@` and dots. */
function hasEmail(text: string, email: string): boolean {
  const plain = (address: string) =>
    address
      .toLowerCase()
      .replace(/\s*[[(]\s*(?:at|et|a)\s*[\])]\s*|\s+(?:at|et)\s+/g, '@')
      .replace(/\s*[[(]\s*(?:dot|titik)\s*[\])]\s*|\s+(?:dot|titik)\s+/g, '.')
      .replace(/\s+/g, '')
  return plain(text).includes(plain(email))
}
