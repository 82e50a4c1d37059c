import {
  type Carrier,
  causeHeader,
  type NoticeInParts,
  type OutboundMessage,
} from '../../notices/channels/notice-channel.ts'
import { internationalNumber } from '../../notices/channels/telephone.ts'
import { filledPlaces } from '../../notices/fill-template.ts'
import type { WhatsAppTemplate } from '../../notices/notice-settings.ts'
import { askOverHttp } from '../../shared/ask-over-http.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import { messageIdIn, readWhatsAppAnswer } from './read-whatsapp-answer.ts'

export interface WhatsAppSettings {
  readonly token: string
  /** The provider's id of the number that messages come from; not the number. */
  readonly phoneId: string
  /** The Graph API with its version, without a slash at the end. */
  readonly baseUrl: string
  /** The provider's reports are listened to. */
  readonly reportsDelivery: boolean
}

export interface WhatsAppPorts {
  readonly now: Clock
  /** The unit's approved template for a notice; `null` when it has none. */
  templateFor(tenant: TenantId, notice: NoticeInParts): Promise<WhatsAppTemplate | null>
  /** Whether this number wrote to us in the last 24 hours. */
  isWindowOpen(number: string): Promise<boolean>
  /** Keeps by what an answer is known. */
  rememberSent(messageId: string, reference: string): Promise<void>
}

/**
 * WhatsApp through the Cloud API of its provider. The unit's own words go while the window is open, else its template.
 * The provider knows no idempotency key: it hands ours back with every report, so that a message whose answer was lost
 * is known to be sent before it is tried again.
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
  return template ? templateContent(template, filledPlaces(template, notice)) : null
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
