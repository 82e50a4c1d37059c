import type { Language, LetterNature } from '../../complaints/vocabulary.ts'
import { letterWordingEn } from './en.ts'
import { letterWordingId } from './id.ts'

/** What stands on every letter, in one language. */
export interface LetterWording {
  readonly title: string
  readonly labels: Readonly<Record<'number' | 'nature' | 'enclosures' | 'subject', string>>
  readonly natures: Readonly<Record<LetterNature, string>>
  readonly noEnclosures: string
  /** Before the addressee's name. */
  readonly honoured: (name: string) => string
  /** Of a confidential complaint no letter bears the name. */
  readonly confidentialReporter: string
  /** In the middle of a sentence, in place of a name. */
  readonly somebody: string
  readonly civilServant: (nip: string) => string
  readonly verification: string
  readonly qrAlternative: (url: string) => string
  readonly fingerprint: (mark: string) => string
  readonly page: (page: number, pages: number) => string
  /** On the sheet that goes into the window of the envelope. */
  readonly sender: string
  readonly addressedTo: string
  /** In place of a number that is not taken yet. */
  readonly unnumbered: string
}

const wordings: Readonly<Record<Language, LetterWording>> = { id: letterWordingId, en: letterWordingEn }

export const letterWordingFor = (language: Language): LetterWording => wordings[language]
