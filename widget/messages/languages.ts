import type { Language } from '../../service/complaints/vocabulary.ts'
import { id, type Messages } from './id.ts'

export const languageOf = (lang: string): Language => (/^en\b/i.test(lang) ? 'en' : 'id')

/** Indonesian is always at hand; English is fetched when somebody reads it, and Indonesian stands in where that fails. */
export const messagesIn = async (language: Language): Promise<Messages> =>
  language === 'en'
    ? import('./en.ts').then(
        ({ en }) => en,
        () => id,
      )
    : id
