import type { IntakeChannel, Language, PrivacyChoice } from '../offices/vocabulary.ts'
import type { FieldProblem } from '../shared/refusal.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Spoken, Witnessed } from './shape/intake.ts'
import { isThere } from './shape/spoken-channels.ts'

export type GivenSigning =
  /** The signature is the path of a drawing, 600 wide and 200 high. */
  { readonly kind: 'signed'; readonly strokes: string } | Witnessed

/** Makes the signature a file whose SHA-256 can be compared with the receipt. */
export const signatureFile = (strokes: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 600 200"><path d="${strokes}" fill="none" stroke="#000" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></svg>\n`

/** Only somebody at the counter can sign there, and an anonymous reporter signs nothing. */
export function signingProblems(
  signing: GivenSigning | undefined,
  privacy: PrivacyChoice,
  channel: IntakeChannel,
): FieldProblem[] {
  if (!signing) return []
  if (privacy === 'anonymous') return [{ path: 'signing', code: 'not-with-anonymous' }]
  return isThere(channel) ? [] : [{ path: 'signing', code: 'only-at-the-counter' }]
}

/** A statement that nobody has written down is read by no one and cannot leave as words. */
export const waitsForTranscript = (spoken: Spoken | null): boolean => spoken !== null && spoken.transcript === null

const words: Readonly<Record<Language, Readonly<Record<'waits' | 'transcribed' | 'right' | 'corrected', string>>>> = {
  id: {
    waits: '(Disampaikan lisan; belum ditranskrip.)',
    transcribed: '(Disampaikan lisan, ditranskrip oleh unit.)',
    right: '(Pelapor menyatakan transkrip ini benar.)',
    corrected: 'Perbaikan oleh pelapor:',
  },
  en: {
    waits: '(Told by voice; not transcribed yet.)',
    transcribed: '(Told by voice, transcribed by the unit.)',
    right: '(The reporter says that this transcript is right.)',
    corrected: 'Corrected by the reporter:',
  },
}

interface MaybeSpoken {
  readonly spoken: { readonly transcript: { readonly reply: { readonly text: string | null } | null } | null } | null
}

/** The story as it stands on paper and elsewhere: of a spoken one with who wrote it and what the reporter corrected. */
export function storyInWords(
  { chronology, spoken }: Pick<Dossier, 'chronology'> & MaybeSpoken,
  language: Language,
): string {
  if (!spoken) return chronology
  const { waits, transcribed, right, corrected } = words[language]
  if (!spoken.transcript) return waits
  const { reply } = spoken.transcript
  const answered = reply === null ? [] : reply.text === null ? [right] : [`${corrected}\n${reply.text}`]
  return [transcribed, chronology, ...answered].join('\n\n')
}

/** The case in words alone, for readers who get no recording. */
export const writeOut = (complaint: Complaint, language: Language): Complaint => ({
  ...complaint,
  dossier: { ...complaint.dossier, chronology: storyInWords(complaint.dossier, language), spoken: null },
})
