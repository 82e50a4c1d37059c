import {
  type Carrier,
  type CarrierAnswer,
  type ChannelHealth,
  healthAfter,
  healthy,
  isNews,
  isPaused,
  type OutboundMessage,
  roomFor,
  SEND_WITHIN,
} from '../../offices/channels/notice-channel.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import type { KeptHealth } from './channel-ledger.ts'
import type { DeliveryNews } from './delivery-news.ts'

/** Each channel has its own places, so that a slow provider blocks no other. */
export interface Sender {
  readonly reportsDelivery: boolean
  readonly keepsHere: boolean
  health(): ChannelHealth
  isPaused(): boolean
  hasRoom(): boolean
  /** How many messages it may send at once now; none while it rests. */
  places(): number
  freePlaces(): number
  send(message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Takes over health that another process, or this one before a restart, recorded later. */
  adopt(kept: KeptHealth): void
  /** Stops waiting for running sends. */
  giveUp(): void
}

interface SenderParts {
  readonly carrier: Carrier
  /** How many messages may be sent at once. */
  readonly places: number
  readonly now: Clock
  tell(news: DeliveryNews): void
  /** Called when the channel goes down or comes back. */
  keep(health: KeptHealth): void
}

export function createSender({ carrier, places, now, tell, keep }: SenderParts): Sender {
  const { channel } = carrier
  const running = new Set<AbortController>()
  let health = healthy
  let changedAt: Instant | null = null

  function learnFrom(answer: CarrierAnswer, { tenant, notice, cause }: Omit<OutboundMessage, 'signal'>): void {
    const { outcome } = answer
    const reason = outcome === 'accepted' ? null : answer.reason
    tell({ kind: 'tried', channel, outcome, reason, tenant, event: notice?.event ?? null, cause })
    const before = health
    const at = now()
    health = healthAfter(health, answer, at)
    if (!isNews(before, health)) return
    changedAt = at
    keep({ health, at })
    if (health.restsUntil !== null && health.restsUntil !== before.restsUntil) {
      tell({ kind: 'channel_rests', channel, until: health.restsUntil })
    }
  }

  const sender: Sender = {
    reportsDelivery: carrier.reportsDelivery,
    keepsHere: carrier.keepsHere ?? false,
    health: () => health,
    isPaused: () => isPaused(health, now()),
    hasRoom: () => sender.freePlaces() > 0,
    places: () => (sender.isPaused() ? 0 : roomFor(health, places)),
    freePlaces: () => Math.max(0, sender.places() - running.size),

    async send(message) {
      const sending = new AbortController()
      const timeout = setTimeout(() => sending.abort(), SEND_WITHIN)
      running.add(sending)
      try {
        const answer = await carrier.send({ ...message, signal: sending.signal })
        learnFrom(answer, message)
        return answer
      } finally {
        clearTimeout(timeout)
        running.delete(sending)
      }
    },

    adopt(kept) {
      if (changedAt !== null && kept.at <= changedAt) return
      health = kept.health
      changedAt = kept.at
    },

    giveUp() {
      for (const sending of running) sending.abort()
    },
  }
  return sender
}
