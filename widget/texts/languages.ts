import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import id from './id/form.json'
import type partsId from './id/parts.json'

/** What the form says. */
export type Wording = typeof id

/** What the parts say that are fetched later. */
export type PartWording = typeof partsId

const forms: Readonly<Record<FormLanguage, () => Promise<{ readonly default: Wording }>>> = {
  id: async () => ({ default: id }),
  en: () => import('./en/form.json'),
  jv: () => import('./jv/form.json'),
}

const parts: Readonly<Record<FormLanguage, () => Promise<{ readonly default: PartWording }>>> = {
  id: () => import('./id/parts.json'),
  en: () => import('./en/parts.json'),
  jv: () => import('./jv/parts.json'),
}

const partWording: Partial<Record<FormLanguage, PartWording>> = {}
let latestPartWording: PartWording | undefined

const languages: readonly FormLanguage[] = ['en', 'jv']

/** Reads the language of the widget from the `lang` of a page, such as `en-GB`. */
export const readLanguage = (lang: string): FormLanguage => languages.find((one) => lang.split(/\W/)[0] === one) ?? 'id'

/**
 * Reads the wording of the parts. If this language could not be fetched, it is the language before. Every part is
 * fetched with its wording.
 */
export const readPartWording = (language: FormLanguage): PartWording =>
  (partWording[language] ?? latestPartWording) as PartWording

/** Fetches a part together with its wording. */
export async function loadWithWording<Part>(part: Promise<Part>, language: FormLanguage): Promise<Part> {
  const [loaded, wording] = await Promise.all([part, parts[language]()])
  latestPartWording = partWording[language] = wording.default
  return loaded
}

/**
 * Loads the wording of the form. Indonesian is always there; it also stands in where another language cannot be
 * fetched. Open parts change their language with the form.
 */
export async function loadWording(language: FormLanguage): Promise<Wording> {
  const form = forms[language]().catch(forms.id)
  if (latestPartWording) await loadWithWording(form, language).catch(() => {})
  return (await form).default
}
