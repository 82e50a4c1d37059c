import { wordsOf } from './read-wording.ts'

export interface Readability {
  readonly sentences: number
  /** Words of a sentence. */
  readonly mean: number
  /** Years of school after which one reads these sentences. */
  readonly grade: number
}

/** How the syllables of a language are counted, and which years of school follow. */
export interface Measure {
  syllablesOf(word: string): number
  /** Takes words of a sentence and syllables of a word. */
  gradeOf(mean: number, syllables: number): number
}

/**
 * Points of the curve of Fry's graph (Fry 1977): sentences and syllables per hundred words, for the grades 1 to 12.
 * They were read from the graph by eye.
 */
const curve: readonly (readonly [sentences: number, syllables: number])[] = [
  [16, 110],
  [12.5, 115],
  [10, 121],
  [8.6, 126],
  [7.5, 131],
  [6.6, 136],
  [5.8, 141],
  [5.2, 146],
  [4.8, 150],
  [4.4, 154],
  [4.1, 158],
  [3.8, 162],
]

/** Fry's graph was made for English; Indonesian words of the same difficulty have more syllables. */
const INDONESIAN = 0.6

/** Every vowel is a syllable, but for the diphthongs ai, au, ei and oi at the end of a word. Javanese is written alike. */
const countVowels = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?:ai|au|ei|oi)$/, 'a')
        .match(/[aiueoéè]/g) ?? []
    ).length,
  )

/** Fry's graph with syllables × 0.6, as is usual for Indonesian. */
export const indonesian: Measure = {
  syllablesOf: countVowels,
  gradeOf: (mean, syllables) => {
    // The graph's scale of sentences is nearly logarithmic; over its whole height it covers the width of its syllables.
    const distance = ([sentences, perHundred]: readonly [number, number]) =>
      Math.hypot(Math.log((sentences * mean) / 100) * 36, perHundred - syllables * 100 * INDONESIAN)
    const nearest = [...curve].sort((one, two) => distance(one) - distance(two))[0]
    return nearest ? curve.indexOf(nearest) + 1 : 0
  },
}

/** Groups of vowels are syllables; a last e is silent but for -le. */
const countEnglish = (word: string): number =>
  Math.max(
    1,
    (
      word
        .toLowerCase()
        .replace(/(?<=[^l])e$|(?<=[^td])ed$|(?<=[^cgsxz])es$/, '')
        .match(/[aeiouy]+/g) ?? []
    ).length,
  )

/** Flesch and Kincaid (1975). */
export const english: Measure = {
  syllablesOf: countEnglish,
  gradeOf: (mean, syllables) => 0.39 * mean + 11.8 * syllables - 15.59,
}

export function measure(sentences: readonly string[], { syllablesOf, gradeOf }: Measure): Readability {
  const words = sentences.flatMap(wordsOf)
  const mean = words.length / sentences.length
  const syllables = words.reduce((sum, word) => sum + syllablesOf(word), 0) / words.length
  return { sentences: sentences.length, mean, grade: gradeOf(mean, syllables) }
}
