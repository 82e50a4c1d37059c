import type { Deliverer } from '../../case/notices/notice-queue.ts'
import type { Office } from '../../case/office/office.ts'
import type { NoticeAttempt } from '../../case/shape/notice.ts'
import { type CarrierAnswer, healthy, SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import type { AttemptReason, DeliveryReport, NoticeChannel } from '../../offices/notice-vocabulary.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Language } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { FindOutside } from '../../shared/outbound.ts'
import { Refusal } from '../../shared/refusal.ts'
import { readTexts, sayText } from '../../shared/texts/texts.ts'
import en from '../../texts/en/notices.json'
import id from '../../texts/id/notices.json'
import { type AccountSecrets, type OwnAccounts, type OwnableChannel, type OwnSmtp, ownQueue } from './own-accounts.ts'
import type { ChannelLedger } from './senders.ts'

const noticeTexts = readTexts({ id, en })

/**
 * Returns a sentence for the case page, followed by the provider's text if something went wrong.
 * @param nextTry the time of the next try as text, for the last attempt of a pending notice; otherwise `null`.
 * @param inWords formats a time for staff
 */
export function explainAttempt(
  attempt: NoticeAttempt,
  language: Language,
  nextTry: string | null,
  inWords: (at: Instant) => string,
): string {
  const wording = noticeTexts[language]
  const provider = wording.providers[attempt.channel]
  const { outcome, reason, answer } = attempt
  const { report, wording: version } = attempt
  const ownWords = version === undefined ? [] : [wording.ownWords({ version })]
  if (outcome === 'kept') return [wording.kept, ...ownWords].join(' ')
  if (outcome === 'accepted' || reason === null) {
    return [
      wording.accepted({ provider }),
      ...ownWords,
      ...(report ? explainReport(report, attempt, language, inWords) : []),
    ].join(' ')
  }
  const why = sayText(wording.reasons[reason], { provider })
  const sentence = sayConsequence(outcome, why, nextTry, language)
  return answer === '' ? sentence : `${sentence} ${wording.providerSaid({ answer })}`
}

function sayConsequence(
  outcome: Exclude<NoticeAttempt['outcome'], 'kept' | 'accepted'>,
  reason: string,
  nextTry: string | null,
  language: Language,
): string {
  const { tried, triedAgain, held, heldBack, notTriedAgain } = noticeTexts[language]
  if (outcome === 'refused') return notTriedAgain({ reason })
  if (nextTry === null) return outcome === 'held' ? held({ reason }) : tried({ reason })
  return outcome === 'held' ? heldBack({ reason, nextTry }) : triedAgain({ reason, nextTry })
}

export function explainHealth(channel: NoticeAttempt['channel'], why: AttemptReason, language: Language): string {
  const { reasons, providers } = noticeTexts[language]
  return `${sayText(reasons[why], { provider: providers[channel] })}.`
}

export const adviceForKept = (language: Language): { readonly explanation: string; readonly advice: string } => {
  const { kept, advice } = noticeTexts[language]
  return { explanation: kept, advice: advice.notThere }
}

export const adviceFor = (why: AttemptReason, language: Language): string =>
  noticeTexts[language].advice[why === 'not_set_up' ? 'notSetUp' : 'trouble']

function explainReport(
  { state, at, reason, answer }: DeliveryReport,
  { channel }: NoticeAttempt,
  language: Language,
  inWords: (at: Instant) => string,
): string[] {
  const wording = noticeTexts[language]
  const provider = wording.providers[channel]
  if (state !== 'failed') return [wording.reports[state]({ provider, at: inWords(at) })]
  const why = sayText(wording.reasons[reason ?? 'not_delivered'], { provider })
  return [
    wording.failedLater({ reason: why, at: inWords(at) }),
    ...(answer === '' ? [] : [wording.providerSaid({ answer })]),
  ]
}

export interface ChannelAccountOffice extends Office {
  readonly ownAccounts: OwnAccounts
  readonly channelLedger: ChannelLedger
  readonly noticeChannels: readonly NoticeChannel[]
  /** Those of them that keep everything here, for want of a provider. */
  readonly keptChannels: readonly NoticeChannel[]
  readonly deliverer: Pick<Deliverer, 'wakeUp' | 'sendNow'>
  readonly findMailServer: FindOutside
}

export async function listAccounts(
  { ownAccounts, noticeChannels, keptChannels }: ChannelAccountOffice,
  staff: StaffMember,
) {
  requirePermission(staff, 'tenant.configure')
  const own = await ownAccounts.list(staff.tenant)
  return noticeChannels
    .filter((channel) => channel !== 'letter')
    .map((channel) => {
      const found = own.find((one) => one.channel === channel) ?? null
      return { channel, own: found, leaves: found !== null || !keptChannels.includes(channel) }
    })
}

/**
 * Sends the unit's messages by an account of its own from now on.
 * @param secrets `null` goes back to the operator's account
 */
export async function configureAccount(
  ports: ChannelAccountOffice,
  staff: StaffMember,
  channel: OwnableChannel,
  secrets: AccountSecrets | null,
): Promise<void> {
  const { ownAccounts, channelLedger, noticeChannels, deliverer, record, now } = ports
  requirePermission(staff, 'tenant.configure')
  // A sender in the tenant's name learns the contacts of its reporters.
  requireFreshConfirmation(staff, now())
  if (!noticeChannels.includes(channel)) throw notHere()
  if (secrets?.channel === 'email' && secrets.by === 'smtp') await refuseInside(ports, secrets)
  const detail = `${channel} account ${secrets ? 'set' : 'removed'}`
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail })
  const at = now()
  if (secrets) await ownAccounts.set(staff.tenant, secrets, staff.id, at)
  else await ownAccounts.remove(staff.tenant, channel, staff.id, at)
  await channelLedger.write(ownQueue(staff.tenant, channel), { health: healthy, at })
  deliverer.wakeUp()
}

/** It is looked up again for every message, because a name can come to stand for something else. */
async function refuseInside({ findMailServer }: ChannelAccountOffice, { host, port }: OwnSmtp): Promise<void> {
  const found = await findMailServer(host, port, AbortSignal.timeout(SEND_WITHIN)).catch(() => unknownName)
  if (found.kind === 'found') return
  const path = found.why === 'port' ? 'port' : 'host'
  throw new Refusal('invalid', 'request/invalid', {}, [{ path, code: problems[found.why] }])
}

const unknownName = { kind: 'failed', why: 'unknown_name' } as const
const problems = { port: 'mail-port', not_public: 'mail-host-inside', unknown_name: 'mail-host-unknown' } as const

const notHere = () => new Refusal('conflict', 'channel/not-here')

/** Sends a message without any case data to the caller, and returns the provider's answer. */
export async function tryChannel(
  ports: ChannelAccountOffice,
  staff: StaffMember,
  {
    channel,
    to,
    language,
  }: { readonly channel: NoticeChannel; readonly to: string | null; readonly language: Language },
): Promise<{
  readonly outcome: CarrierAnswer['outcome']
  readonly explanation: string
  readonly reason: AttemptReason | null
}> {
  const { noticeChannels, tenants, deliverer, record, newSecret, links, now } = ports
  requirePermission(staff, 'tenant.configure')
  requireFreshConfirmation(staff, now())
  if (!noticeChannels.includes(channel) || channel === 'letter' || !to) throw notHere()
  await record(staff.tenant, { by: staff.id, act: 'settings.changed', subject: null, detail: `${channel} tried` })
  const { name, shortName } = (await tenants.get(staff.tenant)).settings
  const values = { office: name, officeShort: shortName, number: '-', link: links.follow(staff.tenant) }
  const answer = await deliverer.sendNow(channel, {
    tenant: staff.tenant,
    to,
    ...trial(language, name),
    idempotencyKey: newSecret()
      .replace(/[^\w-]/g, '')
      .slice(0, 40),
    notice: { event: 'message', language, values },
  })
  const reason = answer.outcome === 'accepted' ? null : answer.reason
  const { outcome } = answer
  return {
    outcome,
    reason,
    explanation: explainAttempt({ at: now(), channel, outcome, reason, answer: answer.answer }, language, null, String),
  }
}

const trial = (language: Language, office: string) =>
  language === 'id'
    ? {
        subject: `Kiriman percobaan dari ${office}`,
        text: `Ini kiriman percobaan dari ${office}. Pengaturannya jalan.`,
      }
    : { subject: `A trial from ${office}`, text: `This is a trial from ${office}. The settings work.` }
