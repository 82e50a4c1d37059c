import type { ProviderReport } from '../../offices/channels/provider-news.ts'
import { type DeliveryReport, type NoticeChannel, noticeChannels } from '../../offices/notice-vocabulary.ts'
import { type Clock, DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { type CollectionSpec, type Kept, type Store, UniqueViolation } from '../../storage/collection.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import type { Notice, NoticeAttempt } from '../shape/notice.ts'

export interface Sending {
  readonly tenant: TenantId
  readonly number: string
  readonly noticeId: string
  readonly channel: NoticeChannel
  /** The notice's `from`: a manual retry is another message. */
  readonly from: number
}

type Hash = (text: string) => string

/** The length of the keyed hash; the sending follows it. */
const KEY_CHARACTERS = 43

/** It is the same whenever this notice goes out on this channel. @param hash keyed by the tenant */
export const sendingKey = (hash: Hash, { number, noticeId, channel, from }: Omit<Sending, 'tenant'>): string =>
  hash(JSON.stringify([number, noticeId, channel, ...(from > 0 ? [from] : [])]))

/**
 * The provider returns it with its reports, so that no table of messages is needed: letters, digits, `-` and `_`, at
 * most 256. It reveals no more than the message does, and only we can make one.
 */
export function referenceOf(hash: Hash, sending: Sending): string {
  const { tenant, number, noticeId, channel, from } = sending
  const packed = btoa(JSON.stringify([tenant, number, noticeId, channel, from]))
  return sendingKey(hash, sending) + packed.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

/** The key must still be compared; `null` means that the reference is not ours. */
export function readReference(reference: string): {
  readonly key: string
  readonly sending: Omit<Sending, 'tenant'> & { readonly tenant: string }
} | null {
  try {
    const packed = reference.slice(KEY_CHARACTERS).replaceAll('-', '+').replaceAll('_', '/')
    const [tenant, number, noticeId, named, from]: readonly unknown[] = JSON.parse(atob(packed))
    const channel = noticeChannels.find((one) => one === named)
    if (typeof tenant !== 'string' || typeof number !== 'string' || typeof noticeId !== 'string') return null
    if (!channel || typeof from !== 'number') return null
    const sending = { tenant, number, noticeId, channel, from }
    return { key: reference.slice(0, KEY_CHARACTERS), sending }
  } catch {
    return null
  }
}

/** Tenant and notice are marks, to be compared with candidates. */
export interface NamedByToken {
  readonly unitMark: string
  /** Year and sequence of the complaint's number. */
  readonly series: string
  readonly sequence: number
  readonly noticeMark: string
}

type Named = Pick<Sending, 'tenant' | 'number' | 'noticeId' | 'from'>

const TAG = 16
const UNIT = 5
const NOTICE = 4
const PLAIN = UNIT + 2 + 4 + NOTICE

/** A mail server may set these characters in lower case without harm. */
const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

export const TOKEN_LENGTH = Math.ceil(((TAG + PLAIN) * 8) / 5)

export const tokenPattern = new RegExp(`(?<![a-z2-7])[a-z2-7]{${TOKEN_LENGTH}}(?![a-z2-7])`, 'gi')

/**
 * A reply token contains the case and its notice, enciphered under a tag of 128 bits (as RFC 5297 does it). Only we
 * can make or read one, and it is valid as long as the hash's key.
 * @param hash keyed by the platform, because the reader of a token does not know its tenant
 * @throws Error for a number that is not `{PREFIX}-{YYYY}-{NNNNNN}`
 */
export function replyToken(hash: Hash, { tenant, number, noticeId, from }: Named): string {
  const [, year, sequence] = /-(\d{4})-(\d+)$/.exec(number) ?? []
  if (!year || !sequence) throw new Error('A complaint number ends with year and sequence.')
  const plain = [
    ...bytesOf(unitMark(hash, tenant)),
    ...numberBytes(Number(year), 2),
    ...numberBytes(Number(sequence), 4),
    ...bytesOf(noticeMark(hash, { noticeId, from })),
  ]
  const tag = tagOf(hash, plain)
  return inBase32([...tag, ...mixBytes(hash, tag, plain)])
}

/** @returns `null` if it is no token of ours */
export function readReplyToken(hash: Hash, token: string): NamedByToken | null {
  const bytes = fromBase32(token.toLowerCase())
  if (bytes?.length !== TAG + PLAIN) return null
  const tag = bytes.slice(0, TAG)
  const plain = mixBytes(hash, tag, bytes.slice(TAG))
  if (inText(tagOf(hash, plain)) !== inText(tag)) return null
  return {
    unitMark: inText(plain.slice(0, UNIT)),
    series: String(numberOf(plain.slice(UNIT, UNIT + 2))).padStart(4, '0'),
    sequence: numberOf(plain.slice(UNIT + 2, UNIT + 6)),
    noticeMark: inText(plain.slice(UNIT + 6)),
  }
}

export const unitMark = (hash: Hash, tenant: TenantId): string =>
  inText(bytesOf(hash(`reply unit\n${tenant}`)).slice(0, UNIT))

export const noticeMark = (hash: Hash, { noticeId, from }: Pick<Named, 'noticeId' | 'from'>): string =>
  inText(bytesOf(hash(`reply notice\n${noticeId}\n${from}`)).slice(0, NOTICE))

const tagOf = (hash: Hash, plain: readonly number[]): readonly number[] =>
  bytesOf(hash(`reply tag\n${inText(plain)}`)).slice(0, TAG)

/** It is its own inverse. */
function mixBytes(hash: Hash, tag: readonly number[], bytes: readonly number[]): readonly number[] {
  const pad = bytesOf(hash(`reply pad\n${inText(tag)}`))
  return bytes.map((byte, at) => byte ^ (pad[at] ?? 0))
}

const numberBytes = (value: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, at) => Math.floor(value / 256 ** (count - 1 - at)) % 256)

const numberOf = (bytes: readonly number[]): number => bytes.reduce((value, byte) => value * 256 + byte, 0)

const bytesOf = (base64url: string): readonly number[] =>
  [...atob(base64url.replaceAll('-', '+').replaceAll('_', '/'))].map((character) => character.charCodeAt(0))

const inText = (bytes: readonly number[]): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

function inBase32(bytes: readonly number[]): string {
  let bits = bytes.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  bits = bits.padEnd(TOKEN_LENGTH * 5, '0')
  return (bits.match(/.{5}/g) ?? []).map((five) => alphabet[Number.parseInt(five, 2)]).join('')
}

function fromBase32(text: string): readonly number[] | null {
  const places = [...text].map((character) => alphabet.indexOf(character))
  if (text.length !== TOKEN_LENGTH || places.includes(-1)) return null
  const bits = places.map((place) => place.toString(2).padStart(5, '0')).join('')
  return (bits.match(/.{8}/g) ?? []).map((eight) => Number.parseInt(eight, 2))
}

/** It is longer than any case takes: an answer to an older message is a new message. */
const KNOWN_FOR = 730 * DAY

/** `id` is a keyed hash of the provider's id, which encodes the recipient's number. */
export interface SentMessage extends Kept {
  readonly sentAt: Instant
  /** `referenceOf` makes it. */
  readonly reference: string
}

export const whatsAppSentSpec: CollectionSpec<SentMessage> = {
  name: 'whatsappSent',
  keys: { sentAt: ({ sentAt }) => sentAt },
  indexes: { sent: { on: ['sentAt'], acrossTenants: true } },
}

/** Finds the case of an answer by the message that it refers to. */
export interface WhatsAppSent {
  remember(messageId: string, reference: string): Promise<void>
  /** It is `null` if the message is not ours. */
  referenceOf(messageId: string): Promise<string | null>
  sweep(): Promise<number>
}

export async function openWhatsAppSent(
  store: Store,
  hasher: () => Promise<(text: string) => string>,
  now: Clock,
): Promise<WhatsAppSent> {
  const kept = await store.collection(whatsAppSentSpec)
  const idOf = async (messageId: string) => (await hasher())(`whatsapp message ${messageId}`)

  return {
    async remember(messageId, reference) {
      const id = await idOf(messageId)
      await kept.insert({ tenant: PLATFORM, id, sentAt: now(), reference }).catch((error: unknown) => {
        // The answer and a report both announced it.
        if (!(error instanceof UniqueViolation)) throw error
      })
    },
    referenceOf: async (messageId) => (await kept.get(PLATFORM, await idOf(messageId)))?.reference ?? null,
    sweep: () => kept.deleteAcrossTenants('sent', { to: plusMilliseconds(now(), -KNOWN_FOR) }, 500),
  }
}

/** Reports come late, twice and in any order; the higher weight wins. */
const weights: Readonly<Record<DeliveryReport['state'], number>> = { overdue: 0, delivered: 1, failed: 2, read: 3 }

/**
 * Applies a provider's report. A message that was not known to be sent is marked so; one that arrived is not retried;
 * one that failed goes to the next channel, unless another one has it.
 * @param deliveryDueAt until when a report of delivery is awaited
 */
export function applyReport(
  notice: Notice,
  { channel, from }: Pick<Sending, 'channel' | 'from'>,
  report: Omit<ProviderReport, 'reference'>,
  deliveryDueAt: Instant,
  at: Instant,
): Notice {
  const isIts = (attempt: NoticeAttempt, index: number) =>
    index >= from && attempt.channel === channel && attempt.outcome === 'accepted'
  const index = notice.attempts.findIndex(isIts)
  if (index < 0) {
    // A report on an earlier round does not concern this one.
    if (from !== (notice.from ?? 0)) return notice
    return applyReport(markSent(notice, channel, deliveryDueAt, at), { channel, from }, report, deliveryDueAt, at)
  }
  const { state, reason, answer } = report
  if (state === 'accepted') return notice
  const before = notice.attempts[index]?.report
  if (before && weights[before.state] >= weights[state]) return notice
  const attempts = notice.attempts.map((attempt, i) =>
    i === index ? { ...attempt, report: { at, state, reason, answer } } : attempt,
  )
  const reported: Notice = { ...notice, attempts }
  if (state === 'failed') return restartAfterFailure(reported, at)
  return { ...reported, state: notice.state === 'read' ? 'read' : state, nextTryAt: null }
}

function markSent(notice: Notice, channel: Sending['channel'], deliveryDueAt: Instant, at: Instant): Notice {
  const attempt: NoticeAttempt = { at, channel, outcome: 'accepted', reason: null, answer: '' }
  const sent: Notice = { ...notice, attempts: [...notice.attempts, attempt] }
  const isOnItsWay = notice.state === 'sent' || notice.state === 'delivered' || notice.state === 'read'
  return isOnItsWay ? sent : { ...sent, channel, state: 'sent', nextTryAt: deliveryDueAt }
}

function restartAfterFailure(notice: Notice, at: Instant): Notice {
  if (notice.state !== 'sent' && notice.state !== 'delivered') return notice
  const isElsewhere = notice.attempts
    .slice(notice.from ?? 0)
    .some(({ outcome, report }) => outcome === 'accepted' && report?.state !== 'failed' && report?.state !== 'overdue')
  return isElsewhere ? notice : { ...notice, state: 'pending', lane: null, nextTryAt: at }
}
