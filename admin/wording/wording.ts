import { createContext } from '@lit/context'
import { serviceNow } from '../api/service-clock.ts'
import { createFormats, type Formats } from '../ui/formats.ts'
import type { texts } from './id.ts'

export type Language = 'id' | 'en'
export type Texts = typeof texts

/** Every text for a person, in the language that they chose, with dates in the unit's time zone. */
export interface Wording extends Texts {
  readonly language: Language
  readonly formats: Formats
}

export const wordingContext = createContext<Wording>('wording')

/** The word for a code of which the type does not know whether there is one. */
export const wordFor = <Words>(words: Readonly<Record<string, Words>>, code: string): Words | undefined => words[code]

const sources: Readonly<Record<Language, () => Promise<{ texts: Texts }>>> = {
  id: () => import('./id.ts'),
  en: () => import('./en.ts'),
}
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

export async function loadWording(language: Language, timeZone: string): Promise<Wording> {
  const { texts } = await sources[language]()
  return { ...texts, language, formats: createFormats(locales[language], timeZone, serviceNow) }
}

const KEPT_AS = 'aduan-language'

export const keptLanguage = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id')

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language)
