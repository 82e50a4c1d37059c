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

export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let last = 0
  for (const { 0: raw, index } of text.matchAll(/\p{L}[\p{L}\p{M}'’]*/gu)) {
    const gap = text.slice(last, index)
    const letters = [...raw]
    const isUpper = raw === raw.toUpperCase() && raw !== raw.toLowerCase()
    const first = letters[0] ?? ''
    tokens.push({
      start: index,
      end: index + raw.length,
      word: todaysSpelling(
        raw
          .normalize('NFKD')
          .replace(/[\p{M}'’]/gu, '')
          .toLowerCase(),
      ),
      isCapital: first !== first.toLowerCase() && (letters.length === 1 || !isUpper),
      isUpper: isUpper && letters.length > 1,
      gap,
      beginsSentence: tokens.length === 0 || /[.!?:;\n"“]/.test(gap),
    })
    last = index + raw.length
  }
  return tokens
}

/** Whether a text is written without small letters, so that capitals say nothing. */
export const isShouted = (tokens: readonly Token[]): boolean =>
  tokens.filter(({ isUpper }) => isUpper).length * 2 > tokens.length
