/**
 * Points of the curve of Fry's graph (Fry 1977), read from it: sentences and syllables per hundred words, for the grades
 * 1 to 12.
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

/** Indonesian words have more syllables than English ones of the same difficulty; the graph was made for English. */
const INDONESIAN = 0.6

const vowels = /ai(?![a-z]*[aiueo]n?\b)|au|oi|[aiueo]/gi

export const countSyllables = (word: string): number => word.match(vowels)?.length ?? 1

export const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-’'][\p{L}\p{N}]+)*/gu) ?? []

/** Splits at full stops, question marks and line ends. What a colon or semicolon joins is one sentence. */
export const sentencesIn = (text: string): string[] =>
  text.split(/[.!?…]+(?:\s|$)|\n+/).filter((part) => wordsIn(part).length > 0)

/** The grade of school, 1 to 12, whose pupils can read these sentences. */
export function fryGrade(sentences: readonly string[]): number {
  const words = sentences.flatMap(wordsIn)
  const perHundred = (sentences.length / words.length) * 100
  const syllables = (words.reduce((sum, word) => sum + countSyllables(word), 0) / words.length) * 100 * INDONESIAN
  // The graph's scale of sentences is nearly logarithmic; over its whole height it covers the width of its syllables.
  const distance = ([one, two]: readonly [number, number]) =>
    Math.hypot(Math.log(one / perHundred) * 36, two - syllables)
  const nearest = [...curve].sort((one, two) => distance(one) - distance(two))[0]
  return nearest ? curve.indexOf(nearest) + 1 : 0
}
