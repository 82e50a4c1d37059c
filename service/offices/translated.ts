import type { Language } from './vocabulary.ts'

/** A text of an office. Its English may be empty; Indonesian never is. */
export type Translated = Readonly<Record<Language, string>>

/** Who reads English gets the Indonesian text where the office wrote no English one. */
export const readIn = (text: Translated, language: Language): string => text[language] || text.id
