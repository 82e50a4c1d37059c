import type { NoticeAttempt } from '../../case/shape/notice.ts'
import type { AttemptReason, DeliveryReport } from '../../offices/notice-vocabulary.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { wordingFor } from '../../offices/wording/notice-wording.ts'
import type { Instant } from '../../shared/instant.ts'

/**
 * Returns a sentence for the case page, followed by the provider's text if something went wrong.
 * @param nextTry the time of the next try as text, for the last attempt of a pending notice; otherwise `null`.
 * @param inWords formats a time for staff
 */
export function explainAttempt(
  attempt: NoticeAttempt,
  language: Language,
  nextTry: string | null,
  inWords: (at: Instant) => string,
): string {
  const wording = wordingFor(language)
  const provider = wording.providers[attempt.channel]
  const { outcome, reason, answer } = attempt
  const { report, wording: version } = attempt
  const ownWords = version === undefined ? [] : [wording.ownWords(version)]
  if (outcome === 'kept') return [wording.kept, ...ownWords].join(' ')
  if (outcome === 'accepted' || reason === null) {
    return [
      wording.accepted(provider),
      ...ownWords,
      ...(report ? explainReport(report, attempt, language, inWords) : []),
    ].join(' ')
  }
  const consequence = { failed_for_now: wording.triedAgain, held: wording.heldBack, refused: wording.notTriedAgain }
  const sentence = consequence[outcome](wording.reasons[reason](provider), nextTry)
  return answer === '' ? sentence : `${sentence} ${wording.providerSaid(answer)}`
}

export function explainHealth(channel: NoticeAttempt['channel'], why: AttemptReason, language: Language): string {
  const { reasons, providers } = wordingFor(language)
  return `${reasons[why](providers[channel])}.`
}

/** Says that a channel keeps its messages, and who can mend that. */
export const adviceForKept = (language: Language): { readonly explanation: string; readonly advice: string } => {
  const { kept, advice } = wordingFor(language)
  return { explanation: kept, advice: advice.notThere }
}

export const adviceFor = (why: AttemptReason, language: Language): string =>
  wordingFor(language).advice[why === 'not_set_up' ? 'notSetUp' : 'trouble']

function explainReport(
  { state, at, reason, answer }: DeliveryReport,
  { channel }: NoticeAttempt,
  language: Language,
  inWords: (at: Instant) => string,
): string[] {
  const wording = wordingFor(language)
  const provider = wording.providers[channel]
  if (state !== 'failed') return [wording.reports[state](provider, inWords(at))]
  const why = wording.reasons[reason ?? 'not_delivered'](provider)
  return [wording.failedLater(why, inWords(at)), ...(answer === '' ? [] : [wording.providerSaid(answer)])]
}
