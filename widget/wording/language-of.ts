import type { FormLanguage } from '../../service/offices/vocabulary.ts'

/** Reads the language of the widget from the `lang` of a page, such as `en-GB`. */
export const readLanguage = (lang: string): FormLanguage => (/^(en|jv)\b/.exec(lang)?.[1] ?? 'id') as FormLanguage
