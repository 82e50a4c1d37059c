import type { NoticeChannel } from '../../complaints/vocabulary.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import type { ChannelHealth } from '../channel-health.ts'
import type { ClaimedNotice } from '../notice-queue.ts'
import type { CarrierAnswer, OutboundMessage } from './notice-channel.ts'

export interface ChannelState {
  readonly channel: NoticeChannel
  /** Under which its notices wait. */
  readonly lane: string
  readonly reportsDelivery: boolean
  readonly health: ChannelHealth
}

/** Sends what waits in the cases. */
export interface Deliverer {
  start(): void
  /** Looks for due notices now instead of at the next round. */
  poke(): void
  /** Sends a message that lies in no case, on the same lane: one that rests or is full says how long to wait. */
  send(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Sends a message under the unit's account at once, whatever waits. */
  sendNow(channel: NoticeChannel, message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** How each channel fares for a unit. What other processes found out is known here within seconds. */
  channels(tenant: TenantId): readonly ChannelState[]
  /** Takes no more, and resolves when what is under way has been recorded. */
  stop(): Promise<void>
}

/** The channel that people carry: what is sent on it is a draft for them first. */
export interface LetterWriter {
  isOn(tenant: TenantId): Promise<boolean>
  /** Makes the draft unless it is there already. */
  draft(claimed: ClaimedNotice): Promise<void>
}
