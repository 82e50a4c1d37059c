import type { Language } from '../offices/vocabulary.ts'
import { rewriteComplaint } from './cover-words.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'

const blanks: Readonly<Record<Language, string>> = { id: '[disamarkan petugas]', en: '[redacted by staff]' }

/** Finds the words as whole words, in any case of letters. */
const patternOf = (words: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${words
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+')}(?![\\p{L}\\p{N}])`,
    'giu',
  )

/** A case without the words that staff took out. It is what leaves the unit. */
export function redactComplaint(complaint: Complaint, language: Language = 'id'): Complaint {
  // Longer words come first, so that a part of them does not keep the rest readable.
  const words = complaint.dossier.redactions
    .map((one) => one.words)
    .sort((one, other) => other.length - one.length)
    .map(patternOf)
  if (words.length === 0) return complaint
  const leaveOut = (text: string) => words.reduce((left, pattern) => left.replace(pattern, blanks[language]), text)
  const rewritten = rewriteComplaint(complaint, (_, text) => leaveOut(text))
  return { ...rewritten, dossier: { ...rewritten.dossier, ...redactOffice(rewritten.dossier, leaveOut) } }
}

/** Staff who answer a reporter repeat their words, and a reason names the file that it is about. */
function redactOffice(
  { messages, notes, history }: Dossier,
  leaveOut: (text: string) => string,
): Pick<Dossier, 'messages' | 'notes' | 'history'> {
  return {
    messages: messages.map((one) => ({ ...one, text: leaveOut(one.text) })),
    notes: notes.map((one) => ({ ...one, text: leaveOut(one.text) })),
    history: history.map((line) => (line.text === null ? line : { ...line, text: leaveOut(line.text) })),
  }
}

/** True if the reporter wrote these words anywhere in the case. */
export function isWrittenIn(complaint: Complaint, words: string): boolean {
  const pattern = patternOf(words)
  let isFound = false
  rewriteComplaint(complaint, (_, text) => {
    isFound ||= text.search(pattern) >= 0
    return text
  })
  return isFound
}
