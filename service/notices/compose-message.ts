import type { TenantId } from '../tenants/tenant-id.ts'
import type { OutboundMessage, ReplyPath } from './channels/notice-channel.ts'
import type { Rung } from './delivery.ts'
import { referenceOf, type Sending, sendingKey } from './message-reference.ts'
import type { ClaimedNotice } from './notice-queue.ts'
import { withReplyLine } from './wording/reply-line.ts'
import { standardLevels, textFor } from './wording/text-for.ts'

/** What a message is made from besides the notice. */
export interface Composing {
  /** A keyed hash of the unit, so that an idempotency key tells a provider nothing. */
  hasher(tenant: TenantId): Promise<(text: string) => string>
  officeOf(tenant: TenantId): Promise<{ readonly name: string; readonly shortName: string }>
  readonly publicUrl: string
  /** `null` or left out: no mail is taken in. */
  readonly replyPath?: ((sending: Sending) => Promise<ReplyPath>) | null
}

/** The message for one rung. */
export async function composeMessage(
  { hasher, officeOf, publicUrl, replyPath }: Composing,
  { tenant, number, language, privacy, notice }: ClaimedNotice,
  { channel, to }: Rung,
): Promise<Omit<OutboundMessage, 'signal'>> {
  const [hash, office] = await Promise.all([hasher(tenant), officeOf(tenant)])
  const link = `${publicUrl}/t/${tenant}/follow`
  const values = { office: office.name, officeShort: office.shortName, number, link }
  const { event } = notice
  const level = standardLevels[channel]
  const { subject, text } = textFor({ event, channel, language, values, level, privacy, own: null })
  const sending = { tenant, number, noticeId: notice.id, channel, from: notice.from ?? 0 }
  const reply = channel === 'email' && replyPath ? await replyPath(sending) : null
  return {
    tenant,
    to,
    subject,
    text: reply ? withReplyLine(text, language) : text,
    idempotencyKey: sendingKey(hash, sending),
    reference: referenceOf(hash, sending),
    notice: { event, language, values },
    ...(reply && { reply }),
  }
}
