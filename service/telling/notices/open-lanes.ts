import type { Carrier } from '../../offices/channels/notice-channel.ts'
import type { NoticeChannel } from '../../offices/vocabulary.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ChannelLedger, KeptHealth } from './channel-ledger.ts'
import type { DeliveryNews } from './delivery-news.ts'
import { createLane, type Lane } from './lane.ts'
import { type OwnAccounts, ownLane } from './own-accounts.ts'

export interface NamedLane {
  readonly name: string
  readonly lane: Lane
}

/** There is one for each channel, and one more for each tenant with an account of its own there. */
export interface Lanes {
  /** Queues by name; a queue whose lane is gone has `null`. */
  all(): ReadonlyMap<string, Lane | null>
  /** It is `null` if this installation lacks the channel. */
  laneFor(channel: NoticeChannel, tenant: TenantId): Promise<NamedLane | null>
  /** It answers from what this process knows already. */
  knownFor(channel: NoticeChannel, tenant: TenantId): NamedLane | null
  /** Takes over what other processes recorded. */
  refresh(): Promise<void>
  giveUp(): void
}

interface LanesParts {
  readonly carriers: readonly Carrier[]
  readonly ownAccounts: Pick<OwnAccounts, 'laneOf' | 'lanes'>
  readonly ledger: ChannelLedger
  readonly places: number
  readonly now: Clock
  tell(news: DeliveryNews): void
  keepTrackOf(writing: Promise<void>): void
}

export function openLanes({ carriers, ownAccounts, ledger, keepTrackOf, ...parts }: LanesParts): Lanes {
  const made = (name: string, carrier: Carrier): Lane =>
    createLane({ ...parts, carrier, keep: (health: KeptHealth) => keepTrackOf(ledger.write(name, health)) })
  const shared = new Map<string, Lane>(carriers.map((carrier) => [carrier.channel, made(carrier.channel, carrier)]))
  const own = new Map<string, { readonly carrier: Carrier; readonly lane: Lane }>()
  let lines: readonly string[] = []
  let inUse: ReadonlySet<string> = new Set()

  const lanes: Lanes = {
    all: () => new Map([...shared, ...lines.map((name) => [name, own.get(name)?.lane ?? null] as const)]),

    async laneFor(channel, tenant) {
      const found = shared.has(channel) ? await ownAccounts.laneOf(tenant, channel) : null
      if (!found) return named(channel, shared.get(channel))
      const { lane: name, carrier } = found
      const known = own.get(name)
      const one = known?.carrier === carrier ? known : { carrier, lane: made(name, carrier) }
      own.set(name, one)
      if (!lines.includes(name)) lines = [...lines, name]
      inUse = new Set([...inUse, name])
      return { name, lane: one.lane }
    },

    knownFor(channel, tenant) {
      const name = ownLane(tenant, channel)
      const lane = inUse.has(name) ? own.get(name)?.lane : undefined
      return lane ? { name, lane } : named(channel, shared.get(channel))
    },

    async refresh() {
      const known = await ownAccounts.lanes()
      lines = known.map(({ lane }) => lane)
      inUse = new Set(known.filter((one) => one.inUse).map(({ lane }) => lane))
      for (const [name, health] of await ledger.read()) (shared.get(name) ?? own.get(name)?.lane)?.adopt(health)
    },

    giveUp() {
      for (const lane of [...shared.values(), ...[...own.values()].map((one) => one.lane)]) lane.giveUp()
    },
  }
  return lanes
}

const named = (name: string, lane: Lane | undefined): NamedLane | null => (lane ? { name, lane } : null)
