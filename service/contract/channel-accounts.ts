import { z } from '@hono/zod-openapi'
import { attemptReasons, noticeChannels } from '../offices/notice-vocabulary.ts'
import { instant, phone } from './fields.ts'
import type { Shown } from './shown.ts'

// It becomes part of a header, so only visible characters are allowed.
const secret = z.string().regex(/^[\x21-\x7e]{8,1000}$/)

/** `Office <box@office.example>`, or the address alone. */
const sender = /^(?:[^\p{Cc}<>"]{1,80}<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/u

/** `Name <address>` or an address. */
const from = z.string().max(200).regex(sender).openapi({ pattern: sender.source })

/** A name and no address: its last part begins with a letter. */
const hostName = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)*[a-z](?:[a-z\d-]{0,61}[a-z\d])?$/

/** Credentials come in only; no answer contains them. */
export const channelAccount = z
  .discriminatedUnion('channel', [
    z.discriminatedUnion('by', [
      z.strictObject({
        channel: z.literal('email'),
        by: z.literal('resend').optional(),
        apiKey: secret,
        from,
      }),
      z.strictObject({
        channel: z.literal('email'),
        by: z.literal('smtp'),
        host: z.string().trim().toLowerCase().max(253).regex(hostName),
        port: z.int().min(1).max(65_535),
        security: z.enum(['tls', 'starttls']),
        user: z.string().regex(/^[^\p{Cc}]{1,200}$/u),
        password: z.string().regex(/^[^\p{Cc}]{1,500}$/u),
        from,
      }),
    ]),
    z.strictObject({ channel: z.literal('whatsapp'), token: secret, phoneId: z.string().regex(/^\d{5,30}$/) }),
  ])
  .openapi('ChannelAccount')

export type ChannelAccount = Shown<typeof channelAccount>

export const channelAccounts = z
  .object({
    items: z.array(
      z.object({
        channel: z.enum(noticeChannels),
        /** The office may send under an account of its own. */
        mayOwn: z.boolean(),
        /** Something leaves here, and is not only kept in the trial outbox. */
        leaves: z.boolean(),
        /** It uses its own account since then; `null` while it uses the operator's. */
        ownSince: instant.nullable(),
      }),
    ),
  })
  .openapi('ChannelAccounts')
export type ChannelAccounts = Shown<typeof channelAccounts>

export const trialRequest = z.strictObject({
  channel: z.enum(['email', 'whatsapp', 'sms']),
  /** The recipient; for e-mail it is left out, because the message goes to the person who asks. */
  phone: phone.optional(),
})
export const trialAnswer = z
  .object({
    outcome: z.enum(['accepted', 'kept', 'failed_for_now', 'refused']),
    explanation: z.string(),
    reason: z.enum(attemptReasons).nullable(),
  })
  .openapi('ChannelTrial')
export type TrialAnswer = Shown<typeof trialAnswer>
