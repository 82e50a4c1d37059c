import { Resend } from 'resend'
import { type Carrier, causeHeader, languageHeader, ownMailHeaders } from '../../offices/channels/notice-channel.ts'
import type { Clock } from '../../shared/instant.ts'
import { readResendAnswer } from './read-resend-answer.ts'

export interface ResendSettings {
  readonly apiKey: string
  readonly baseUrl?: string | undefined
  /** `Name <address>` or an address. */
  readonly from: string
  /** It authenticates the provider's reports; without it they are ignored. */
  readonly webhookSecret?: string | undefined
}

/** E-mail through Resend's API. The provider drops a repeated idempotency key for 24 hours. */
export function resendMail({ apiKey, baseUrl, from, webhookSecret }: ResendSettings, now: Clock): Carrier {
  const resend = new Resend(apiKey, baseUrl ? { baseUrl: baseUrl.replace(/\/+$/, '') } : {})

  return {
    channel: 'email',
    reportsDelivery: webhookSecret !== undefined,

    async send({ to, subject, text, idempotencyKey, reference, reply, cause, notice, signal }) {
      const fromUs = { ...ownMailHeaders, ...languageHeader(notice), ...causeHeader(cause) }
      const headers = { ...fromUs, ...(reply && { References: reply.refersTo }) }
      const tags = reference === undefined ? {} : { tags: [{ name: 'reference', value: reference }] }
      const replyTo = reply ? { replyTo: reply.address } : {}
      const email = { from, to, subject, text, headers, ...replyTo, ...tags }
      const answer = await resend.emails.send(email, { idempotencyKey, signal })
      return readResendAnswer(answer, to, signal.aborted, now())
    },

    close() {},
  }
}
