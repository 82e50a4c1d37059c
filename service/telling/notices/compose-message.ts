import { type CaseWords, caseValues } from '../../case/case-values.ts'
import { contactCode } from '../../case/contact-check.ts'
import { redactOfficeWords } from '../../case/covering.ts'
import type { FallbackStep } from '../../case/notices/delivery.ts'
import { referenceOf, type Sending, sendingKey } from '../../case/notices/message-reference.ts'
import type { ClaimedNotice } from '../../case/notices/notice-queue.ts'
import type { OutboundMessage, PlaceValues, ReplyPath } from '../../offices/channels/notice-channel.ts'
import { nextStepsOf, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { Language } from '../../offices/vocabulary.ts'
import { levelNeeded } from '../../offices/wording/check-text.ts'
import type { ChosenWording } from '../../offices/wording/read-wording.ts'
import { withReplyLine } from '../../offices/wording/reply-line.ts'
import { levelFor, textFor } from '../../offices/wording/text-for.ts'
import type { WordingSlot } from '../../offices/wording/unit-wording.ts'
import type { Clock } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'

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
