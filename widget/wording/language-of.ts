import type { FormLanguage } from '../../service/offices/vocabulary.ts'

/** Reads the language of the widget from the `lang` of a page, such as `en-GB`. */
export const readLanguage = (lang: string): FormLanguage => languages.find((one) => lang.split(/\W/)[0] === one) ?? 'id'

const languages: readonly FormLanguage[] = ['en', 'jv']
