import type { FormLanguage, Language } from '../../service/complaints/vocabulary.ts'
import { id, type Messages } from './id.ts'

export const languageOf = (lang: string): FormLanguage => (/^(en|jv)\b/.exec(lang)?.[1] ?? 'id') as FormLanguage

/** Of what has no Javanese words: Indonesian instead. */
export const writtenOf = (language: FormLanguage): Language => (language === 'jv' ? 'id' : language)

/** Indonesian is always at hand; the others are fetched when somebody reads one, and Indonesian stands in where that fails. */
export const messagesIn = async (language: FormLanguage): Promise<Messages> =>
  language === 'id'
    ? id
    : import('./en.ts').then(
        (others) => others[language],
        () => id,
      )
