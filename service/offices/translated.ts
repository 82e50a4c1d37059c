import type { Language } from './vocabulary.ts'

/** A text of an office. Its English may be empty; Indonesian never is. */
export type Translated = Readonly<Record<Language, string>>

/** A reader of English gets the Indonesian text where the office wrote no English one. */
export const readIn = (text: Translated, language: Language): string => text[language] || text.id

/** A text of an office on a page of some language. */
export interface OwnText {
  readonly text: string
  /** The language in which it stands. */
  readonly language: Language
}

export const ownTextIn = (text: Translated, language: Language): OwnText => ({
  text: readIn(text, language),
  language: text[language] ? language : 'id',
})

/** Lists the texts that a reader of this language gets in Indonesian, so that a page can mark them. */
export const indonesianIn = (texts: readonly (Translated | null | undefined)[], language: Language): string[] =>
  texts.flatMap((text) => (text && readIn(text, language) !== text[language] ? [text.id] : []))
