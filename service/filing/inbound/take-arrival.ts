import type { EvidenceStore, StreamSealer } from '../../case/evidence/evidence-store.ts'
import { readReference, sendingKey } from '../../case/notices/message-reference.ts'
import type { WhatsAppSent } from '../../case/notices/whatsapp-sent.ts'
import type { ComplaintStore } from '../../case/store/complaint-store.ts'
import type { Announcement } from '../../offices/channels/announcement.ts'
import type { Clock } from '../../shared/instant.ts'
import { ownKeyIn, withOwnKey } from '../../storage/own-key.ts'
import { PLATFORM, type TenantId } from '../../storage/tenant-id.ts'
import type { Vault } from '../../storage/vault.ts'
import type { Arrival } from '../arrivals/arrival.ts'
import type { ArrivalStore } from '../arrivals/arrival-store.ts'
import { type UnitPorts, unitOfMail, unitOtherwise } from './find-unit.ts'
import { takesMessages } from './put-on-case.ts'

export interface TakePorts extends UnitPorts {
  readonly arrivals: ArrivalStore
  readonly complaints: Pick<ComplaintStore, 'withPhone'>
  readonly whatsAppSent: Pick<WhatsAppSent, 'referenceOf'>
  readonly noticeHasher: (tenant: TenantId) => Promise<(text: string) => string>
  readonly vault: Vault
  readonly evidenceStore: EvidenceStore
  readonly sealer: StreamSealer
  readonly now: Clock
  readonly newId: () => string
}

/** A message without a known tenant waits under this name: sealed, and readable by nobody. */
export const NO_UNIT = PLATFORM

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
    content: { ...announced, quoted: '', files: [], refused: [], answers, mentions: null, discardedBecause: null },
  })
  const added = await ports.arrivals.add(arrival)
  // Another process was faster: its file stays, and this one goes.
  if (!added && arrival.rawId) await ports.evidenceStore.remove(arrival.rawId)
  return added
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
  await ports.arrivals.remove(arrival.tenant, arrival.id)
  if (rawId) await ports.evidenceStore.remove(rawId)
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
  { channel, recipients, refersTo, from }: Announcement,
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
  const known = from && (await onlyCaseOf(ports, from))
  return known || { tenant: (await unitOtherwise(ports)) ?? NO_UNIT, answers: null }
}

const CASES_LOOKED_AT = 20

/** The one open case whose reporter confirmed this number with a code; `null` if there is none, or more than one. */
async function onlyCaseOf({ tenants, complaints, now }: TakePorts, phone: string) {
  const found: { readonly tenant: TenantId; readonly answers: string }[] = []
  for (const { id } of await tenants.list()) {
    const tenant = id
    const cases = await complaints.withPhone(tenant, phone, CASES_LOOKED_AT)
    found.push(...cases.filter((one) => takesMessages(one, now())).map((one) => ({ tenant, answers: one.id })))
  }
  return found.length === 1 && found[0] ? found[0] : null
}
