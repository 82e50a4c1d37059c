import type { FormLanguage } from '../../service/offices/vocabulary.ts'

/** The language to speak for what a page writes into `lang`, e.g. `en-GB`. */
export const languageOf = (lang: string): FormLanguage => (/^(en|jv)\b/.exec(lang)?.[1] ?? 'id') as FormLanguage
