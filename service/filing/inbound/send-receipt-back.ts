import type { Complaint } from '../../case/shape/complaint.ts'
import { type Carrier, SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { Log } from '../../shared/tracing.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import { receiptBack } from './wording/receipt-back.ts'

export interface SendBackPorts {
  readonly carriers: readonly Carrier[]
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  readonly publicUrl: string
  readonly log: Log
}

/**
 * Sends number and tracking code to the sender, who has no other way to get them. Nothing is sent where the office's
 * staff would read it, because the code opens the case.
 * @returns whether the provider accepted it; if false, the officer must tell it otherwise
 */
export async function sendReceiptBack(
  { carriers, noticeHasher, publicUrl, log }: SendBackPorts,
  { id, tenant, channel, content }: Pick<Arrival, 'id' | 'tenant' | 'channel' | 'content'>,
  { complaint, trackingCode }: { readonly complaint: Pick<Complaint, 'id'>; readonly trackingCode: string },
  { settings }: Pick<Tenant, 'settings'>,
): Promise<boolean> {
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || carrier.keepsHere || !content.from) return false
  const followUrl = `${publicUrl}/t/${tenant}/follow`
  const values = {
    office: settings.name,
    officeShort: settings.shortName,
    number: complaint.id,
    trackingCode,
    followUrl,
  }
  const hash = await noticeHasher(tenant)
  const answer = await carrier
    .send({
      tenant,
      to: channel === 'email' ? content.from : `+${content.from}`,
      ...receiptBack[channel](values),
      idempotencyKey: hash(`receipt\n${id}`),
      signal: AbortSignal.timeout(SEND_WITHIN),
    })
    .catch((cause: unknown) => {
      log.error('inbound', cause)
      return null
    })
  return answer?.outcome === 'accepted'
}
