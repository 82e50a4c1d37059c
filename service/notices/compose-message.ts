import type { TenantId } from '../tenants/tenant-id.ts'
import type { OutboundMessage } from './channels/notice-channel.ts'
import type { Rung } from './delivery.ts'
import { referenceOf, sendingKey } from './message-reference.ts'
import type { ClaimedNotice } from './notice-queue.ts'
import { wordingFor } from './wording/notice-wording.ts'

/** What a message is made from besides the notice. */
export interface Composing {
  /** A keyed hash of the unit, so that an idempotency key tells a provider nothing. */
  hasher(tenant: TenantId): Promise<(text: string) => string>
  officeOf(tenant: TenantId): Promise<{ readonly name: string; readonly shortName: string }>
  readonly publicUrl: string
}

/** The message for one rung: number and link only. */
export async function composeMessage(
  { hasher, officeOf, publicUrl }: Composing,
  { tenant, number, language, notice }: ClaimedNotice,
  { channel, to }: Rung,
): Promise<Omit<OutboundMessage, 'signal'>> {
  const [hash, office] = await Promise.all([hasher(tenant), officeOf(tenant)])
  const followUrl = `${publicUrl}/t/${tenant}/follow`
  const values = { office: office.name, officeShort: office.shortName, number, followUrl }
  const wording = wordingFor(language)
  const { subject, text } =
    channel === 'email'
      ? wording.notice(notice.event, values)
      : { subject: '', text: wording.shortNotice(notice.event, values) }
  const sending = { tenant, number, noticeId: notice.id, channel, from: notice.from ?? 0 }
  return {
    tenant,
    to,
    subject,
    text,
    idempotencyKey: sendingKey(hash, sending),
    reference: referenceOf(hash, sending),
    notice: { event: notice.event, language, values },
  }
}
