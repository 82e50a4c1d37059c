import type { Language } from '../complaints/vocabulary.ts'
import type { NoticeAttempt } from './notice.ts'
import { wordingFor } from './wording/notice-wording.ts'

/**
 * An attempt as a sentence for the case page, with the provider's own words behind it where something went wrong.
 * @param nextTry the time of the next try in words, for the last attempt of a pending notice; otherwise `null`.
 */
export function explainAttempt(attempt: NoticeAttempt, language: Language, nextTry: string | null): string {
  const wording = wordingFor(language)
  const provider = wording.providers[attempt.channel]
  const { outcome, reason, answer } = attempt
  if (outcome === 'accepted' || reason === null) return wording.accepted(provider)
  const consequence = { failed_for_now: wording.triedAgain, held: wording.heldBack, refused: wording.notTriedAgain }
  const sentence = consequence[outcome](wording.reasons[reason](provider), nextTry)
  return answer === '' ? sentence : `${sentence} ${wording.providerSaid(answer)}`
}
