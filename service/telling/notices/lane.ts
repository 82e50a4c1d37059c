import {
  type ChannelHealth,
  healthAfter,
  isNews,
  isResting,
  roomFor,
  unharmed,
} from '../../offices/channels/channel-health.ts'
import {
  type Carrier,
  type CarrierAnswer,
  type OutboundMessage,
  SEND_WITHIN,
} from '../../offices/channels/notice-channel.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import type { KeptHealth } from './channel-ledger.ts'
import type { DeliveryNews } from './delivery-news.ts'

/** Each channel has its own places, so that a slow provider blocks no other. */
export interface Lane {
  readonly reportsDelivery: boolean
  health(): ChannelHealth
  isResting(): boolean
  hasRoom(): boolean
  freePlaces(): number
  send(message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Takes over health that another process, or this one before a restart, recorded later. */
  adopt(kept: KeptHealth): void
  /** Stops waiting for running sends. */
  giveUp(): void
}

interface LaneParts {
  readonly carrier: Carrier
  /** How many messages may be sent at once. */
  readonly places: number
  readonly now: Clock
  tell(news: DeliveryNews): void
  /** Called when the channel goes down or comes back. */
  keep(health: KeptHealth): void
}

export function createLane({ carrier, places, now, tell, keep }: LaneParts): Lane {
  const { channel } = carrier
  const onTheWay = new Set<AbortController>()
  let health = unharmed
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

  const lane: Lane = {
    reportsDelivery: carrier.reportsDelivery,
    health: () => health,
    isResting: () => isResting(health, now()),
    hasRoom: () => lane.freePlaces() > 0,
    freePlaces: () => (lane.isResting() ? 0 : Math.max(0, roomFor(health, places) - onTheWay.size)),

    async send(message) {
      const sending = new AbortController()
      const patience = setTimeout(() => sending.abort(), SEND_WITHIN)
      onTheWay.add(sending)
      try {
        const answer = await carrier.send({ ...message, signal: sending.signal })
        learnFrom(answer, message)
        return answer
      } finally {
        clearTimeout(patience)
        onTheWay.delete(sending)
      }
    },

    adopt(kept) {
      if (changedAt !== null && kept.at <= changedAt) return
      health = kept.health
      changedAt = kept.at
    },

    giveUp() {
      for (const sending of onTheWay) sending.abort()
    },
  }
  return lane
}
