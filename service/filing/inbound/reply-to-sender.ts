import { type Carrier, SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import { PLATFORM } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrival.ts'

export interface ReplyPorts {
  readonly carriers: readonly Carrier[]
  readonly platformHasher: () => Promise<(text: string) => string>
}

/**
 * Answers a message where it came from. A repeat of the same answer has the same key.
 * @returns false if the provider will never take it
 * @throws Error if it may take it later
 */
export async function replyToSender(
  { carriers, platformHasher }: ReplyPorts,
  { id, channel, content }: Pick<Arrival, 'id' | 'channel' | 'content'>,
  { subject = '', text }: { readonly subject?: string; readonly text: string },
): Promise<boolean> {
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || !content.from) return false
  const hash = await platformHasher()
  const { outcome } = await carrier.send({
    tenant: PLATFORM,
    to: channel === 'email' ? content.from : `+${content.from}`,
    subject,
    text,
    idempotencyKey: hash(`reply\n${id}\n${text}`),
    signal: AbortSignal.timeout(SEND_WITHIN),
  })
  if (outcome === 'failed_for_now') throw new Error(`An answer by ${channel} is not taken now.`)
  return outcome !== 'refused'
}
