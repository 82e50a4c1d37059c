/** Values that a text may want, in the order in which they are tried: names, numbers, lists. */
const samples: readonly (readonly unknown[])[] = [
  ['Kantor', 'Senin', 'Senin', 'Senin'],
  [3, 3, 3, 3],
  ['Kantor', ['Ya'], ['Ya']],
  [['email'], ['email']],
]

/** Reads a wording as people meet it: every text, with something in each of its places. */
export function textsOf(wording: unknown): string[] {
  if (typeof wording === 'string') return [wording]
  if (typeof wording === 'function') return textsOf(fill(wording as (...values: unknown[]) => unknown))
  return wording && typeof wording === 'object' ? Object.values(wording).flatMap(textsOf) : []
}

function fill(text: (...values: unknown[]) => unknown): unknown {
  for (const values of samples) {
    try {
      const filled = text(...values)
      if (!String(filled).includes('undefined')) return filled
    } catch {
      // It wants values of another kind.
    }
  }
  throw new Error(`No sample fills this text: ${text}`)
}

/** Takes the sentences out of texts. A label is none: it ends without a stop. */
export const sentencesOf = (texts: readonly string[]): string[] =>
  texts
    .flatMap((text) => text.split(/(?<=[.?!])\s+|\n+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => /[.?!]$/.test(sentence) && wordsOf(sentence).length >= 3)

export const wordsOf = (sentence: string): string[] => sentence.match(/[\p{L}\p{N}]+(?:[-’'.][\p{L}\p{N}]+)*/gu) ?? []

/** Every vowel is a syllable in Indonesian, but for the diphthongs ai, au, ei and oi at the end of a word. */
export const syllablesOf = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:ai|au|ei|oi)$/, 'a')
        .match(/[aiueo]/g) ?? []
    ).length,
  )

export interface Readability {
  readonly sentences: number
  /** Words of a sentence. */
  readonly mean: number
  readonly longest: number
  /** Years of school by Flesch and Kincaid. Syllables count 0.6, as in Fry’s graph for Indonesian, whose words are longer. */
  readonly grade: number
}

export function measure(sentences: readonly string[]): Readability {
  const counts = sentences.map((sentence) => wordsOf(sentence).length)
  const words = sentences.flatMap(wordsOf)
  const mean = words.length / sentences.length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0)
  return {
    sentences: sentences.length,
    mean,
    longest: Math.max(...counts),
    grade: 0.39 * mean + 11.8 * ((syllables * 0.6) / words.length) - 15.59,
  }
}
