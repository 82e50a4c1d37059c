import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { id, type Wording } from './id.ts'
import type { PartWording } from './parts-id.ts'

const forms: Readonly<Record<FormLanguage, () => Promise<Wording>>> = {
  id: async () => id,
  en: async () => (await import('./en.ts')).en,
  jv: async () => (await import('./jv.ts')).jv,
}

const parts: Readonly<Record<FormLanguage, () => Promise<{ readonly parts: PartWording }>>> = {
  id: () => import('./parts-id.ts'),
  en: () => import('./parts-en.ts'),
  jv: () => import('./parts-jv.ts'),
}

const partWording: Partial<Record<FormLanguage, PartWording>> = {}
let latestPartWording: PartWording | undefined

/**
 * Reads the wording of the parts. If this language could not be fetched, it is the language before. Every part is
 * fetched with its wording.
 */
export const readPartWording = (language: FormLanguage): PartWording =>
  (partWording[language] ?? latestPartWording) as PartWording

/** Fetches a part together with its wording. */
export async function loadWithWording<Part>(part: Promise<Part>, language: FormLanguage): Promise<Part> {
  const [loaded, wording] = await Promise.all([part, parts[language]()])
  latestPartWording = partWording[language] = wording.parts
  return loaded
}

/**
 * Loads the wording of the form. Indonesian is always there; it also stands in where another language cannot be
 * fetched. Open parts change their language with the form.
 */
export async function loadWording(language: FormLanguage): Promise<Wording> {
  const form = forms[language]().catch(() => id)
  if (latestPartWording) await loadWithWording(form, language).catch(() => {})
  return form
}
