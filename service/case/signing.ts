import type { IntakeChannel, PrivacyChoice } from '../offices/vocabulary.ts'
import type { FieldProblem } from '../shared/refusal.ts'
import type { Witnessed } from './shape/signing.ts'
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
