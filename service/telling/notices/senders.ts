import type { NoticeAttempt } from '../../case/shape/notice.ts'
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
import type { AttemptReason, NoticeChannel, NoticeEvent } from '../../offices/notice-vocabulary.ts'
import type { Clock, Instant } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { type OwnAccounts, ownQueue } from './own-accounts.ts'

export interface KeptHealth {
  readonly health: ChannelHealth
  readonly at: Instant
}

/** `id` names the queue. */
interface KeptChannelHealth extends Kept, KeptHealth {}

const channelHealthSpec: CollectionSpec<KeptChannelHealth> = {
  name: 'channelHealth',
  keys: { at: ({ at }) => at },
  indexes: { at: { on: ['at'] } },
}

/** Channel health for all processes and over restarts. It is written when a channel goes down or comes back. */
export interface ChannelLedger {
  read(): Promise<ReadonlyMap<string, KeptHealth>>
  /** A later write wins. */
  write(queue: string, health: KeptHealth): Promise<void>
}

const MOST_QUEUES = 2_000

export async function openChannelLedger(store: Store): Promise<ChannelLedger> {
  const kept = await store.collection(channelHealthSpec)
  return {
    async read() {
      const { items } = await kept.find(PLATFORM, { index: 'at', limit: MOST_QUEUES })
      return new Map(items.map(({ id, health, at }) => [id, { health, at }]))
    },

    async write(queue, { health, at }) {
      for (;;) {
        const known = await kept.get(PLATFORM, queue)
        if (known && known.at > at) return
        if (known && (await kept.replace({ ...known, health, at }))) return
        if (!known && (await tryInsert(kept.insert({ tenant: PLATFORM, id: queue, health, at })))) return
      }
    },
  }
}

/** @returns whether no other process came first */
async function tryInsert(inserting: Promise<unknown>): Promise<boolean> {
  try {
    await inserting
    return true
  } catch (cause) {
    if (cause instanceof UniqueViolation) return false
    throw cause
  }
}

/** An operator sees it in logs and metrics, so it contains no address, no name and no provider's text. */
export type DeliveryNews =
  | {
      readonly kind: 'tried'
      readonly channel: NoticeChannel
      readonly outcome: Exclude<NoticeAttempt['outcome'], 'held'>
      readonly reason: AttemptReason | null
      readonly tenant: TenantId
      /** It is `null` for mail to staff. */
      readonly event: NoticeEvent | null
      /** The request that led to the message. */
      readonly cause: string | undefined
    }
  | { readonly kind: 'channel_rests'; readonly channel: NoticeChannel; readonly until: Instant }
  /** A letter is to be made of it. */
  | {
      readonly kind: 'drafted'
      readonly tenant: TenantId
      readonly event: NoticeEvent
      readonly cause: string | undefined
    }
  /** No channel is left, so the reporter sees it on their page only. */
  | {
      readonly kind: 'given_up'
      readonly tenant: TenantId
      readonly number: string
      readonly event: NoticeEvent
      readonly cause: string | undefined
    }
  /** A failure of our own, e.g. the store. The send is retried. */
  | { readonly kind: 'fault'; readonly cause: unknown }

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
  giveUp(): void
}

interface SenderParts {
  readonly carrier: Carrier
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

export interface QueuedSender {
  readonly queue: string
  readonly sender: Sender
}

/** There is one for each channel, and one more for each tenant with an account of its own there. */
export interface Senders {
  /** Senders by queue; a queue whose account is gone has `null`. */
  all(): ReadonlyMap<string, Sender | null>
  /** It is `null` if this installation lacks the channel. */
  senderFor(channel: NoticeChannel, tenant: TenantId): Promise<QueuedSender | null>
  /** It answers from what this process knows already. */
  knownFor(channel: NoticeChannel, tenant: TenantId): QueuedSender | null
  /** Takes over what other processes recorded. */
  refresh(): Promise<void>
  giveUp(): void
}

interface SendersParts {
  readonly carriers: readonly Carrier[]
  readonly ownAccounts: Pick<OwnAccounts, 'carrierOf' | 'queues'>
  readonly ledger: ChannelLedger
  readonly places: number
  readonly now: Clock
  tell(news: DeliveryNews): void
  keepTrackOf(writing: Promise<void>): void
}

export function openSenders({ carriers, ownAccounts, ledger, keepTrackOf, ...parts }: SendersParts): Senders {
  const newSender = (queue: string, carrier: Carrier): Sender =>
    createSender({ ...parts, carrier, keep: (health: KeptHealth) => keepTrackOf(ledger.write(queue, health)) })
  const shared = new Map<string, Sender>(
    carriers.map((carrier) => [carrier.channel, newSender(carrier.channel, carrier)]),
  )
  const own = new Map<string, { readonly carrier: Carrier; readonly sender: Sender }>()
  let ownQueues: readonly string[] = []
  let inUse: ReadonlySet<string> = new Set()
  const sharedSender = (channel: NoticeChannel): QueuedSender | null => {
    const sender = shared.get(channel)
    return sender ? { queue: channel, sender } : null
  }

  return {
    all: () => new Map([...shared, ...ownQueues.map((queue) => [queue, own.get(queue)?.sender ?? null] as const)]),

    async senderFor(channel, tenant) {
      const found = shared.has(channel) ? await ownAccounts.carrierOf(tenant, channel) : null
      if (!found) return sharedSender(channel)
      const { queue, carrier } = found
      const known = own.get(queue)
      const one = known?.carrier === carrier ? known : { carrier, sender: newSender(queue, carrier) }
      own.set(queue, one)
      if (!ownQueues.includes(queue)) ownQueues = [...ownQueues, queue]
      inUse = new Set([...inUse, queue])
      return { queue, sender: one.sender }
    },

    knownFor(channel, tenant) {
      const queue = ownQueue(tenant, channel)
      const sender = inUse.has(queue) ? own.get(queue)?.sender : undefined
      return sender ? { queue, sender } : sharedSender(channel)
    },

    async refresh() {
      const known = await ownAccounts.queues()
      ownQueues = known.map(({ queue }) => queue)
      inUse = new Set(known.filter((one) => one.inUse).map(({ queue }) => queue))
      for (const [queue, health] of await ledger.read()) {
        const sender = shared.get(queue) ?? own.get(queue)?.sender
        sender?.adopt(health)
      }
    },

    giveUp() {
      for (const sender of [...shared.values(), ...[...own.values()].map((one) => one.sender)]) sender.giveUp()
    },
  }
}
