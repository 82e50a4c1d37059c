import { sayDate } from '../../shared/time-in-words.ts'
import { readIn } from '../translated.ts'
import type { Language } from '../vocabulary.ts'
import type { Answered } from './kept-answers.ts'
import type { Coordinates } from './questions.ts'

const locales = { id: 'id-ID', en: 'en-GB' } as const satisfies Record<Language, string>
const metres = { id: 'ketelitian', en: 'accuracy' } as const satisfies Record<Language, string>

/** Returns for example `-7.98123, 112.63042 (ketelitian ± 25 m)`. */
export const sayCoordinates = ({ latitude, longitude, accuracy }: Coordinates, language: Language): string =>
  `${latitude.toFixed(5)}, ${longitude.toFixed(5)} (${metres[language]} ± ${Math.round(accuracy)} m)`

/** Returns the answer as people read it, for example `Rp 1.500.000` or `23 November 2026`. */
export function sayAnswer(one: Answered | Answered<string>, language: Language): string {
  switch (one.kind) {
    case 'choice':
    case 'choices':
      return one.chosen.map((words) => (typeof words === 'string' ? words : readIn(words, language))).join('; ')
    case 'date':
      return sayDate(one.day, language)
    case 'amount':
      return `Rp ${new Intl.NumberFormat(locales[language]).format(one.rupiah)}`
    case 'place':
      return [one.text, one.at && sayCoordinates(one.at, language)].filter(Boolean).join('\n')
    default:
      return one.text
  }
}
