import { ownCoveringOf } from '../../case/covering.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { caseKeyOf, identityOf } from '../../case/store/case-seals.ts'
import type { Letter, LetterContent } from '../../keeping/letters/letter.ts'
import type { KeptLetter, LetterStore } from '../../keeping/letters/letter-store.ts'
import type { Vault } from '../../storage/vault.ts'

export interface LetterOnCase {
  readonly letter: Letter
  readonly complaint: Complaint
}

interface OpenPorts {
  readonly letters: Pick<LetterStore, 'open'>
  readonly vault: Vault
}

/**
 * Opens the words of a letter, the same for everybody: where the reporter is not named to staff they are without name,
 * address and contact, also in a letter that was begun while the reporter was named. So what a person approves is what
 * that person read. A paper that was approved before stays as it was signed, for those who may print it.
 */
export async function openLetter({ letters, vault }: OpenPorts, kept: KeptLetter, complaint: Complaint) {
  const letter = await letters.open(kept, caseKeyOf(complaint))
  return { letter: await coverLetter({ vault }, letter, complaint), complaint }
}

/** Takes name, address and contact out of the words of a letter whose reporter is not named to staff. */
export async function coverLetter({ vault }: Pick<OpenPorts, 'vault'>, letter: Letter, complaint: Complaint) {
  if (complaint.privacy === 'named') return letter
  const cover = ownCoveringOf({ own: await identityOf(vault, complaint), language: letter.language })
  return { ...letter, content: rewriteContent(letter.content, cover) }
}

const rewriteContent = (content: LetterContent, rewrite: (text: string) => string): LetterContent => ({
  ...content,
  subject: rewrite(content.subject),
  body: rewrite(content.body),
  enclosures: rewrite(content.enclosures),
  history: content.history.map((line) => ({ ...line, note: line.note && rewrite(line.note) })),
})
