import { createTransport, type SentMessageInfo, type Transporter } from 'nodemailer'
import {
  type Carrier,
  type CarrierAnswer,
  causeHeader,
  languageHeader,
  type OutboundMessage,
  ownMailHeaders,
  SEND_WITHIN,
} from '../../offices/channels/notice-channel.ts'
import { providerAnswer } from '../../offices/channels/provider-news.ts'
import { readSmtpError } from './read-smtp-error.ts'

export interface SmtpSettings {
  /** `smtp://user:password@host:port` or `smtps://…`; query parameters are nodemailer's options. */
  readonly url: string
  /** `Name <address>` or an address. */
  readonly from: string
}

const SECONDS_IDLE = 30

/** Connections are kept for a while and reused. */
export function smtpMail({ url, from }: SmtpSettings): Carrier {
  const pool = createTransport({
    url,
    pool: true,
    maxConnections: 5,
    // Only a message that was not sent at all is repeated: the server had closed the idle connection.
    maxRequeues: 1,
    idleTimeout: SECONDS_IDLE * 1_000,
    connectionTimeout: SEND_WITHIN,
    greetingTimeout: SEND_WITHIN,
    socketTimeout: SEND_WITHIN,
    disableFileAccess: true,
    disableUrlAccess: true,
  })

  return {
    channel: 'email',
    reportsDelivery: false,

    send: (message) => sendBySmtp(pool, from, message),

    close: () => pool.close(),
  }
}

/** Where the transport sends to is settled before. */
export async function sendBySmtp(
  transport: Pick<Transporter<SentMessageInfo>, 'sendMail'>,
  from: string,
  { to, subject, text, idempotencyKey, reply, cause, notice, signal }: OutboundMessage,
): Promise<CarrierAnswer> {
  try {
    const { response } = await transport.sendMail({
      from,
      to: { name: '', address: to },
      subject,
      text,
      // Mail servers and readers show a repeated Message-ID once; Resend's own server uses its header.
      messageId: `<${idempotencyKey}@${domainOf(from)}>`,
      headers: {
        ...{ ...ownMailHeaders, ...languageHeader(notice), ...causeHeader(cause) },
        'Resend-Idempotency-Key': idempotencyKey,
      },
      ...(reply && { replyTo: reply.address, references: reply.refersTo }),
      signal,
    })
    return { outcome: 'accepted', answer: providerAnswer(response ?? '', to) }
  } catch (error) {
    return readSmtpError(error, to, signal.aborted)
  }
}

export const domainOf = (from: string): string => /@([^\s<>@]+)>?\s*$/.exec(from)?.[1] ?? 'localhost'
