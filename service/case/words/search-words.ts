import { longestPhrase, oneWordOf, sameAs, stemsOf } from './word-forms.ts'

const stopWords = new Set(
  `yang dan untuk dari pada dengan ini itu tidak saya kami kita dia mereka akan ada oleh juga sudah karena atau
  yg utk dgn tdk sdh krn belum bisa agar supaya sebagai dalam saja lagi tetapi namun bahwa bapak ibu mohon tolong
  the and for was with that this`.split(/\s+/),
)

/** Words of more than two letters are distinctive, and some abbreviations of two. */
const isTelling = (word: string): boolean =>
  (word.length >= 3 || sameAs.has(word)) && word.length <= 40 && !stopWords.has(word)

const MOST_WORDS = 400

/** Splits a text into words in lower case, without accents; `50.000` and `Rp50.000` become `50000`. */
function splitWords(text: string): string[] {
  const isPlain = !/[^\0-\x7f]/.test(text)
  return (isPlain ? text : text.normalize('NFKD').replace(/\p{M}/gu, ''))
    .toLowerCase()
    .replace(/(?<=\d)[.,](?=\d{3}(?!\d))/g, '')
    .replace(/\brp(?=\d)/g, '')
    .replace(/\be-(?=ktp|mail)/g, 'e')
    .split(isPlain ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
}

const splitTexts = (texts: readonly (string | null)[]): readonly (readonly string[])[] =>
  texts.flatMap((text) => (text === null ? [] : [splitWords(text)]))

/** Returns all words under which texts are found: their stems, and the common word of each phrase. */
export const searchWords = (texts: readonly (string | null)[]): string[] => stemmedWords(splitTexts(texts))

/** The words of `searchWords`, and those that are needed as they were written. */
export function findableWords(texts: readonly (string | null)[]): readonly string[] {
  const split = splitTexts(texts)
  return [...stemmedWords(split), ...writtenWords(split)]
}

function stemmedWords(texts: readonly (readonly string[])[]): string[] {
  const words = new Set<string>()
  for (const found of texts) {
    for (const [at, word] of found.entries()) {
      const phrase = longestPhrase(found, at)
      if (phrase) for (const stem of stemsOf(phrase.word)) words.add(stem)
      if (isTelling(word)) for (const stem of stemsOf(oneWordOf(word))) words.add(stem)
      if (words.size >= MOST_WORDS) return [...words].slice(0, MOST_WORDS)
    }
  }
  return [...words]
}

/** Marks a word as it was written. No word that is split from a text begins like this. */
export const asWritten = (word: string): string => `~${word}`

export const readWritten = (word: string): string => word.replace('~', '')

/** A beginning of fewer letters is that of too many words. */
const LEAST_BEGINNING = 3

/**
 * Returns the words of which no stem is left that looks like them, as they were written. Their beginnings, and typing
 * errors in them, are found by these.
 */
function writtenWords(texts: readonly (readonly string[])[]): string[] {
  const words = new Set<string>()
  for (const word of new Set(texts.flat())) {
    if (!isTelling(word) || !isSpelt(word)) continue
    if (!stemsOf(oneWordOf(word)).includes(word)) words.add(asWritten(word))
    if (words.size >= MOST_WORDS) break
  }
  return [...words]
}

/** Numbers are meant as they are: neither their beginnings nor similar ones. */
const isSpelt = (word: string): boolean => word.length >= LEAST_BEGINNING && /^\p{L}+$/u.test(word)

/** A complaint is found under this word by its running number, with or without leading zeros. */
export const numberWord = (sequence: number): string => `#${sequence}`
export const isNumberWord = (word: string): boolean => /^#\d+$/.test(word)

const stemsOfTelling = (word: string): readonly string[] => (isTelling(word) ? stemsOf(oneWordOf(word)) : [])

/** Returns all words of the index that mean the same as this one. */
export const formsOf = (word: string): readonly string[] => {
  const stems = stemsOfTelling(word)
  return /^\d{1,9}$/.test(word) ? [...stems, numberWord(Number(word))] : stems
}

const LEAST_DIGITS_OF_TELEPHONE = 9

/** Returns the groups of digits of telephone numbers: none of them is the running number of somebody else's case. */
const telephoneGroups = (text: string): ReadonlySet<string> =>
  new Set(
    (text.match(/(?<!\d)(?:\+?62|0[2-9])\d{0,4}(?:[ ().-]+\d{2,9})+/g) ?? [])
      .filter((number) => number.replace(/\D/g, '').length >= LEAST_DIGITS_OF_TELEPHONE)
      .flatMap((number) => number.match(/\d+/g) ?? []),
  )

/** More words find nothing better, and every combination costs time. */
const MOST_ASKED = 8

/** A word of a search. */
export interface AskedWord {
  /** They are equivalent. */
  readonly forms: readonly string[]
  /** What was typed, where longer and similar words are meant too; `null` for numbers, abbreviations and phrases. */
  readonly typed: string | null
  /** Only words that begin with this mark are meant; its forms have it already. */
  readonly among?: string
}

/** Returns the words of a search. Order and repetition do not matter. */
export function parseSearch(text: string): readonly AskedWord[] {
  const asked = new Map<string, AskedWord>()
  const found = splitWords(text)
  const ofTelephone = telephoneGroups(text)
  for (let at = 0; at < found.length; at++) {
    const phrase = longestPhrase(found, at)
    const word = found[at] ?? ''
    const forms = phrase ? stemsOf(phrase.word) : ofTelephone.has(word) ? stemsOfTelling(word) : formsOf(word)
    if (phrase) at += phrase.length - 1
    if (forms.length > 0) asked.set(forms.join(' '), { forms, typed: phrase || !isSpelt(word) ? null : word })
  }
  return [...asked.values()].slice(0, MOST_ASKED)
}

/** The words of a name, by which what it names is found: their stems, and as they are written. */
export function nameWords(name: string): { readonly stems: readonly string[]; readonly written: readonly string[] } {
  return { stems: searchWords([name]), written: splitWords(name).filter(isTelling) }
}

/** Words of places begin like this. No text contains one and nothing that is typed begins it. */
const PLACE = '#place '

/** Search words by which a case is found by its place alone, whatever else is written in it. */
export const placeWords = (place: string | null): readonly string[] =>
  findableWords([place]).map((word) => PLACE + word)

/** A search marks at most eight words, of which a label is one. */
const MOST_PLACE_WORDS = 6

/**
 * Each must be in the place of a case, in one of its forms, as a beginning, or with a typing error. What has no word that
 * can be looked for is in none.
 */
export function askedPlace(typed: string): readonly AskedWord[] {
  const asked = parseSearch(typed).map((word) => ({
    ...word,
    forms: word.forms.map((form) => PLACE + form),
    among: PLACE,
  }))
  return asked.length > 0 ? asked.slice(0, MOST_PLACE_WORDS) : [{ forms: [PLACE], typed: null }]
}

/** The search word of a label. No text contains it and nothing that is typed begins it. */
export const labelWord = (label: string): string => `#label ${label}`

/** Digits, perhaps behind a `#`; `null` for anything else. */
export const laporIdIn = (text: string): string | null => /^#?\s*(\d{4,15})$/.exec(text.trim())?.[1] ?? null

/** The search word of such a number, which no text contains. */
export const laporWord = (id: string): string => `lapor ${id}`
