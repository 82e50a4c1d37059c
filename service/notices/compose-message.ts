import type { TenantId } from '../tenants/tenant-id.ts'
import type { OutboundMessage } from './channels/notice-channel.ts'
import type { Rung } from './delivery.ts'
import type { ClaimedNotice } from './notice-queue.ts'
import { wordingFor } from './wording/notice-wording.ts'

/** What a message is made from besides the notice. */
export interface Composing {
  /** A keyed hash of the unit, so that an idempotency key tells a provider nothing. */
  hasher(tenant: TenantId): Promise<(text: string) => string>
  officeName(tenant: TenantId): Promise<string>
  readonly publicUrl: string
}

/** The message for one rung: number and link only. Its key is the same whenever this notice goes out on this channel. */
export async function composeMessage(
  { hasher, officeName, publicUrl }: Composing,
  { tenant, number, language, notice }: ClaimedNotice,
  { channel, to }: Rung,
): Promise<Omit<OutboundMessage, 'signal'>> {
  const [hash, office] = await Promise.all([hasher(tenant), officeName(tenant)])
  const followUrl = `${publicUrl}/t/${tenant}/follow`
  const { subject, text } = wordingFor(language).notice(notice.event, { office, number, followUrl })
  const idempotencyKey = hash(JSON.stringify([number, notice.id, channel]))
  return { tenant, to, subject, text, idempotencyKey }
}
