import type { ChannelHealth } from '../../offices/channels/channel-health.ts'
import type { CarrierAnswer, OutboundMessage } from '../../offices/channels/notice-channel.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ClaimedNotice } from './notice-queue.ts'

export interface ChannelState {
  readonly channel: NoticeChannel
  readonly queue: string
  readonly reportsDelivery: boolean
  readonly keepsHere: boolean
  readonly health: ChannelHealth
}

export interface Deliverer {
  start(): void
  /**
   * Looks for due notices now instead of at the next round.
   * @param queue in which a notice may have come; all if absent
   */
  wakeUp(queue?: string): void
  /** Sends a message that belongs to no case through the same account; a paused or full one answers how long to wait. */
  send(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Sends at once under the tenant's account, even if the channel is paused. */
  sendNow(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** News of other processes arrives here within seconds. */
  channels(tenant: TenantId): readonly ChannelState[]
  /** Accepts no more, and resolves when running sends are recorded. */
  stop(): Promise<void>
}

/** Letters go by hand: a notice on this channel becomes a draft first. */
export interface LetterWriter {
  isOn(tenant: TenantId): Promise<boolean>
  /**
   * An existing letter stays. `unneeded`: the reporter's other letters say it.
   */
  draft(claimed: Pick<ClaimedNotice, 'tenant' | 'number' | 'notice'>): Promise<'drafted' | 'unneeded'>
}
