import type { MailboxWatch } from '../adapters/imapflow/watch-mailbox.ts'
import type { Mailbox } from '../adapters/mailbox/built-in-mailbox.ts'
import type { WhatsAppSettings } from '../adapters/whatsapp-cloud/whatsapp-cloud.ts'
import type { WhatsAppSent } from '../case/notices/message-reference.ts'
import type { FetchFromProvider, InboundOffice, MailReader } from '../filing/inbound/inbound-office.ts'
import { takeArrival } from '../filing/inbound/take-arrival.ts'
import type { Carrier } from '../offices/channels/notice-channel.ts'
import type { Announcement, NewsReader } from '../offices/channels/provider-news.ts'
import { templateFor } from '../offices/tenants/notice-settings.ts'
import type { TenantDirectory } from '../offices/tenants/tenant-directory.ts'
import type { Clock } from '../shared/instant.ts'
import type { FindOutside } from '../shared/outbound.ts'
import type { Log } from '../shared/tracing.ts'
import type { AccountSecrets } from '../telling/notices/own-accounts.ts'
import type { WhatsAppWindows } from '../telling/notices/provider-news.ts'
import type { DeliveryNews } from '../telling/notices/senders.ts'
import type { Config } from './config.ts'

/** Logs each try beside the request that led to it; `requestId` is that of the line `request`. */
export function logDelivery(log: Log, news: DeliveryNews): void {
  switch (news.kind) {
    case 'fault':
      log.error('delivery', news.cause)
      break
    case 'channel_rests':
      log.warn(news.kind, { channel: news.channel, until: news.until })
      break
    case 'tried': {
      const { channel, outcome, reason, tenant, event, cause } = news
      log.info('attempt', { requestId: cause, tenant, event, channel, outcome, reason })
      break
    }
    default: {
      const line = { requestId: news.cause, tenant: news.tenant, event: news.event }
      if (news.kind === 'drafted') log.info(news.kind, line)
      else log.warn(news.kind, line)
    }
  }
}

interface ChannelPorts {
  readonly mailbox: Mailbox
  readonly tenants: TenantDirectory
  readonly whatsAppWindows: WhatsAppWindows
  readonly whatsAppSent: WhatsAppSent
  /** Finds a mail server that a tenant named, at the ports of mail. */
  readonly findMailServer: FindOutside
  readonly now: Clock
}

export interface Channels {
  /** E-mail comes first and always exists, if only as the built-in mailbox. */
  readonly carriers: readonly [mail: Carrier, ...others: Carrier[]]
  readonly newsReaders: readonly NewsReader[]
}

export async function openChannels(config: Config, publicUrl: string, ports: ChannelPorts): Promise<Channels> {
  const [mail, ...others] = await Promise.all([
    openMail(config, ports),
    openWhatsApp(config, ports),
    openSms(config, publicUrl, ports),
  ])
  const found = others.filter((channel) => channel !== null)
  return {
    carriers: [mail.carrier, ...found.map(({ carrier }) => carrier)],
    newsReaders: [mail, ...found].flatMap(({ news }) => news ?? []),
  }
}

/** The channel under a tenant's own account, at the address that the operator set or at the provider's own. */
export async function ownCarrier(config: Config, secrets: AccountSecrets, ports: ChannelPorts): Promise<Carrier> {
  if (secrets.channel === 'email' && secrets.by === 'smtp') {
    const { guardedSmtp } = await import('../adapters/smtp/guarded-smtp.ts')
    return guardedSmtp(secrets, { find: ports.findMailServer })
  }
  if (secrets.channel === 'email') {
    const { resendMail } = await import('../adapters/resend/resend-mail.ts')
    const { apiKey, from } = secrets
    const baseUrl = config.mail.by === 'resend' ? (config.mail.baseUrl ?? undefined) : undefined
    return resendMail({ apiKey, baseUrl, from }, ports.now)
  }
  if (!config.whatsApp) throw new Error('A unit has a WhatsApp account, and the service has no WhatsApp.')
  const { token, phoneId } = secrets
  const { proof, ...rest } = config.whatsApp
  return whatsAppCarrier({ ...rest, token, phoneId, reportsDelivery: proof !== null }, ports)
}

interface Channel {
  readonly carrier: Carrier
  readonly news: NewsReader | null
}

async function openMail({ mail, mailFrom: from }: Config, { mailbox, now }: ChannelPorts): Promise<Channel> {
  if (mail.by === 'resend') {
    const { resendMail } = await import('../adapters/resend/resend-mail.ts')
    const { resendNews } = await import('../adapters/resend/read-resend-news.ts')
    const { apiKey, baseUrl, webhookSecret } = mail
    const settings = { apiKey, baseUrl: baseUrl ?? undefined, from, webhookSecret: webhookSecret ?? undefined }
    return { carrier: resendMail(settings, now), news: webhookSecret ? resendNews(apiKey, webhookSecret) : null }
  }
  if (mail.by === 'smtp') {
    const { smtpMail } = await import('../adapters/smtp/smtp-mail.ts')
    return { carrier: smtpMail({ url: mail.url, from }), news: null }
  }
  return { carrier: mailbox, news: null }
}

async function openWhatsApp({ whatsApp }: Config, ports: ChannelPorts): Promise<Channel | null> {
  if (!whatsApp) return null
  const { proof } = whatsApp
  const { whatsAppNews } = await import('../adapters/whatsapp-cloud/read-whatsapp-news.ts')
  const carrier = await whatsAppCarrier({ ...whatsApp, reportsDelivery: proof !== null }, ports)
  return { carrier, news: proof && whatsAppNews(proof) }
}

async function whatsAppCarrier(
  settings: WhatsAppSettings,
  { tenants, whatsAppWindows, whatsAppSent, now }: ChannelPorts,
): Promise<Carrier> {
  const { whatsAppCloud } = await import('../adapters/whatsapp-cloud/whatsapp-cloud.ts')
  return whatsAppCloud(settings, {
    now,
    templateFor: async (tenant, notice) =>
      templateFor((await tenants.get(tenant)).settings.notices.whatsappTemplates, notice),
    isWindowOpen: whatsAppWindows.isOpen,
    rememberSent: whatsAppSent.remember,
  })
}

async function openSms({ sms }: Config, publicUrl: string, { now }: ChannelPorts): Promise<Channel | null> {
  if (!sms) return null
  const { smsOverHttp } = await import('../adapters/sms-http/sms-http.ts')
  const { smsNews } = await import('../adapters/sms-http/read-sms-news.ts')
  const { callback, inboundSecret } = sms
  const hears = callback !== null || inboundSecret !== null
  return {
    carrier: smsOverHttp(sms, publicUrl, now),
    news: hears ? smsNews(sms.callback, inboundSecret ? { secret: inboundSecret, now } : null) : null,
  }
}

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
  ({ inbound }: Config, ports: () => InboundOffice) =>
  async (announced: Announcement): Promise<void> => {
    if (announced.channel === 'email' && !inbound) return
    await takeArrival(ports(), announced, null)
  }

export async function openMailboxWatch(
  { inbound }: Config,
  ports: InboundOffice,
  log: Log,
): Promise<MailboxWatch | null> {
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
