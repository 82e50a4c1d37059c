import type { MailboxWatch } from '../adapters/imapflow/watch-mailbox.ts'
import type { MailReader } from '../filing/inbound/incoming-mail.ts'
import type { FetchFromProvider } from '../filing/inbound/read-arrival.ts'
import { type TakePorts, takeArrival } from '../filing/inbound/take-arrival.ts'
import type { Announcement } from '../offices/channels/provider-news.ts'
import type { Log } from '../shared/tracing.ts'
import type { Config } from './config.ts'

export interface Fetchers {
  readonly fetchMail: FetchFromProvider | null
  readonly fetchMedia: FetchFromProvider | null
}

/** The parser is large, and most installations take in no mail. */
export const readMail: MailReader = async (raw, take) =>
  (await import('../adapters/mailparser/read-mail.ts')).readMail(raw, take)

/** Only what an installation takes in is fetched. */
export async function openFetchers({ mail, inbound, whatsApp }: Config): Promise<Fetchers> {
  const isAnnounced = inbound !== null && mail.by === 'resend' && mail.webhookSecret !== null
  return {
    fetchMail: isAnnounced ? await fromResend(mail) : null,
    fetchMedia: whatsApp && (await fromWhatsApp(whatsApp)),
  }
}

async function fromResend({ apiKey, baseUrl }: Extract<Config['mail'], { by: 'resend' }>): Promise<FetchFromProvider> {
  const { fetchReceived } = await import('../adapters/resend/fetch-received.ts')
  return fetchReceived({ apiKey, baseUrl: baseUrl ?? undefined })
}

async function fromWhatsApp(settings: NonNullable<Config['whatsApp']>): Promise<FetchFromProvider> {
  const { fetchMedia } = await import('../adapters/whatsapp-cloud/fetch-media.ts')
  return fetchMedia(settings)
}

/** Mail is taken only if the operator configured it. */
export const takerOf =
  ({ inbound }: Config, ports: () => TakePorts) =>
  async (announced: Announcement): Promise<void> => {
    if (announced.channel === 'email' && !inbound) return
    await takeArrival(ports(), announced, null)
  }

export async function openMailboxWatch({ inbound }: Config, ports: TakePorts, log: Log): Promise<MailboxWatch | null> {
  if (!inbound?.imap) return null
  const { watchMailbox } = await import('../adapters/imapflow/watch-mailbox.ts')
  return watchMailbox(
    inbound.imap,
    async (announced, raw) => void (await takeArrival(ports, announced, raw)),
    (news) => {
      if (news.kind === 'found') log.info('mailbox is read again')
      else log.error('mailbox cannot be read', news.cause, { reason: news.reason })
    },
  )
}
