import {
  applyAnswer,
  type FallbackStep,
  fallbackStepsOf,
  giveUpNotice,
  holdNotice,
  isWithheld,
  keepInQueue,
  markOverdue,
  markOvertaken,
  nextStep,
  postponeNotice,
  withholdNotice,
} from '../../case/notices/delivery.ts'
import { type Allowance, type NoticeAllowance, uncounted } from '../../case/notices/message-counts.ts'
import {
  type ClaimedNotice,
  type LetterWriter,
  letterIdOf,
  type NoticeQueues,
  startWritten,
} from '../../case/notices/notice-queue.ts'
import { isNoCode, leaveToPage, type Notice, queueOf } from '../../case/shape/notice.ts'
import { contactOf } from '../../case/store/case-seals.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { type Composing, composeMessage } from './compose-message.ts'
import type { DeliveryNews } from './delivery-news.ts'
import type { QueuedSender, Senders } from './open-senders.ts'
import type { RunningSends } from './running-sends.ts'

export interface DispatchPorts extends Composing {
  readonly vault: Pick<Vault, 'open'>
  readonly queues: Pick<NoticeQueues, 'record'>
  readonly letters: LetterWriter
  readonly allowance: NoticeAllowance
  readonly channelsHere: ReadonlySet<NoticeChannel>
  readonly senders: Pick<Senders, 'senderFor'>
  readonly running: RunningSends
  /** Hours after which an undelivered notice goes to the next channel. */
  deliveredWithinHours(tenant: TenantId): Promise<number>
  /** Called for the queue in which a notice is due after it was recorded; one that is due later is found then. */
  readAgain(queue: string): void
  tell(news: DeliveryNews): void
}

type Change = (notice: Notice) => Notice

/** Decides what happens to a due notice now. A send is only started here: its result is recorded when it ends. */
export async function dispatchNotice(ports: DispatchPorts, claimed: ClaimedNotice): Promise<void> {
  const { now } = ports
  const { notice, tenant, isOvertaken } = claimed
  if (isPractice(tenant)) return record(ports, claimed, leaveToPage)
  const steps = await stepsFor(ports, claimed)
  if (notice.state === 'sent') return record(ports, claimed, (kept) => markOverdue(kept, steps, now()))
  const step = nextStep(notice, steps)
  if (step?.channel === 'letter') return draftLetter(ports, claimed)
  if (step && isOvertaken && isWithheld(notice)) {
    return record(ports, claimed, (kept) => markOvertaken(kept, step.channel, now()))
  }
  const found = step && (await ports.senders.senderFor(step.channel, tenant))
  if (!found) return record(ports, claimed, giveUpNotice)
  return sendOnStep(ports, claimed, { ...found, step, steps })
}

interface Route extends QueuedSender {
  readonly step: FallbackStep
  readonly steps: readonly FallbackStep[]
}

async function sendOnStep(ports: DispatchPorts, claimed: ClaimedNotice, route: Route): Promise<void> {
  const { now } = ports
  const { step, steps, queue, sender } = route
  const recordInQueue = (change: Change) =>
    record(ports, claimed, (notice) => keepInQueue(change(notice), step, steps, queue))
  const postpone = () => recordInQueue((notice) => postponeNotice(notice, claimed.notice.nextTryAt))

  const { restsUntil, why } = sender.health()
  if (sender.isPaused() && restsUntil && why) {
    const pause = { reason: why, answer: '' }
    return recordInQueue((notice) => holdNotice(notice, step.channel, pause, restsUntil, steps, now()))
  }
  if (!sender.hasRoom()) return postpone()
  const { message, wording } = await composeMessage(ports, claimed, step)
  const allowance = await allowanceFor(ports, claimed, step)
  if (!allowance.isAllowed) {
    return recordInQueue((notice) =>
      claimed.isOvertaken
        ? markOvertaken(notice, step.channel, now())
        : withholdNotice(notice, step.channel, allowance.until, now()),
    )
  }
  // Others may have taken the last place meanwhile.
  if (!sender.hasRoom()) {
    await allowance.giveBack()
    return postpone()
  }
  const recorded = sender.send(message).then(async (answer) => {
    if (answer.outcome !== 'accepted') await allowance.giveBack()
    const dueAt = sender.reportsDelivery ? await deliveryDueAt(ports, claimed.tenant) : null
    await recordInQueue((notice) => applyAnswer(notice, { ...step, ...wording }, answer, steps, now(), dueAt))
  })
  ports.running.add(recorded)
}

async function draftLetter(ports: DispatchPorts, claimed: ClaimedNotice): Promise<void> {
  const { tenant, notice } = claimed
  if ((await ports.letters.draft(claimed)) === 'unneeded') return record(ports, claimed, leaveToPage)
  ports.tell({ kind: 'drafted', tenant, event: notice.event, cause: notice.cause })
  return record(ports, claimed, (kept) => startWritten(kept, letterIdOf(notice)))
}

/** Codes have an allowance of their own, and a confirmed contact has no limit. */
async function allowanceFor(
  { allowance }: DispatchPorts,
  { tenant, notice, standingOf }: ClaimedNotice,
  { channel, to }: FallbackStep,
): Promise<Allowance> {
  const standing = isNoCode(notice) ? await standingOf(channel) : 'confirmed'
  return standing === 'confirmed' ? uncounted : allowance.take({ tenant, channel, to }, standing)
}

async function stepsFor(ports: DispatchPorts, claimed: ClaimedNotice): Promise<readonly FallbackStep[]> {
  const letters = (await ports.letters.isOn(claimed.tenant)) ? (['letter'] as const) : []
  const contact = await contactOf(ports.vault, { ...claimed.reachedBy, identity: claimed.identity })
  return fallbackStepsOf(claimed.noticeChannels, new Set([...ports.channelsHere, ...letters]), contact)
}

const deliveryDueAt = async ({ now, deliveredWithinHours }: DispatchPorts, tenant: TenantId): Promise<Instant> =>
  plusMilliseconds(now(), (await deliveredWithinHours(tenant)) * HOUR)

async function record(ports: DispatchPorts, { tenant, number, notice }: ClaimedNotice, change: Change): Promise<void> {
  let after = notice
  await ports.queues.record(tenant, number, notice.id, (kept) => {
    after = change(kept)
    return after
  })
  if (after.nextTryAt !== null && after.nextTryAt <= ports.now()) ports.readAgain(queueOf(after))
  if (after.state !== 'failed') return
  ports.tell({ kind: 'given_up', tenant, number, event: notice.event, cause: notice.cause })
}
