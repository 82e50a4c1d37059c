import type { CarrierAnswer } from '../../offices/channels/notice-channel.ts'
import { providerAnswer, waitAsked } from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { fieldsOf } from '../../shared/outbound.ts'

/** The SDK passes bodies on unchecked, so nothing in them is relied upon. */
interface SdkAnswer {
  readonly data: unknown
  readonly error: unknown
  readonly headers: Readonly<Record<string, string>> | null
}

/** Distinguishes failures that a repeat may mend, those that it will not, and messages that are sent already. */
export function readResendAnswer(
  { data, error, headers }: SdkAnswer,
  to: string,
  isAborted: boolean,
  now: Instant,
): CarrierAnswer {
  const id = textIn(data, 'id')
  if (id) return { outcome: 'accepted', answer: providerAnswer(id, to) }

  const answer = providerAnswer(wordsOf(error), to)
  const failed = (reason: AttemptReason): CarrierAnswer => {
    return { outcome: 'failed_for_now', reason, answer, retryAfterMs: waitAsked(headers?.['retry-after'], now) }
  }
  const refused = (reason: AttemptReason): CarrierAnswer => ({ outcome: 'refused', reason, answer })

  if (isAborted) return failed('no_answer')
  const status = statusOf(error)
  const name = textIn(error, 'name')
  // The provider remembers keys of accepted messages: ours went out under this key, with an earlier text.
  if (name === 'invalid_idempotent_request') return { outcome: 'accepted', answer }
  if (status === null && name === 'application_error') return failed('not_reached')
  if (status === null || status >= 500 || status < 400) return failed('provider_trouble')
  if (status === 429) return failed('asked_to_wait')
  if (status === 408 || status === 409) return failed('provider_trouble')
  if (status === 401 || status === 403 || status === 404 || isAboutField('from', answer)) return failed('not_set_up')
  return refused(isAboutField('to', answer) ? 'address_refused' : 'message_refused')
}

/** The provider names the field at fault only in its sentence: "Invalid `to` field. …". */
const isAboutField = (field: 'from' | 'to', answer: string): boolean => new RegExp(`[\`'"]${field}[\`'"]`).test(answer)

export function textIn(value: unknown, field: string): string {
  const found = fieldsOf(value)[field]
  return typeof found === 'string' ? found : ''
}

function statusOf(error: unknown): number | null {
  const { statusCode } = fieldsOf(error)
  return typeof statusCode === 'number' ? statusCode : null
}

const wordsOf = (error: unknown): string => [textIn(error, 'name'), textIn(error, 'message')].filter(Boolean).join(': ')
