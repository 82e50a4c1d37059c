import { todaysSpelling } from './names-in-text.ts'

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
