import type { FormLanguage } from '../../service/offices/vocabulary.ts'

/** Reads the language of the widget from the `lang` of a page, such as `en-GB`. */
export function readLanguage(lang: string): FormLanguage {
  const [tag] = lang.split(/\W/)
  return tag === 'en' || tag === 'jv' ? tag : 'id'
}
