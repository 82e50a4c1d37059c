import type { NoticeChannel } from '../complaints/vocabulary.ts'
import type { ContactPoints, Vault } from '../identity/vault.ts'
import { type Clock, HOUR, type Instant, MINUTE, plusMilliseconds, SECOND } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import { createBell } from './bell.ts'
import { type ChannelHealth, unharmed } from './channel-health.ts'
import type { Carrier } from './channels/notice-channel.ts'
import { type Composing, composeMessage } from './compose-message.ts'
import { afterAnswer, givenUp, held, nextRung, overdue, postponed, rungsOf } from './delivery.ts'
import type { DeliveryNews } from './delivery-news.ts'
import { createLane } from './lane.ts'
import type { Notice } from './notice.ts'
import type { ClaimedNotice, NoticeQueue } from './notice-queue.ts'

export interface DelivererPorts extends Composing {
  readonly queue: NoticeQueue
  /** One for each channel that this installation has. */
  readonly carriers: readonly Carrier[]
  readonly vault: Pick<Vault, 'open'>
  readonly now: Clock
  /** Hours after which an undelivered notice of this unit goes to the next channel. */
  deliveredWithinHours(tenant: TenantId): Promise<number>
  tell(news: DeliveryNews): void
}

export interface ChannelState {
  readonly channel: NoticeChannel
  readonly reportsDelivery: boolean
  readonly health: ChannelHealth
}

/** Sends what waits in the cases. */
export interface Deliverer {
  start(): void
  /** Looks for due notices now instead of at the next round. */
  poke(): void
  /** How each channel fares, in this process. */
  channels(): readonly ChannelState[]
  /** Takes no more, and resolves when what is under way has been recorded. */
  stop(): Promise<void>
}

/** The longest that a due notice waits when nobody pokes. */
export const LOOKS_EVERY = 5 * SECOND
/** Longer than a send can take. A process that dies in between leaves the notice to the next one, under the same key. */
const LEASE = MINUTE
const SENDS_AT_ONCE = 8
const SENDS_AT_ONCE_ON_A_CHANNEL = 4
const WAITS_FOR_A_PLACE = 5 * SECOND
/** A send that is still under way so long after `stop` is given up, and tried again by the next process. */
const STOPS_WITHIN = 5 * SECOND

export function createDeliverer(ports: DelivererPorts): Deliverer {
  const { queue, carriers, vault, now, tell } = ports
  const lanes = new Map(
    carriers.map((carrier) => [carrier.channel, createLane(carrier, SENDS_AT_ONCE_ON_A_CHANNEL, now, tell)]),
  )
  const underWay = new Set<Promise<void>>()
  const bell = createBell()
  let isRunning = false
  let rounds = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      if (!(hasRoom() && (await takeNext()))) await bell.sleep(LOOKS_EVERY)
    }
  }

  // A resting channel counts too: its notices are put aside with the reason, so that the case page can tell it.
  const hasRoom = (): boolean =>
    underWay.size < SENDS_AT_ONCE && [...lanes.values()].some((lane) => lane.isResting() || lane.hasRoom())

  /** @returns whether one was due */
  async function takeNext(): Promise<boolean> {
    let claimed: ClaimedNotice | null = null
    try {
      claimed = await queue.claimDue(now(), plusMilliseconds(now(), LEASE))
      if (claimed) await dispatch(claimed)
    } catch (cause) {
      // A claimed notice is due again when its lease runs out; the others do not wait for it.
      tell({ kind: 'fault', cause })
    }
    return claimed !== null
  }

  async function dispatch(claimed: ClaimedNotice): Promise<void> {
    const rungs = rungsOf(claimed.noticeChannels, new Set(lanes.keys()), await contactOf(claimed))
    if (claimed.notice.state === 'sent') return record(claimed, (notice) => overdue(notice, rungs, now()))
    const rung = nextRung(claimed.notice, rungs)
    const lane = rung && lanes.get(rung.channel)
    if (!rung || !lane) return record(claimed, givenUp)

    const { restsUntil, why } = lane.health()
    if (lane.isResting() && restsUntil && why) {
      return record(claimed, (notice) => held(notice, rung.channel, why, restsUntil, rungs, now()))
    }
    const message = await composeMessage(ports, claimed, rung)
    if (!lane.hasRoom()) {
      return record(claimed, (notice) => postponed(notice, plusMilliseconds(now(), WAITS_FOR_A_PLACE)))
    }
    const recorded = lane.send(message).then(async (answer) => {
      const dueAt = lane.reportsDelivery ? await deliveryDueAt(claimed.tenant) : null
      await record(claimed, (notice) => afterAnswer(notice, rung, answer, rungs, now(), dueAt))
    })
    keepTrackOf(recorded)
  }

  function keepTrackOf(sending: Promise<void>): void {
    const tracked = sending
      .catch((cause: unknown) => tell({ kind: 'fault', cause }))
      .finally(() => {
        underWay.delete(tracked)
        bell.ring()
      })
    underWay.add(tracked)
  }

  const deliveryDueAt = async (tenant: TenantId): Promise<Instant> =>
    plusMilliseconds(now(), (await ports.deliveredWithinHours(tenant)) * HOUR)

  async function contactOf({ tenant, identity }: ClaimedNotice): Promise<ContactPoints | null> {
    return identity && ((await vault.open(tenant, identity.key, identity.contact)) as ContactPoints)
  }

  async function record({ tenant, number, notice }: ClaimedNotice, change: (notice: Notice) => Notice): Promise<void> {
    let after = notice
    await queue.record(tenant, number, notice.id, (kept) => {
      after = change(kept)
      return after
    })
    if (after.state === 'failed') tell({ kind: 'given_up', tenant, number, event: notice.event })
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      rounds = run()
    },

    poke: bell.ring,

    channels: () =>
      carriers.map(({ channel, reportsDelivery }) => ({
        channel,
        reportsDelivery,
        health: lanes.get(channel)?.health() ?? unharmed,
      })),

    async stop() {
      isRunning = false
      bell.ring()
      await rounds
      const patience = setTimeout(() => lanes.forEach((lane) => void lane.giveUp()), STOPS_WITHIN)
      await Promise.all(underWay)
      clearTimeout(patience)
    },
  }
}
