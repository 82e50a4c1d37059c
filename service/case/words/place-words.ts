import { parseSearch, searchWords } from './search-words.ts'

/** The word of a place. No text contains it and nothing that is typed begins it. */
const placeWord = (stem: string): string => `#place ${stem}`

/** Search words by which a case is found by its place alone, whatever else is written in it. */
export const placeWords = (place: string | null): readonly string[] => searchWords([place]).map(placeWord)

/** A search marks at most eight words, of which a label is one. */
const MOST_ASKED = 6

/** Each must be in the place of a case, in one of its forms. What has no word that can be looked for is in none. */
export function askedPlace(typed: string): readonly (readonly string[])[] {
  const asked = parseSearch(typed).map(({ forms }) => forms.map(placeWord))
  return asked.length > 0 ? asked.slice(0, MOST_ASKED) : [[placeWord('')]]
}
