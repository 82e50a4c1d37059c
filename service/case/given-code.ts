import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { applyDecision } from './complaint.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { ReplacedCode } from './shape/correspondence.ts'
import type { Actor, Moment } from './shape/history.ts'

/**
 * What works with a code that an officer gave out, until it came back. All else waits: it would let that officer act as
 * the reporter, or read who the reporter is.
 */
const workBefore: ReadonlySet<string> = new Set([
  'open',
  'older',
  'clocks',
  'message',
  'evidence',
  'reopening',
  'contact-code',
  'contact-confirmation',
])

type Codes = Pick<Dossier, 'codeReplaced'>

/** Returns who gave out the code in use; `null` where it is the reporter's own. */
const giverOf = ({ codeReplaced }: Codes) => (codeReplaced?.by.kind === 'staff' ? codeReplaced.by : null)

/** Returns the code that an officer gave out and that did not come back yet; `null` if there is none. */
export const waitingCode = (dossier: Codes): ReplacedCode | null =>
  giverOf(dossier) && dossier.codeReplaced?.confirmedAt === null ? dossier.codeReplaced : null

export const isCodeWaiting = ({ dossier }: Pick<Complaint, 'dossier'>): boolean => waitingCode(dossier) !== null

export const waitsForCode = (act: string): boolean => !workBefore.has(act)

/**
 * @param act what the reporter does with the code
 * @param path the case and what it was before it moved
 */
export function refuseWhileCodeWaits(act: string, path: readonly Complaint[]): void {
  if (waitsForCode(act) && path.some(isCodeWaiting)) throw new Refusal('forbidden', 'code/not-confirmed')
}

/**
 * Puts another code in the place of the one before. A case keeps the last code that was its reporter's own, which can
 * still be asked what became of it.
 * @param confirmedAt set where another case of the same code waits for it
 */
export function withCode(
  complaint: Complaint,
  codeHash: string,
  { by, at, confirmedAt = null }: Omit<ReplacedCode, 'confirmedAt'> & Partial<ReplacedCode>,
): Complaint {
  if (codeHash === complaint.codeHash) return complaint
  const { dossier, oldCodeHash } = complaint
  return {
    ...complaint,
    codeHash,
    oldCodeHash: giverOf(dossier) ? oldCodeHash : complaint.codeHash,
    dossier: {
      ...dossier,
      codeKnownTo: by.kind === 'staff' ? 'staff' : 'reporter',
      codeReplaced: { at, by, confirmedAt },
    },
  }
}

/** A code that came to a contact of the case, or another officer's word, says that the given one is in the right hands. */
export const withCodeConfirmed = ({ codeReplaced }: Codes, at: Instant): Codes => ({
  codeReplaced: codeReplaced && { ...codeReplaced, confirmedAt: codeReplaced.confirmedAt ?? at },
})

export function confirmGivenCode(complaint: Complaint, because: string, by: Actor, moment: Moment): Complaint {
  if (!isCodeWaiting(complaint)) throw new Refusal('conflict', 'code/none-waits')
  const dossier = withCodeConfirmed(complaint.dossier, moment.at)
  return applyDecision(complaint, moment, { dossier }, { event: 'code_confirmed', by, text: because })
}

/** Whatever the reporter does with a code that an officer gave out says so, in the history and in messages. */
export function sayWhoseCode(before: Complaint, after: Complaint): Complaint {
  const giver = giverOf(before.dossier)
  if (!giver || after === before) return after
  const marked = <Line extends { readonly by: Actor }>(
    lines: readonly Line[],
    known: readonly Line[],
  ): readonly Line[] =>
    lines.map((line) =>
      line.by.kind !== 'reporter' || known.includes(line)
        ? line
        : { ...line, by: { ...line.by, codeBy: giver.position } },
    )
  const { dossier } = after
  return {
    ...after,
    dossier: {
      ...dossier,
      history: marked(dossier.history, before.dossier.history),
      messages: marked(dossier.messages, before.dossier.messages),
    },
  }
}
