import type { NoticeAllowance } from '../../case/notices/message-counts.ts'
import { type Carrier, SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import type { TenantDirectory } from '../../offices/tenants/tenant-directory.ts'
import { type Clock, DAY, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import type { ArrivalStore } from '../arrivals/arrival-store.ts'
import { acknowledgement } from './wording/acknowledgement.ts'
import { whichCase } from './wording/which-unit.ts'

export interface AcknowledgePorts {
  readonly arrivals: ArrivalStore
  readonly carriers: readonly Carrier[]
  readonly tenants: Pick<TenantDirectory, 'get'>
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  readonly noticeAllowance: NoticeAllowance
  readonly publicUrl: string
  readonly now: Clock
}

/**
 * Senders of mail can be forged. So that nobody has an office write to a thousand strangers, there is no
 * acknowledgement while this many new messages of an hour wait for an officer. One stranger is spared by the daily
 * limit of notices.
 */
export const MOST_WAITING = 40

/**
 * Acknowledges a new sender's message once a day. It is recorded before it is sent, so that no crash and no loop
 * sends it twice; a failed one is not retried, because the message is here.
 */
export async function acknowledge(
  ports: AcknowledgePorts,
  draft: Arrival,
  couldBe: readonly string[] = [],
): Promise<void> {
  const { arrivals, carriers, tenants, noticeHasher, noticeAllowance, publicUrl, now } = ports
  const { tenant, channel, senderMark, content } = draft
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || !content.from || senderMark === null || draft.acknowledgedAt) return
  if (await arrivals.lastAcknowledged(tenant, senderMark, plusMilliseconds(now(), -DAY))) return
  const ofAnHour = await arrivals.countDrafts(tenant, plusMilliseconds(now(), -HOUR), MOST_WAITING + 1)
  if (ofAnHour > MOST_WAITING) return
  const to = channel === 'email' ? content.from : `+${content.from}`
  const allowance = await noticeAllowance.take({ tenant, channel, to }, 'unverified')
  if (!allowance.isAllowed) return
  await arrivals.change(tenant, draft.id, (arrival) => ({ ...arrival, acknowledgedAt: now() }))
  const [{ settings }, hash] = await Promise.all([tenants.get(tenant), noticeHasher(tenant)])
  const values = { office: settings.name, officeShort: settings.shortName, pageUrl: `${publicUrl}/t/${tenant}` }
  const answer = await carrier.send({
    tenant,
    to,
    ...(couldBe.length > 0 ? whichCase(settings.name, couldBe) : acknowledgement[channel](values)),
    idempotencyKey: hash(`acknowledgement\n${draft.id}`),
    signal: AbortSignal.timeout(SEND_WITHIN),
  })
  if (answer.outcome !== 'accepted') await allowance.giveBack()
}
