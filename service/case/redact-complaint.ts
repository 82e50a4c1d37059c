import { wholeWords } from '../offices/names/names-in-text.ts'
import type { Language } from '../offices/vocabulary.ts'
import { rewriteComplaint } from './cover-words.ts'
import { rewriteOfficeWords } from './office-words.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'

const blanks: Readonly<Record<Language, string>> = { id: '[disamarkan petugas]', en: '[redacted by staff]' }

/** A case without the words that staff took out. It is what leaves the unit. */
export function redactComplaint(complaint: Complaint, language: Language = 'id'): Complaint {
  if (complaint.dossier.redactions.length === 0) return complaint
  const leaveOut = leavingOut(complaint.dossier, language)
  const { dossier, ...rewritten } = rewriteComplaint(complaint, (_, text) => leaveOut(text))
  return { ...rewritten, dossier: { ...dossier, ...rewriteOfficeWords(dossier, leaveOut) } }
}

/** What staff wrote to the reporter, without the words that they took out of the case: others carry a notice. */
export const redactOfficeWords = (dossier: Dossier, language: Language): Dossier =>
  dossier.redactions.length === 0
    ? dossier
    : { ...dossier, ...rewriteOfficeWords(dossier, leavingOut(dossier, language)) }

function leavingOut({ redactions }: Dossier, language: Language): (text: string) => string {
  // Longer words come first, so that a part of them does not keep the rest readable.
  const words = redactions
    .map((one) => one.words)
    .sort((one, other) => other.length - one.length)
    .map((one) => wholeWords(one))
  return (text) => words.reduce((left, pattern) => left.replace(pattern, blanks[language]), text)
}

/** True if the reporter wrote these words anywhere in the case. */
export function isWrittenIn(complaint: Complaint, words: string): boolean {
  const pattern = wholeWords(words)
  let isFound = false
  rewriteComplaint(complaint, (_, text) => {
    isFound ||= text.search(pattern) >= 0
    return text
  })
  return isFound
}
