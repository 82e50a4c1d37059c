import type { EvidenceStore, StreamSealer } from '../../case/evidence.ts'
import type { MessageCounts } from '../../case/notices/message-counts.ts'
import { readReference, sendingKey, type WhatsAppSent } from '../../case/notices/message-reference.ts'
import type { Announcement } from '../../offices/channels/provider-news.ts'
import type { Clock } from '../../shared/instant.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { ownKeyIn, type Vault, withOwnKey } from '../../storage/vault.ts'
import { type Arrival, dropContent } from '../arrivals/arrival.ts'
import type { ArrivalStore } from '../arrivals/arrival-store.ts'
import { type UnitPorts, unitOfMail } from './find-unit.ts'

export interface TakePorts extends UnitPorts {
  readonly arrivals: ArrivalStore
  readonly whatsAppSent: Pick<WhatsAppSent, 'referenceOf'>
  readonly messageCounts: MessageCounts
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  readonly vault: Vault
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
  readonly now: Clock
  readonly newId: () => string
}

/** A message whose tenant is not known yet waits under this name, sealed, until it is routed or answered. */
export const NO_UNIT = PLATFORM

/** More messages of a day from one number are not taken; somebody who sends thirty photos stays below it. */
export const MOST_A_DAY = { whatsapp: 100, sms: 30 } as const

/** A longer mail is cut: its text comes first, and the rest is files that no tenant takes. */
export const MOST_MAIL_BYTES = 48 * 1024 * 1024

/**
 * Stores a message, sealed, before its provider gets an answer. A repeat changes nothing.
 * @param raw the whole mail, if the provider sent it; it is not read if the message is known
 * @returns false if it came before
 */
export async function takeArrival(
  ports: TakePorts,
  announced: Announcement,
  raw: (() => AsyncIterable<Uint8Array>) | null,
): Promise<boolean> {
  const { tenant, answers } = await whereItGoes(ports, announced)
  const hash = await ports.platformHasher()
  const id = hash(`arrival\n${announced.channel}\n${announced.providerId}`)
  if (await ports.arrivals.isKnown(tenant, id)) return false
  if (tenant !== NO_UNIT && (await ports.arrivals.isKnown(NO_UNIT, id))) return false
  const room = await roomFor(ports, announced)
  if (room === 'none') return false
  const arrival = await sealedUnder(ports, tenant, raw, {
    id,
    channel: announced.channel,
    arrivedAt: ports.now(),
    state: 'waiting',
    ignoredFor: null,
    nextTryAt: ports.now(),
    tries: 0,
    senderMark: null,
    messageMark: null,
    marks: [],
    acknowledgedAt: null,
    forgetAt: null,
    content: {
      ...announced,
      ...(room === 'answer' && { text: '', media: [], isOverLimit: true }),
      ...{ quoted: '', files: [], refused: [], answers, mentions: null, discardedBecause: null },
    },
  })
  const added = await ports.arrivals.add(arrival)
  // Another process was faster: its file stays, and this one goes.
  if (!added && arrival.rawId) await ports.evidenceStore.remove(arrival.rawId)
  return added
}

/** `answer`: the sender reads once that the day is full. */
async function roomFor(
  { messageCounts }: TakePorts,
  { channel, from }: Announcement,
): Promise<'message' | 'answer' | 'none'> {
  if (channel === 'email' || from === null) return 'message'
  const today = await messageCounts.today()
  if (await today.countUpTo(['messages taken', channel, from], MOST_A_DAY[channel])) return 'message'
  return (await today.countUpTo(['the day is full', channel, from], 1)) ? 'answer' : 'none'
}

/** Nothing stays of it but that it came, so that a repeat is recognised. */
export async function markKnown(
  { arrivals, vault, evidenceStore, now }: Pick<TakePorts, 'arrivals' | 'vault' | 'evidenceStore' | 'now'>,
  arrival: Arrival,
): Promise<void> {
  const key = await withOwnKey('arrivals', vault).newKey(arrival.tenant, arrival.id)
  await arrivals.replace(dropContent({ ...arrival, rawId: null }, 'on_case', key, now()))
  if (arrival.rawId) await evidenceStore.remove(arrival.rawId)
}

/** A crash in between moves it again, and it exists only once. */
export async function moveToUnit(ports: TakePorts, arrival: Arrival, tenant: TenantId): Promise<void> {
  const { rawId } = arrival
  const opened = rawId ? await openRaw(ports, arrival) : null
  const moved = await sealedUnder(ports, tenant, opened && (() => opened), {
    ...arrival,
    nextTryAt: ports.now(),
    tries: 0,
  })
  const added = await ports.arrivals.add(moved)
  if (!added && moved.rawId) await ports.evidenceStore.remove(moved.rawId)
  await markKnown(ports, arrival)
}

export async function openRaw(
  { vault, evidenceStore, sealer }: Pick<TakePorts, 'vault' | 'evidenceStore' | 'sealer'>,
  arrival: Pick<Arrival, 'tenant' | 'id' | 'key' | 'rawId'>,
): Promise<AsyncIterable<Uint8Array>> {
  const { rawId } = arrival
  if (rawId === null) throw new Error('This message has no file of its own.')
  return sealer.open(await vault.rawKey(ownKeyIn('arrivals')(arrival)), evidenceStore.read(rawId))
}

async function sealedUnder(
  { vault, evidenceStore, sealer, newId }: TakePorts,
  tenant: TenantId,
  raw: (() => AsyncIterable<Uint8Array>) | null,
  message: Omit<Arrival, 'tenant' | 'version' | 'key' | 'rawId'>,
): Promise<Omit<Arrival, 'version'>> {
  const { keyOf, newKey } = withOwnKey('arrivals', vault)
  const key = keyOf({ ...message, tenant, key: await newKey(tenant, message.id) })
  const rawId = raw && newId()
  if (rawId) await evidenceStore.write(rawId, sealer.seal(await vault.rawKey(key), takeBeginning(raw())))
  return { ...message, tenant, rawId, key: await vault.rewrap(key) }
}

export async function* takeBeginning(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  let left = MOST_MAIL_BYTES
  for await (const piece of bytes) {
    yield piece.length > left ? piece.subarray(0, left) : piece
    left -= piece.length
    if (left <= 0) return
  }
}

async function whereItGoes(
  ports: TakePorts,
  { channel, recipients, refersTo }: Announcement,
): Promise<{ readonly tenant: TenantId; readonly answers: string | null }> {
  if (channel === 'email') {
    return { tenant: (await unitOfMail(ports, { recipients, refersTo })) ?? NO_UNIT, answers: null }
  }
  const reference = refersTo && (await ports.whatsAppSent.referenceOf(refersTo))
  const read = reference ? readReference(reference) : null
  const named = read && (await ports.tenants.find(read.sending.tenant))
  if (named && sendingKey(await ports.noticeHasher(named.id), read.sending) === read.key) {
    return { tenant: named.id, answers: read.sending.number }
  }
  return { tenant: NO_UNIT, answers: null }
}
