import { createContext } from '@lit/context'
import { createFormats, type Formats } from '../ui/formats.ts'
import type { messages } from './id.ts'

export type Language = 'id' | 'en'
export type Messages = typeof messages

/** Everything said to a person, in the language that they chose, with dates in the unit's time zone. */
export interface Words extends Messages {
  readonly language: Language
  readonly formats: Formats
}

export const wordsContext = createContext<Words>('words')

const sources: Readonly<Record<Language, () => Promise<{ messages: Messages }>>> = {
  id: () => import('./id.ts'),
  en: () => import('./en.ts'),
}
const locales: Readonly<Record<Language, string>> = { id: 'id-ID', en: 'en-GB' }

export async function loadWords(language: Language, timeZone: string): Promise<Words> {
  const { messages } = await sources[language]()
  return { ...messages, language, formats: createFormats(locales[language], timeZone) }
}

const KEPT_AS = 'aduan-language'

export const keptLanguage = (): Language => (localStorage.getItem(KEPT_AS) === 'en' ? 'en' : 'id')

export const keepLanguage = (language: Language): void => localStorage.setItem(KEPT_AS, language)
