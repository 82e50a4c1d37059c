import type { Dossier } from './shape/complaint.ts'
import type { CompletionRequest } from './shape/correspondence.ts'
import type { Disposition, Improvement } from './shape/handling.ts'
import { rewriteOrder } from './timed-acts.ts'

type Rewrite = (text: string) => string

/** Staff who answer a reporter, instruct each other or give reasons repeat what the reporter wrote, and name files. */
type OfficeWords = Pick<
  Dossier,
  | 'messages'
  | 'notes'
  | 'history'
  | 'timedActs'
  | 'instruction'
  | 'dispositions'
  | 'completion'
  | 'lapsed'
  | 'delays'
  | 'clockReasons'
  | 'grounded'
  | 'redactions'
  | 'fileRedactions'
  | 'proposal'
  | 'answer'
  | 'improvement'
  | 'declined'
  | 'forwarded'
  | 'offered'
  | 'fromBook'
  | 'hold'
  | 'identityOpenings'
  | 'identityRequests'
  | 'dataRequests'
  | 'breachNotices'
>

/** What of it lists show: why a case is late, stands still, is held back, or its identity is asked for. */
type ListedWords = Pick<OfficeWords, 'delays' | 'clockReasons' | 'hold' | 'identityRequests'>

export const rewriteListedWords = (
  { delays, clockReasons, hold, identityRequests }: ListedWords,
  rewrite: Rewrite,
): ListedWords => ({
  delays: delays.map((one) => ({ ...one, reason: rewrite(one.reason) })),
  clockReasons: Object.fromEntries(Object.entries(clockReasons).map(([id, text]) => [id, rewrite(text)])),
  hold: hold && { ...hold, reason: rewrite(hold.reason) },
  identityRequests: identityRequests.map(({ decision, ...one }) => ({
    ...one,
    reason: rewrite(one.reason),
    decision: decision && { ...decision, because: rewrite(decision.because) },
  })),
})

/** Puts other texts in place of what staff wrote. What the reporter wrote in the same lists is rewritten as well. */
export function rewriteOfficeWords(dossier: Dossier, rewrite: Rewrite): OfficeWords {
  const orNull = (text: string | null) => text && rewrite(text)
  const { grounded, proposal, answer, declined, forwarded, offered, fromBook } = dossier
  const asked = (request: CompletionRequest | null) => request && { ...request, text: rewrite(request.text) }
  return {
    messages: dossier.messages.map((one) => ({ ...one, text: rewrite(one.text) })),
    notes: dossier.notes.map((one) => ({ ...one, text: rewrite(one.text) })),
    history: dossier.history.map((line) => (line.text ? { ...line, text: rewrite(line.text) } : line)),
    timedActs: dossier.timedActs.map((one) => ({ ...one, order: rewriteOrder(one.order, rewrite) })),
    instruction: orNull(dossier.instruction),
    dispositions: dossier.dispositions.map((one) => rewriteSlip(one, rewrite)),
    completion: asked(dossier.completion),
    lapsed: asked(dossier.lapsed),
    ...rewriteListedWords(dossier, rewrite),
    grounded: grounded && { ...grounded, because: rewrite(grounded.because) },
    redactions: dossier.redactions.map((one) => ({ ...one, because: rewrite(one.because) })),
    fileRedactions: dossier.fileRedactions.map((one) => ({ ...one, because: rewrite(one.because) })),
    proposal: proposal && { ...proposal, text: rewrite(proposal.text) },
    answer: answer && { ...answer, text: rewrite(answer.text) },
    improvement: dossier.improvement && rewriteImprovement(dossier.improvement, rewrite),
    declined: declined && { ...declined, text: rewrite(declined.text), elsewhere: rewrite(declined.elsewhere) },
    forwarded: forwarded && {
      ...forwarded,
      reason: rewrite(forwarded.reason),
      reference: forwarded.reference && { ...forwarded.reference, text: rewrite(forwarded.reference.text) },
    },
    offered: offered && { ...offered, reason: rewrite(offered.reason) },
    fromBook: fromBook && { ...fromBook, status: orNull(fromBook.status), answer: orNull(fromBook.answer) },
    identityOpenings: dossier.identityOpenings.map((one) => ({ ...one, reason: rewrite(one.reason) })),
    dataRequests: dossier.dataRequests.map(({ answer: given, ...one }) => ({
      ...one,
      text: rewrite(one.text),
      answer: given && { ...given, text: rewrite(given.text) },
    })),
    breachNotices: dossier.breachNotices.map(({ texts, ...one }) => ({
      ...one,
      texts: texts && { id: rewrite(texts.id), en: rewrite(texts.en) },
    })),
  }
}

const rewriteImprovement = (improvement: Improvement, rewrite: Rewrite): Improvement => ({
  ...improvement,
  causeText: rewrite(improvement.causeText),
  change: rewrite(improvement.change),
  owner: { ...improvement.owner, position: rewrite(improvement.owner.position) },
  proof:
    improvement.proof.kind === 'none'
      ? { ...improvement.proof, because: rewrite(improvement.proof.because) }
      : improvement.proof,
  checks: improvement.checks.map((check) => ({ ...check, text: rewrite(check.text) })),
})

function rewriteSlip({ assignments: [first, ...others], ...slip }: Disposition, rewrite: Rewrite): Disposition {
  const one = (given: typeof first): typeof first => ({
    ...given,
    text: given.text && rewrite(given.text),
    done: given.done && { ...given.done, text: rewrite(given.done.text) },
  })
  return { ...slip, assignments: [one(first), ...others.map(one)] }
}
