import { type AskedWord, findableWords, parseSearch } from './search-words.ts'

/** Words of places begin like this. No text contains one and nothing that is typed begins it. */
const PLACE = '#place '

/** Search words by which a case is found by its place alone, whatever else is written in it. */
export const placeWords = (place: string | null): readonly string[] =>
  findableWords([place]).map((word) => PLACE + word)

/** A search marks at most eight words, of which a label is one. */
const MOST_ASKED = 6

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
  return asked.length > 0 ? asked.slice(0, MOST_ASKED) : [{ forms: [PLACE], typed: null }]
}
