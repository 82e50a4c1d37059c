import { type CaseWords, caseValues } from '../../case/case-values.ts'
import { contactCode } from '../../case/contact-check.ts'
import { redactOfficeWords } from '../../case/covering.ts'
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
  referenceOf,
  replyToken,
  type Sending,
  sendingKey,
  TOKEN_LENGTH,
} from '../../case/notices/message-reference.ts'
import {
  type ClaimedNotice,
  type LetterWriter,
  letterIdOf,
  type NoticeQueues,
  startWritten,
} from '../../case/notices/notice-queue.ts'
import { isNoCode, leaveToPage, type Notice, queueOf } from '../../case/shape/notice.ts'
import { contactOf } from '../../case/store/case-seals.ts'
import type { OutboundMessage, PlaceValues, ReplyPath } from '../../offices/channels/notice-channel.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { isPractice } from '../../offices/practice/practice.ts'
import { nextStepsOf, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { levelNeeded } from '../../offices/wording/check-text.ts'
import type { ChosenWording } from '../../offices/wording/read-wording.ts'
import { withReplyLine } from '../../offices/wording/reply-line.ts'
import { levelFor, textFor } from '../../offices/wording/text-for.ts'
import type { WordingSlot } from '../../offices/wording/unit-wording.ts'
import { type Clock, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import type { DeliveryNews, QueuedSender, Senders } from './senders.ts'

/** The part before the `@` may have this many characters (RFC 5321, 4.5.3.1.1). */
const MOST_LOCAL = 64

/** The longest name of the inbound address, so that `+` and a token fit behind it. */
export const MOST_INBOUND_NAME = MOST_LOCAL - 1 - TOKEN_LENGTH

/** Answers are recognised by the reply address, or by the message that they refer to. */
export const replyPathFrom =
  (inboundAddress: string, hasher: () => Promise<(text: string) => string>) =>
  async (sending: Sending): Promise<ReplyPath> => {
    const token = replyToken(await hasher(), sending)
    const at = inboundAddress.lastIndexOf('@')
    const [name, domain] = [inboundAddress.slice(0, at), inboundAddress.slice(at + 1)]
    return { address: `${name}+${token}@${domain}`, refersTo: `<${token}@${domain}>` }
  }

/** Sends whose result is not recorded yet. */
export interface RunningSends {
  /** A fault of the send goes to `onFault`. */
  add(sending: Promise<void>): void
  /** Resolves when all that run now are recorded. */
  finish(): Promise<void>
}

export function createRunningSends(onFault: (cause: unknown) => void, onEnd: () => void): RunningSends {
  const running = new Set<Promise<void>>()
  return {
    add(sending) {
      const tracked = sending.catch(onFault).finally(() => {
        running.delete(tracked)
        onEnd()
      })
      running.add(tracked)
    },

    async finish() {
      await Promise.all(running)
    },
  }
}

export interface Composing {
  /** It is keyed by the tenant, so that an idempotency key reveals nothing to a provider. */
  hasher(tenant: TenantId): Promise<(text: string) => string>
  officeOf(tenant: TenantId): Promise<Pick<TenantSettings, 'name' | 'shortName' | 'calendar' | 'categories'>>
  wordingOf(tenant: TenantId, slot: WordingSlot): Promise<ChosenWording>
  readonly caseWords: Readonly<Record<Language, CaseWords>>
  readonly publicUrl: string
  readonly now: Clock
  /** `null` or left out means that no mail is taken in. */
  readonly replyPath?: ((sending: Sending) => Promise<ReplyPath>) | null
}

/** `wording` is empty where the default text was used. */
interface Composed {
  readonly message: Omit<OutboundMessage, 'signal'>
  readonly wording: Pick<FallbackStep, 'wording'>
}

export async function composeMessage(
  ports: Composing,
  claimed: ClaimedNotice,
  { channel, to }: FallbackStep,
): Promise<Composed> {
  const { tenant, number, language, notice, told } = claimed
  const { event } = notice
  const slot = { event, channel, language }
  const [hash, chosen] = await Promise.all([ports.hasher(tenant), ports.wordingOf(tenant, slot)])
  const values = await valuesFor(ports, claimed, slot, chosen)
  const own = chosen.own?.text ?? null
  const { isOwn, subject, text } = textFor({ ...slot, values, level: chosen.level, privacy: told.privacy, own })
  const sending = { tenant, number, noticeId: notice.id, channel, from: notice.from ?? 0 }
  const reply = channel === 'email' && ports.replyPath ? await ports.replyPath(sending) : null
  const message = {
    tenant,
    to,
    subject,
    text: reply ? withReplyLine(text, language) : text,
    idempotencyKey: sendingKey(hash, sending),
    reference: referenceOf(hash, sending),
    notice: { event, language, values },
    ...(reply && { reply }),
    ...(notice.cause !== undefined && { cause: notice.cause }),
  }
  // For WhatsApp, whether the text or a template goes is known only after sending.
  const isKnown = isOwn && chosen.own && channel !== 'whatsapp'
  return { message, wording: isKnown ? { wording: chosen.own.number } : {} }
}

/** The case is opened only if the text needs it and the channel may carry it. */
async function valuesFor(
  { hasher, officeOf, caseWords, publicUrl, now }: Composing,
  { tenant, number, reachedBy, notice, told }: ClaimedNotice,
  { event, channel, language }: WordingSlot,
  { level, own }: ChosenWording,
): Promise<PlaceValues> {
  const { name, shortName, calendar, categories } = await officeOf(tenant)
  const link = `${publicUrl}/t/${reachedBy.tenant}/follow`
  const code = event === 'contact_code' ? contactCode(await hasher(tenant), number, notice.id) : null
  const next = event === 'received' ? nextStepsOf({ categories }, told.category, told.receivedAt) : null
  const nextSteps = next && readIn(next, language)
  const values = { office: name, officeShort: shortName, number: reachedBy.number, link, code, nextSteps }
  const needed = own ? levelNeeded(own.text, { language }) : 'number_and_link'
  if (needed === 'number_and_link') return values
  const mayOpen = needed === 'with_content' && levelFor(level, { channel, privacy: told.privacy }) === 'with_content'
  const dossier = mayOpen ? await told.openDossier() : null
  const telling = { language, timeZone: calendar.timeZone, now: now(), words: caseWords[language] }
  const leaving = dossier && redactOfficeWords(dossier, language)
  return { ...caseValues(event, notice.createdAt, { ...told, dossier: leaving }, telling), ...values }
}

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
