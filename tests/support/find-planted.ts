import { findPersonalWords } from '../../service/offices/names/find-personal-words.ts'
import { cleanStories, plantedStories } from './planted-words.ts'

/** The planted parts of which a word of three letters, or anything of a shorter part, is not found. */
export const missedParts: readonly string[] = plantedStories.flatMap(({ text, own, parts }) => {
  const found = findPersonalWords(text, own)
  const isFound = (from: number, to: number) => found.some(({ start, end }) => start <= from && to <= end)
  return parts.flatMap(({ start, end }) => {
    const part = text.slice(start, end)
    const words = [...part.matchAll(/[\p{L}\d]{3,}/gu)].map(
      ({ 0: word, index }) => [index, index + word.length] as const,
    )
    const whole = words.length > 0 ? words : [[0, part.length - 1] as const]
    return whole.every(([from, to]) => isFound(start + from, start + to)) ? [] : [part]
  })
})

export const plantedCount = plantedStories.reduce((sum, { parts }) => sum + parts.length, 0)

export const falselyFound: readonly string[] = cleanStories.filter((story) => findPersonalWords(story, null).length > 0)
