import { applyReport, noticeMark } from '../../case/notices/message-reference.ts'
import { SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import { providerAnswer } from '../../offices/channels/provider-news.ts'
import type { AttemptReason } from '../../offices/notice-vocabulary.ts'
import { DAY, HOUR, plusMilliseconds } from '../../shared/instant.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { Arrival } from '../arrivals/arrivals.ts'
import { caseByCode, casesOfSender } from './case-replies.ts'
import type { InboundOffice } from './inbound-office.ts'
import { inboundTexts } from './inbound-texts.ts'
import { classifyMail, proofOfMail, sourceOf, type WasRead } from './incoming-mail.ts'
import { markKnown, moveToUnit, tokenIn } from './take-arrival.ts'

/**
 * Senders of mail can be forged. So that nobody has an office write to a thousand strangers, there is no
 * acknowledgement while this many new messages of an hour wait for an officer. One stranger is spared by the daily
 * limit of notices.
 */
export const MOST_WAITING = 40

/**
 * Acknowledges a new sender's message once a day. It is recorded before it is sent, so that no crash and no loop
 * sends it twice; a failed one is not retried, because the message is here.
 */
export async function acknowledge(
  ports: InboundOffice,
  draft: Arrival,
  couldBe: readonly string[] = [],
): Promise<void> {
  const { arrivals, carriers, tenants, noticeHasher, noticeAllowance, publicUrl, now } = ports
  const { tenant, channel, senderMark, content } = draft
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || !content.from || senderMark === null || draft.acknowledgedAt) return
  if (await arrivals.lastAcknowledged(tenant, senderMark, plusMilliseconds(now(), -DAY))) return
  const ofAnHour = await arrivals.countDrafts(tenant, plusMilliseconds(now(), -HOUR), MOST_WAITING + 1)
  if (ofAnHour > MOST_WAITING) return
  const to = channel === 'email' ? content.from : `+${content.from}`
  const allowance = await noticeAllowance.take({ tenant, channel, to }, 'unverified')
  if (!allowance.isAllowed) return
  await arrivals.change(tenant, draft.id, (arrival) => ({ ...arrival, acknowledgedAt: now() }))
  const [{ settings }, hash] = await Promise.all([tenants.get(tenant), noticeHasher(tenant)])
  const values = { office: settings.name, officeShort: settings.shortName, pageUrl: `${publicUrl}/t/${tenant}` }
  const { acknowledgement, whichCase } = inboundTexts
  const answer = await carrier.send({
    tenant,
    to,
    ...(couldBe.length > 0
      ? { subject: whichCase.subject, text: whichCase.text({ numbers: couldBe.join('\n'), office: settings.name }) }
      : channel === 'email'
        ? { subject: acknowledgement.subject, text: acknowledgement.text(values) }
        : { subject: '', text: acknowledgement.short(values) }),
    idempotencyKey: hash(`acknowledgement\n${draft.id}`),
    signal: AbortSignal.timeout(SEND_WITHIN),
  })
  if (answer.outcome !== 'accepted') await allowance.giveBack()
}

/**
 * Answers a message where it came from. A repeat of the same answer has the same key.
 * @returns false if the provider will never take it
 * @throws Error if it may take it later
 */
export async function replyToSender(
  { carriers, platformHasher }: InboundOffice,
  { id, channel, content }: Pick<Arrival, 'id' | 'channel' | 'content'>,
  { subject = '', text }: { readonly subject?: string; readonly text: string },
): Promise<boolean> {
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || !content.from) return false
  const hash = await platformHasher()
  const { outcome } = await carrier.send({
    tenant: PLATFORM,
    to: channel === 'email' ? content.from : `+${content.from}`,
    subject,
    text,
    idempotencyKey: hash(`reply\n${id}\n${text}`),
    signal: AbortSignal.timeout(SEND_WITHIN),
  })
  if (outcome === 'failed_for_now') throw new Error(`An answer by ${channel} is not taken now.`)
  return outcome !== 'refused'
}

/** Senders of mail can be forged, so that this service must not write to many strangers in anybody's name. */
const MOST_ANSWERS_A_DAY = 200

/**
 * A mail in which no unit is named goes to the unit of the case that it is proven to be about; else its sender is
 * answered once a day how to name one, and the mail is not kept.
 */
export async function askWhichUnit(ports: InboundOffice, arrival: Arrival): Promise<void> {
  const mail = await ports.readMail(await sourceOf(ports, arrival), async ({ bytes }) => {
    for await (const _ of bytes);
  })
  const proof = proofOfMail(mail, ports.ownMailServer)
  const unit = await unitOfSender(ports, `${mail.subject}\n${mail.text}`, proof === 'sender' ? mail.from : null)
  if (unit) return moveToUnit(ports, arrival, unit)
  const isFromMachine = classifyMail(mail, ports.ownAddresses, false) !== null
  if (!isFromMachine && proof !== 'denied' && mail.from && (await mayAnswer(ports, mail.from))) {
    const units = (await ports.tenants.list()).filter(({ closing }) => !closing)
    const [name = '', domain = ''] = ports.inboundAddress?.split('@') ?? []
    const rows = units.map(({ id, settings }) =>
      [settings.name, `${name}+${id}@${domain}`, `${ports.publicUrl}/t/${id}`].join('\n  '),
    )
    const { subject, text } = inboundTexts.whichUnit
    const reply = { subject, text: text({ units: rows.join('\n\n') }) }
    await replyToSender(ports, { ...arrival, content: { ...arrival.content, from: mail.from } }, reply)
  }
  await markKnown(ports, arrival)
}

async function unitOfSender(ports: InboundOffice, text: string, from: string | null): Promise<TenantId | null> {
  const coded = await caseByCode(ports, text)
  if (coded) return coded.tenant
  if (from === null) return null
  const cases = await casesOfSender(ports, { channel: 'email', from, isProven: true })
  const units = [...new Set(cases.map(({ tenant }) => tenant))]
  return units.length === 1 ? (units[0] ?? null) : null
}

async function mayAnswer({ messageCounts }: InboundOffice, from: string): Promise<boolean> {
  const today = await messageCounts.today()
  if (!(await today.countUpTo(['asked which unit', from], 1))) return false
  return today.countUpTo(['asked which unit'], MOST_ANSWERS_A_DAY)
}

/** Reads the report of a returned mail (RFC 3464); `null` if the server still tries, or delivered it. */
export function readBounce(returned: string): { readonly reason: AttemptReason; readonly words: string } | null {
  const field = (name: string) => new RegExp(`^${name}:[ \\t]*(.{1,300})$`, 'im').exec(returned)?.[1]?.trim() ?? ''
  const action = field('Action').toLowerCase()
  if (action && action !== 'failed') return null
  const status = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/.exec(field('Status'))
  const words = field('Diagnostic-Code').replace(/^smtp;\s*/i, '')
  if (status?.[1] === '2') return null
  if (status?.[1] === '4' || status?.[2] === '2') return { reason: 'recipient_busy', words }
  if (status?.[2] === '7' || status?.[2] === '6') return { reason: 'message_refused', words }
  return { reason: 'address_refused', words }
}

/** A returned mail did not arrive: the case records it, and the reporter's next channel begins. */
export async function recordBounce(ports: InboundOffice, { arrival, returned }: WasRead): Promise<void> {
  const { complaints, tenants, deliverer, platformHasher, now } = ports
  const bounce = readBounce(returned)
  const hash = await platformHasher()
  // The token is in the header of the returned mail, which only its recipient has.
  const token = bounce && tokenIn(hash, { recipients: [], refersTo: returned })
  const complaint = token && (await complaints.findInSeries(arrival.tenant, token.series, token.sequence))
  if (!bounce || !token || !complaint) return
  const rounds = complaint.notices.flatMap(({ id, from = 0 }) => [{ id, from }, ...(from > 0 ? [{ id, from: 0 }] : [])])
  const meant = rounds.find(({ id, from }) => noticeMark(hash, { noticeId: id, from }) === token.noticeMark)
  if (!meant) return
  const at = now()
  const { deliveredWithinHours } = (await tenants.get(arrival.tenant)).settings.notices
  const report = { state: 'failed', reason: bounce.reason, answer: providerAnswer(bounce.words, '') } as const
  await complaints.record(arrival.tenant, complaint.id, meant.id, (notice) =>
    applyReport(
      notice,
      { channel: 'email', from: meant.from },
      report,
      plusMilliseconds(at, deliveredWithinHours * HOUR),
      at,
    ),
  )
  deliverer.wakeUp()
}
