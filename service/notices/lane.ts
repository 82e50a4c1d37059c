import type { Clock } from '../shared/instant.ts'
import { type ChannelHealth, healthAfter, isResting, roomFor, unharmed } from './channel-health.ts'
import { type Carrier, type CarrierAnswer, type OutboundMessage, SEND_WITHIN } from './channels/notice-channel.ts'
import type { DeliveryNews } from './delivery-news.ts'

/** The way out on one channel. Each has its own places, so that a slow provider holds up no other. */
export interface Lane {
  readonly reportsDelivery: boolean
  health(): ChannelHealth
  isResting(): boolean
  hasRoom(): boolean
  send(message: Omit<OutboundMessage, 'signal'>): Promise<CarrierAnswer>
  /** Waits no longer for what is on its way. */
  giveUp(): void
}

/** @param places how many messages may be on their way at once */
export function createLane(carrier: Carrier, places: number, now: Clock, tell: (news: DeliveryNews) => void): Lane {
  const { channel } = carrier
  const onTheWay = new Set<AbortController>()
  let health = unharmed

  function learnFrom(answer: CarrierAnswer): void {
    const { outcome } = answer
    tell({ kind: 'tried', channel, outcome, reason: outcome === 'accepted' ? null : answer.reason })
    const before = health.restsUntil
    health = healthAfter(health, answer, now())
    if (health.restsUntil !== null && health.restsUntil !== before) {
      tell({ kind: 'channel_rests', channel, until: health.restsUntil })
    }
  }

  const lane: Lane = {
    reportsDelivery: carrier.reportsDelivery,
    health: () => health,
    isResting: () => isResting(health, now()),
    hasRoom: () => !lane.isResting() && onTheWay.size < roomFor(health, places),

    async send(message) {
      const sending = new AbortController()
      const patience = setTimeout(() => sending.abort(), SEND_WITHIN)
      onTheWay.add(sending)
      try {
        const answer = await carrier.send({ ...message, signal: sending.signal })
        learnFrom(answer)
        return answer
      } finally {
        clearTimeout(patience)
        onTheWay.delete(sending)
      }
    },

    giveUp() {
      for (const sending of onTheWay) sending.abort()
    },
  }
  return lane
}
