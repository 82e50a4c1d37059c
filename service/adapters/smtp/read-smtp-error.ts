import type { CarrierAnswer } from '../../offices/channels/notice-channel.ts'
import { providerAnswer } from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import { isTlsFailure } from '../../shared/outbound.ts'

interface SmtpFailure {
  readonly message: string
  readonly code?: string | undefined
  /** What Node called it, where nodemailer gave it a code of its own. */
  readonly originalCode?: string | undefined
  readonly command?: string | undefined
  readonly response?: string | undefined
  readonly responseCode?: number | undefined
}

/** RFC 3463: `X.7.Y` is the server's policy towards us, e.g. no relaying. It says nothing about the address. */
const policyReply = /^5\d\d[ -]5\.7\./

/**
 * Distinguishes failures that a repeat may mend from others. A 5xx to our login or sender is the operator's to mend.
 */
export function readSmtpError(error: unknown, to: string, isAborted: boolean): CarrierAnswer {
  const failure: SmtpFailure = error instanceof Error ? error : { message: String(error) }
  const answer = providerAnswer(failure.response ?? failure.message, to)
  const failed = (reason: AttemptReason): CarrierAnswer => ({ outcome: 'failed_for_now', reason, answer })
  const refused = (reason: AttemptReason): CarrierAnswer => ({ outcome: 'refused', reason, answer })
  const { code, command = '', responseCode, originalCode = '' } = failure

  if (isAborted || code === 'ETIMEDOUT') return failed('no_answer')
  if (code === 'ETLS' || isTlsFailure(originalCode)) return failed('tls_failed')
  if (responseCode === undefined) return refusedHere(failure) ? refused('address_refused') : failed(withoutReply(code))
  const isPermanent = responseCode >= 500 && responseCode !== 503
  if (command === 'RCPT TO' && responseCode !== 421) {
    if (!isPermanent) return failed('recipient_busy')
    return policyReply.test(failure.response ?? '') ? failed('not_set_up') : refused('address_refused')
  }
  if (!isPermanent) return failed('provider_trouble')
  if (command === 'DATA') return refused('message_refused')
  return failed(command === 'MAIL FROM' || code === 'EAUTH' ? 'not_set_up' : 'provider_trouble')
}

/** Nodemailer itself rejected the address. */
const refusedHere = ({ code, message }: SmtpFailure): boolean => code === 'EENVELOPE' && /recipient/i.test(message)

function withoutReply(code: string | undefined): AttemptReason {
  if (code === 'EAUTH' || code === 'ENOAUTH') return 'not_set_up'
  if (code === 'EPROTOCOL') return 'provider_trouble'
  return 'not_reached'
}
