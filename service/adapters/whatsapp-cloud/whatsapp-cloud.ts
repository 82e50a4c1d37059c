import {
  type Carrier,
  causeHeader,
  type NoticeInParts,
  type OutboundMessage,
} from '../../offices/channels/notice-channel.ts'
import type { WhatsAppTemplate } from '../../offices/tenants/notice-settings.ts'
import type { Clock } from '../../shared/instant.ts'
import { internationalNumber } from '../../shared/numbers.ts'
import { askOverHttp } from '../../shared/outbound.ts'
import type { TenantId } from '../../storage/place.ts'
import { fillPlaces } from '../../telling/notices/provider-news.ts'
import { messageIdIn, readWhatsAppAnswer } from './whatsapp-messages.ts'

export interface WhatsAppSettings {
  readonly token: string
  /** The provider's id of the sender number; not the number. */
  readonly phoneId: string
  /** The Graph API with its version, without a slash at the end. */
  readonly baseUrl: string
  /** The provider's reports are configured. */
  readonly reportsDelivery: boolean
}

export interface WhatsAppPorts {
  readonly now: Clock
  templateFor(tenant: TenantId, notice: NoticeInParts): Promise<WhatsAppTemplate | null>
  isWindowOpen(number: string): Promise<boolean>
  /** Links the provider's id of a message to our reference. */
  rememberSent(messageId: string, reference: string): Promise<void>
}

/**
 * WhatsApp through the Cloud API of its provider. The tenant's own text goes while the window is open, else its
 * template. The provider knows no idempotency key, but returns ours with every report, so that a message whose answer
 * was lost is known to be sent before it is retried.
 */
export function whatsAppCloud(
  { token, phoneId, baseUrl, reportsDelivery }: WhatsAppSettings,
  ports: WhatsAppPorts,
): Carrier {
  const url = `${baseUrl}/${encodeURIComponent(phoneId)}/messages`

  return {
    channel: 'whatsapp',
    reportsDelivery,

    async send(message) {
      const number = internationalNumber(message.to)
      if (!number) return { outcome: 'refused', reason: 'address_refused', answer: '' }
      const content = await contentOf(message, number, ports)
      if (!content) return { outcome: 'refused', reason: 'needs_template', answer: '' }
      const answer = await askOverHttp(url, {
        method: 'POST',
        headers: {
          ...causeHeader(message.cause),
          Authorization: `Bearer ${token}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify({
          messaging_product: 'whatsapp',
          recipient_type: 'individual',
          to: number,
          ...content,
          biz_opaque_callback_data: message.reference,
        }),
        signal: message.signal,
      })
      const messageId = messageIdIn(answer)
      if (messageId && message.reference) await ports.rememberSent(messageId, message.reference)
      return readWhatsAppAnswer(answer, ports.now())
    },

    close() {},
  }
}

async function contentOf({ tenant, notice, text }: OutboundMessage, number: string, ports: WhatsAppPorts) {
  if (await ports.isWindowOpen(number)) return { type: 'text', text: { body: text, preview_url: false } }
  const template = notice && (await ports.templateFor(tenant, notice))
  return template ? templateContent(template, fillPlaces(template, notice)) : null
}

const templateContent = ({ name, templateLanguage }: WhatsAppTemplate, places: readonly string[]) => ({
  type: 'template',
  template: {
    name,
    language: { code: templateLanguage },
    components:
      places.length === 0 ? [] : [{ type: 'body', parameters: places.map((text) => ({ type: 'text', text })) }],
  },
})
