import type { FormLanguage } from '../../service/offices/vocabulary.ts'
import { id, type Messages } from './id.ts'
import type { PartMessages } from './parts-id.ts'

const forms: Readonly<Record<FormLanguage, () => Promise<Messages>>> = {
  id: async () => id,
  en: async () => (await import('./en.ts')).en,
  jv: async () => (await import('./jv.ts')).jv,
}

const parts: Readonly<Record<FormLanguage, () => Promise<{ readonly parts: PartMessages }>>> = {
  id: () => import('./parts-id.ts'),
  en: () => import('./parts-en.ts'),
  jv: () => import('./parts-jv.ts'),
}

const spoken: Partial<Record<FormLanguage, PartMessages>> = {}
let latest: PartMessages | undefined

/** What the parts say; in the language before, where this one could not be fetched. Every part comes with its words. */
export const partMessages = (language: FormLanguage): PartMessages => (spoken[language] ?? latest) as PartMessages

/** A part, fetched at the same time as what it says. */
export async function withWords<Part>(part: Promise<Part>, language: FormLanguage): Promise<Part> {
  const [loaded, words] = await Promise.all([part, parts[language]()])
  latest = spoken[language] = words.parts
  return loaded
}

/**
 * Indonesian is always at hand; the others are fetched when somebody reads one, and Indonesian stands in where that
 * fails. Parts that are open already change their language with the form.
 */
export async function messagesIn(language: FormLanguage): Promise<Messages> {
  const form = forms[language]().catch(() => id)
  if (latest) await withWords(form, language).catch(() => {})
  return form
}
