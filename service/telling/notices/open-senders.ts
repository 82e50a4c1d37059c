import type { Carrier } from '../../offices/channels/notice-channel.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ChannelLedger, KeptHealth } from './channel-ledger.ts'
import type { DeliveryNews } from './delivery-news.ts'
import { type OwnAccounts, ownQueue } from './own-accounts.ts'
import { createSender, type Sender } from './sender.ts'

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
