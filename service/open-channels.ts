import type { Mailbox } from './adapters/mailbox/built-in-mailbox.ts'
import type { Config } from './config.ts'
import type { Carrier } from './notices/channels/notice-channel.ts'
import { templateFor } from './notices/notice-settings.ts'
import type { WhatsAppWindows } from './notices/whatsapp-windows.ts'
import type { Clock } from './shared/instant.ts'
import type { TenantDirectory } from './tenants/tenant-directory.ts'

interface ChannelPorts {
  readonly mailbox: Mailbox
  readonly tenants: TenantDirectory
  readonly whatsAppWindows: WhatsAppWindows
  readonly now: Clock
}

/** The channels that this installation has. E-mail comes first: it is always there, if only as the built-in mailbox. */
export async function openChannels(
  config: Config,
  ports: ChannelPorts,
): Promise<readonly [mail: Carrier, ...others: Carrier[]]> {
  const whatsApp = await openWhatsApp(config, ports)
  return [await openMail(config, ports), ...(whatsApp ? [whatsApp] : [])]
}

async function openMail({ mail, mailFrom: from }: Config, { mailbox, now }: ChannelPorts): Promise<Carrier> {
  if (mail.by === 'resend') {
    const { resendMail } = await import('./adapters/resend/resend-mail.ts')
    return resendMail({ apiKey: mail.apiKey, baseUrl: mail.baseUrl ?? undefined, from }, now)
  }
  if (mail.by === 'smtp') {
    const { smtpMail } = await import('./adapters/smtp/smtp-mail.ts')
    return smtpMail({ url: mail.url, from })
  }
  return mailbox
}

async function openWhatsApp(
  { whatsApp }: Config,
  { tenants, whatsAppWindows, now }: ChannelPorts,
): Promise<Carrier | null> {
  if (!whatsApp) return null
  const { whatsAppCloud } = await import('./adapters/whatsapp-cloud/whatsapp-cloud.ts')
  return whatsAppCloud(whatsApp, {
    now,
    templateFor: async (tenant, notice) =>
      templateFor((await tenants.get(tenant)).settings.notices.whatsappTemplates, notice),
    isWindowOpen: whatsAppWindows.isOpen,
  })
}
