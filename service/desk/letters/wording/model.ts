import type { LetterNature } from '../../../offices/notice-vocabulary.ts'

export interface LetterWording {
  readonly title: string
  readonly labels: Readonly<Record<'number' | 'nature' | 'enclosures' | 'subject', string>>
  readonly natures: Readonly<Record<LetterNature, string>>
  readonly noEnclosures: string
  readonly honoured: (name: string) => string
  /** No letter of a confidential complaint has the name. */
  readonly confidentialReporter: string
  /** Replaces a name in the middle of a sentence. */
  readonly somebody: string
  /** It stands in place of a signature. */
  readonly unsigned: string
  readonly civilServant: (nip: string) => string
  readonly verification: string
  readonly qrAlternative: (url: string) => string
  readonly fingerprint: (mark: string) => string
  readonly page: (page: number, pages: number) => string
  /** On the sheet that goes into the window of the envelope. */
  readonly sender: string
  readonly addressedTo: string
  /** Replaces a number that is not taken yet. */
  readonly unnumbered: string
}
