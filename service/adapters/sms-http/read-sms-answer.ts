import type { CarrierAnswer } from '../../offices/channels/notice-channel.ts'
import { providerAnswer, waitAsked } from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { type HttpAnswer, parseJson } from '../../shared/outbound.ts'
import { fieldAt } from './read-fields.ts'
import type { FieldTest, SmsConfig } from './sms-config.ts'

/**
 * Distinguishes failures that a repeat may mend from others, by status and by the operator's description of answers.
 */
export function readSmsAnswer(
  answer: HttpAnswer,
  { success, refused }: Pick<SmsConfig, 'success' | 'refused'>,
  number: string,
  now: Instant,
): CarrierAnswer {
  if (answer.kind === 'gave_up') return { outcome: 'failed_for_now', reason: 'no_answer', answer: '' }
  if (answer.kind === 'failed') return { outcome: 'failed_for_now', reason: 'not_reached', answer: '' }
  const { status, retryAfter, text } = answer
  const words = providerAnswer(text.replaceAll(number, '…'), '')
  const failed = (reason: AttemptReason): CarrierAnswer => {
    return { outcome: 'failed_for_now', reason, answer: words, retryAfterMs: waitAsked(retryAfter, now) }
  }
  const body = parseJson(text)
  if (refused && passes(refused, body)) return { outcome: 'refused', reason: 'message_refused', answer: words }
  if (status >= 200 && status < 300) {
    if (!success || passes(success, body)) return { outcome: 'accepted', answer: words }
    return failed(fieldAt(body, success.path) === undefined ? 'not_reached' : 'provider_trouble')
  }
  if (status === 429) return failed('asked_to_wait')
  if ([401, 402, 403, 404, 405].includes(status)) return failed('not_set_up')
  if (status >= 500 || status < 400 || status === 408) return failed('provider_trouble')
  return { outcome: 'refused', reason: 'message_refused', answer: words }
}

function passes({ path, values }: FieldTest, body: unknown): boolean {
  const found = fieldAt(body, path)
  return found !== undefined && values.includes(found)
}
