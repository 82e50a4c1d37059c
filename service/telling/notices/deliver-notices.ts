import type { Deliverer, LetterWriter } from '../../case/notices/deliverer.ts'
import {
  afterAnswer,
  givenUp,
  held,
  inLine,
  isWithheld,
  nextRung,
  overdue,
  overtaken,
  postponed,
  type Rung,
  rungsOf,
  withheld,
} from '../../case/notices/delivery.ts'
import { printing } from '../../case/notices/letter-notice.ts'
import { type Allowance, type NoticeAllowance, uncounted } from '../../case/notices/notice-allowance.ts'
import type { ClaimedNotice, NoticeQueue } from '../../case/notices/notice-queue.ts'
import { ENTRY, isNoCode, LEASE, lineOf, type Notice } from '../../case/shape/notice.ts'
import { contactOf } from '../../case/store/identity-of.ts'
import type { Carrier } from '../../offices/channels/notice-channel.ts'
import { HOUR, type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { giveWay } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ContactPoints, Vault } from '../../storage/vault.ts'
import { createBell } from './bell.ts'
import type { ChannelLedger } from './channel-ledger.ts'
import { type Composing, composeMessage } from './compose-message.ts'
import type { DeliveryNews } from './delivery-news.ts'
import { createLines } from './lines.ts'
import { openLanes } from './open-lanes.ts'
import type { OwnAccounts } from './own-accounts.ts'

export interface DelivererPorts extends Composing {
  readonly vault: Pick<Vault, 'open'>
  readonly queue: Pick<NoticeQueue, 'claimDue' | 'record'>
  readonly carriers: readonly Carrier[]
  readonly ledger: ChannelLedger
  readonly ownAccounts: Pick<OwnAccounts, 'laneOf' | 'lanes'>
  readonly letters: LetterWriter
  readonly allowance: NoticeAllowance
  /** Hours after which an undelivered notice goes to the next channel. */
  deliveredWithinHours(tenant: TenantId): Promise<number>
  tell(news: DeliveryNews): void
}

/** The longest wait of a due notice when nobody pokes. */
export const LOOKS_EVERY = 5 * SECOND

/** They are claimed together, so that their writes share a commit. */
const TAKES_AT_ONCE = 16

/** This is per channel. A silent provider occupies a place until its answer times out. */
export const SENDS_AT_ONCE = 12

/** Event-loop turns that requests get between two claims, because people wait for those. */
const TURNS_FOR_OTHERS = 4

/** A send that still runs this long after `stop` is abandoned, and retried by the next process. */
const STOPS_WITHIN = 5 * SECOND

export function createDeliverer(ports: DelivererPorts): Deliverer {
  const { queue, carriers, ledger, vault, now, tell } = ports
  const channelsHere = new Set(carriers.map(({ channel }) => channel))
  const lanes = openLanes({
    carriers,
    ownAccounts: ports.ownAccounts,
    ledger,
    places: SENDS_AT_ONCE,
    now,
    tell,
    keepTrackOf,
  })
  const lines = createLines(lanes.all, now, LOOKS_EVERY)
  const underWay = new Set<Promise<void>>()
  const bell = createBell()
  let isRunning = false
  let rounds = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      await heed()
      // Notices that wait for a lane go first: they have waited longer, and their lane has room.
      const waited = await Promise.all(lines.toAsk().map(takeNext))
      const cameIn = await Promise.all(lines.entryToAsk().map(takeNext))
      if (![...waited, ...cameIn].includes(true) && !(await bell.sleep(LOOKS_EVERY))) lines.askAll()
      await giveWay(TURNS_FOR_OTHERS)
    }
  }

  /**
   * No more are claimed than can leave at once; notices of paused or missing lanes are only deferred and take no
   * place.
   */
  function mostFrom(line: string): number {
    const known = lanes.all()
    const behind = line === ENTRY ? [...known.values()] : [known.get(line)]
    return Math.max(...behind.map((lane) => lane?.freePlaces() ?? 0)) || TAKES_AT_ONCE
  }

  let heededAt: Instant | null = null

  async function heed(): Promise<void> {
    if (heededAt !== null && now() < plusMilliseconds(heededAt, LOOKS_EVERY)) return
    heededAt = now()
    try {
      await lanes.refresh()
    } catch (cause) {
      tell({ kind: 'fault', cause })
    }
  }

  /** @returns whether any was due */
  async function takeNext(line: string): Promise<boolean> {
    // A claimed notice is due again when its lease runs out; the others do not wait for it.
    const onFault = (cause: unknown) => tell({ kind: 'fault', cause })
    lines.asked(line)
    try {
      const claimed = await queue.claimDue(line, now(), plusMilliseconds(now(), LEASE), mostFrom(line))
      if (claimed.length > 0) lines.askAgain(line)
      await Promise.all(claimed.map((one) => dispatch(one).catch(onFault)))
      return claimed.length > 0
    } catch (cause) {
      onFault(cause)
      return false
    }
  }

  async function dispatch(claimed: ClaimedNotice): Promise<void> {
    const rungs = await rungsFor(claimed)
    if (claimed.notice.state === 'sent') return record(claimed, (notice) => overdue(notice, rungs, now()))
    const rung = nextRung(claimed.notice, rungs)
    if (rung?.channel === 'letter') {
      await ports.letters.draft(claimed)
      tell({ kind: 'drafted', tenant: claimed.tenant, event: claimed.notice.event, cause: claimed.notice.cause })
      return record(claimed, printing)
    }
    if (rung && claimed.isOvertaken && isWithheld(claimed.notice)) {
      return record(claimed, (notice) => overtaken(notice, rung.channel, now()))
    }
    const found = rung && (await lanes.laneFor(rung.channel, claimed.tenant))
    if (!found) return record(claimed, givenUp)
    const { name, lane } = found

    const recordInLine = (change: (notice: Notice) => Notice) =>
      record(claimed, (notice) => inLine(change(notice), rung, rungs, name))
    const { restsUntil, why } = lane.health()
    if (lane.isResting() && restsUntil && why) {
      return recordInLine((notice) => held(notice, rung.channel, { reason: why, answer: '' }, restsUntil, rungs, now()))
    }
    const recordPostponed = () => recordInLine((notice) => postponed(notice, claimed.notice.nextTryAt))
    if (!lane.hasRoom()) return recordPostponed()
    const { message, wording } = await composeMessage(ports, claimed, rung)
    const allowance = await allowanceFor(claimed, rung)
    if (!allowance.isAllowed) {
      return recordInLine((notice) =>
        claimed.isOvertaken
          ? overtaken(notice, rung.channel, now())
          : withheld(notice, rung.channel, allowance.until, now()),
      )
    }
    // Others may have taken the last place meanwhile.
    if (!lane.hasRoom()) {
      await allowance.giveBack()
      return recordPostponed()
    }
    const recorded = lane.send(message).then(async (answer) => {
      if (answer.outcome !== 'accepted') await allowance.giveBack()
      const dueAt = lane.reportsDelivery ? await deliveryDueAt(claimed.tenant) : null
      await recordInLine((notice) => afterAnswer(notice, { ...rung, ...wording }, answer, rungs, now(), dueAt))
    })
    keepTrackOf(recorded)
  }

  /** Codes have an allowance of their own, and a confirmed contact has no limit. */
  async function allowanceFor(
    { tenant, notice, standingOf }: ClaimedNotice,
    { channel, to }: Rung,
  ): Promise<Allowance> {
    const standing = isNoCode(notice) ? await standingOf(channel) : 'confirmed'
    return standing === 'confirmed' ? uncounted : ports.allowance.take({ tenant, channel, to }, standing)
  }

  async function rungsFor(claimed: ClaimedNotice): Promise<readonly Rung[]> {
    const letters = (await ports.letters.isOn(claimed.tenant)) ? (['letter'] as const) : []
    return rungsOf(claimed.noticeChannels, new Set([...channelsHere, ...letters]), await reachedAt(claimed))
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

  const reachedAt = ({ reachedBy, identity }: ClaimedNotice): Promise<ContactPoints | null> =>
    contactOf(vault, { ...reachedBy, identity })

  async function record({ tenant, number, notice }: ClaimedNotice, change: (notice: Notice) => Notice): Promise<void> {
    let after = notice
    await queue.record(tenant, number, notice.id, (kept) => {
      after = change(kept)
      return after
    })
    lines.askAgain(lineOf(after))
    if (after.state === 'failed') tell({ kind: 'given_up', tenant, number, event: notice.event, cause: notice.cause })
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      rounds = run()
    },

    poke() {
      lines.askAll()
      bell.ring()
    },

    async send(channel, message) {
      const lane = (await lanes.laneFor(channel, message.tenant))?.lane
      if (!lane) return { outcome: 'refused', reason: 'not_set_up', answer: '' }
      const { restsUntil, why } = lane.health()
      if (lane.hasRoom()) {
        const sending = lane.send(message)
        keepTrackOf(sending.then(() => {}))
        return sending
      }
      const retryAfterMs = restsUntil ? Math.max(SECOND, Date.parse(restsUntil) - Date.parse(now())) : LOOKS_EVERY
      return { outcome: 'failed_for_now', reason: why ?? 'asked_to_wait', answer: '', retryAfterMs }
    },

    async sendNow(channel, message) {
      const found = await lanes.laneFor(channel, message.tenant)
      return found ? found.lane.send(message) : { outcome: 'refused', reason: 'not_set_up', answer: '' }
    },

    channels: (tenant) =>
      carriers.flatMap(({ channel }) => {
        const found = lanes.knownFor(channel, tenant)
        if (!found) return []
        const { name, lane } = found
        return [{ channel, lane: name, reportsDelivery: lane.reportsDelivery, health: lane.health() }]
      }),

    async stop() {
      isRunning = false
      bell.ring()
      await rounds
      const patience = setTimeout(() => lanes.giveUp(), STOPS_WITHIN)
      await Promise.all(underWay)
      clearTimeout(patience)
    },
  }
}
