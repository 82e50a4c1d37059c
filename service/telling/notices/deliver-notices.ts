import type { ChannelState, Deliverer, NoticeQueues } from '../../case/notices/notice-queue.ts'
import { GIVEN, LEASE, UNROUTED } from '../../case/shape/notice.ts'
import type { Carrier, CarrierAnswer, OutboundMessage } from '../../offices/channels/notice-channel.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { type Clock, type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { createWakeUp, giveWay } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/place.ts'
import { createRunningSends, type DispatchPorts, dispatchNotice, type RunningSends } from './dispatch-notice.ts'
import type { OwnAccounts } from './own-accounts.ts'
import { type ChannelLedger, openSenders, type Sender, type Senders } from './senders.ts'

/** Chooses which queues a deliverer reads, so that the longest blocks no other. A queue that was read rests a while. */
export interface QueueSchedule {
  toRead(): readonly string[]
  /** The queues of notices without a known channel; they are skipped while no sender has room. */
  unroutedToRead(): readonly string[]
  /** Call it before reading the queue, so that what comes meanwhile has it read again. */
  markRead(queue: string): void
  readAgain(queue: string): void
  readAllAgain(): void
}

/** @param every how long a queue that was read rests, in milliseconds */
export function createQueueSchedule(
  senders: () => ReadonlyMap<string, Sender | null>,
  now: Clock,
  every: number,
): QueueSchedule {
  const readAt = new Map<string, Instant>()

  const mayHaveSome = (queue: string): boolean => {
    const at = readAt.get(queue)
    return at === undefined || now() >= plusMilliseconds(at, every)
  }

  // Queues of paused senders are read too: their notices are deferred with the reason, which the case page shows.
  const open = (): readonly string[] =>
    [...senders()].filter(([, sender]) => !sender || sender.hasRoom() || sender.isPaused()).map(([queue]) => queue)

  return {
    toRead: () => open().filter(mayHaveSome),
    unroutedToRead: () => (open().length > 0 ? [GIVEN, UNROUTED] : []).filter(mayHaveSome),
    markRead: (queue) => void readAt.set(queue, now()),
    readAgain: (queue) => void readAt.delete(queue),
    readAllAgain: () => readAt.clear(),
  }
}

export interface DelivererPorts extends Omit<DispatchPorts, 'channelsHere' | 'senders' | 'running' | 'readAgain'> {
  readonly queues: Pick<NoticeQueues, 'claimDue' | 'record'> & Partial<Pick<NoticeQueues, 'claimNew'>>
  readonly carriers: readonly Carrier[]
  readonly ledger: ChannelLedger
  readonly ownAccounts: Pick<OwnAccounts, 'carrierOf' | 'queues'>
}

/** The longest wait of a due notice without a wake-up. */
export const LOOKS_EVERY = 5 * SECOND

/** They are claimed together, so that their writes share a commit. */
const CLAIMED_AT_ONCE = 16

/** This is per channel. A silent provider occupies a place until its answer times out. */
export const SENDS_AT_ONCE = 12

/**
 * New notices that may wait in memory for each place, instead of being claimed with a write of their own. A provider
 * that takes three seconds for each message has sent them before they wait too long.
 */
const AHEAD = 8

/** Event-loop turns that requests get between two claims, because people wait for those. */
const TURNS_FOR_OTHERS = 4

/** A send that still runs this long after `stop` is abandoned, and retried by the next process. */
const STOPS_WITHIN = 5 * SECOND

export function createDeliverer(ports: DelivererPorts): Deliverer {
  const { carriers, now, tell } = ports
  const wakeUp = createWakeUp()
  const running = createRunningSends((cause) => tell({ kind: 'fault', cause }), wakeUp.signal)
  const senders = openSenders({ ...ports, places: SENDS_AT_ONCE, keepTrackOf: running.add })
  const schedule = createQueueSchedule(senders.all, now, LOOKS_EVERY)
  const channelsHere = new Set(carriers.map(({ channel }) => channel))
  const parts = { ...ports, channelsHere, senders, running, schedule, readAgain: schedule.readAgain }
  const refresh = createRefresh(parts)
  let isRunning = false
  let rounds = Promise.resolve()

  async function run(): Promise<void> {
    while (isRunning) {
      await refresh()
      const hadAny = await runRound(parts)
      if (!hadAny && !(await wakeUp.wait(LOOKS_EVERY))) schedule.readAllAgain()
      await giveWay(TURNS_FOR_OTHERS)
    }
  }

  return {
    start() {
      if (isRunning) return
      isRunning = true
      ports.queues.claimNew?.((waiting) => (waiting < mostAhead(parts) ? plusMilliseconds(now(), LEASE) : null))
      rounds = run()
    },

    wakeUp(queue) {
      if (queue === undefined) schedule.readAllAgain()
      else schedule.readAgain(queue)
      wakeUp.signal()
    },

    send: (channel, message) => sendInTurn(parts, channel, message),

    async sendNow(channel, message) {
      if (message.tenant !== null && isPractice(message.tenant)) return notSetUp
      const found = await senders.senderFor(channel, message.tenant)
      return found ? found.sender.send(message) : notSetUp
    },

    channels: (tenant) => carriers.flatMap(({ channel }) => stateOf(senders, channel, tenant)),

    async stop() {
      isRunning = false
      ports.queues.claimNew?.(null)
      wakeUp.signal()
      await rounds
      const patience = setTimeout(() => senders.giveUp(), STOPS_WITHIN)
      await running.finish()
      clearTimeout(patience)
    },
  }
}

interface Parts extends DelivererPorts, Omit<DispatchPorts, 'queues'> {
  readonly senders: Senders
  readonly running: RunningSends
  readonly schedule: QueueSchedule
}

/** Adopts what other processes recorded, at most once every `LOOKS_EVERY`. */
function createRefresh({ senders, now, tell }: { senders: Senders; now: Clock } & Pick<Parts, 'tell'>) {
  let refreshedAt: Instant | null = null
  return async (): Promise<void> => {
    if (refreshedAt !== null && now() < plusMilliseconds(refreshedAt, LOOKS_EVERY)) return
    refreshedAt = now()
    await senders.refresh().catch((cause: unknown) => tell({ kind: 'fault', cause }))
  }
}

/**
 * Reads each queue once. Routed notices come before new ones: they have waited longer, and their sender has room.
 * @returns whether any notice was due
 */
async function runRound(parts: Parts): Promise<boolean> {
  const { schedule } = parts
  const routed = await Promise.all(schedule.toRead().map((queue) => readQueue(parts, queue)))
  const unrouted = await Promise.all(schedule.unroutedToRead().map((queue) => readQueue(parts, queue)))
  return [...routed, ...unrouted].includes(true)
}

/** A claimed notice is due again when its lease runs out, so a fault loses none. @returns whether any was due */
async function readQueue(parts: Parts, queue: string): Promise<boolean> {
  const { queues, schedule, now, tell } = parts
  const onFault = (cause: unknown) => tell({ kind: 'fault', cause })
  schedule.markRead(queue)
  try {
    const claimed = await queues.claimDue(
      queue,
      now(),
      plusMilliseconds(now(), LEASE),
      mostFrom(parts, queue) || CLAIMED_AT_ONCE,
    )
    if (claimed.length > 0) schedule.readAgain(queue)
    await Promise.all(claimed.map((one) => dispatchNotice(parts, one).catch(onFault)))
    return claimed.length > 0
  } catch (cause) {
    onFault(cause)
    return false
  }
}

/**
 * No more are claimed than can leave at once; notices of paused or missing senders are only deferred and take no
 * place.
 */
function mostFrom({ senders }: Pick<Parts, 'senders'>, queue: string): number {
  const known = senders.all()
  const behind = queue === UNROUTED || queue === GIVEN ? [...known.values()] : [known.get(queue)]
  return Math.max(...behind.map((sender) => sender?.freePlaces() ?? 0))
}

const mostAhead = ({ senders }: Pick<Parts, 'senders'>): number =>
  AHEAD * Math.max(...[...senders.all().values()].map((sender) => sender?.places() ?? 0))

const notSetUp: CarrierAnswer = { outcome: 'refused', reason: 'not_set_up', answer: '' }

async function sendInTurn(
  { senders, running, now }: Pick<Parts, 'senders' | 'running' | 'now'>,
  channel: ChannelState['channel'],
  message: Omit<OutboundMessage, 'signal'>,
): Promise<CarrierAnswer> {
  if (message.tenant !== null && isPractice(message.tenant)) return notSetUp
  const sender = (await senders.senderFor(channel, message.tenant))?.sender
  if (!sender) return notSetUp
  const { restsUntil, why } = sender.health()
  if (sender.hasRoom()) {
    const sending = sender.send(message)
    running.add(sending.then(() => {}))
    return sending
  }
  const retryAfterMs = restsUntil ? Math.max(SECOND, Date.parse(restsUntil) - Date.parse(now())) : LOOKS_EVERY
  return { outcome: 'failed_for_now', reason: why ?? 'asked_to_wait', answer: '', retryAfterMs }
}

function stateOf(senders: Senders, channel: ChannelState['channel'], tenant: TenantId): readonly ChannelState[] {
  const found = senders.knownFor(channel, tenant)
  if (!found) return []
  const { queue, sender } = found
  const { reportsDelivery, keepsHere } = sender
  return [{ channel, queue, reportsDelivery, keepsHere, health: sender.health() }]
}
