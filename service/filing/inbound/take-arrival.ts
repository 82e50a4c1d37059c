import {
  type NamedByToken,
  readReference,
  readReplyToken,
  sendingKey,
  tokenPattern,
  unitMark,
} from '../../case/notices/message-reference.ts'
import { HELD_FOR } from '../../keeping/evidence/held-evidence.ts'
import type { Announcement } from '../../offices/channels/provider-news.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import type { FileRefusal } from '../../offices/vocabulary.ts'
import { DAY, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { PLATFORM, type TenantId } from '../../storage/place.ts'
import { ownKeyIn, withOwnKey } from '../../storage/vault.ts'
import { type Arrival, type ArrivedFile, dropContent, type RefusedFile } from '../arrivals/arrivals.ts'
import { type FilingOffice, receiveEvidence, safeFileName } from '../evidence/evidence.ts'
import type { InboundOffice } from './inbound-office.ts'

type Hash = (text: string) => string

interface Addressed {
  readonly recipients: readonly string[]
  readonly refersTo: string
}

export function tokenIn(hash: Hash, { recipients, refersTo }: Addressed): NamedByToken | null {
  for (const [token] of [...recipients, refersTo].join(' ').matchAll(tokenPattern)) {
    const read = readReplyToken(hash, token)
    if (read) return read
  }
  return null
}

/**
 * Finds the tenant of a mail: that of the notice that it answers, the one named behind the `+` of the address, the
 * one whose own address it was sent to, else the operator's choice or the only one. `null` means that it could be
 * anybody's.
 */
export async function unitOfMail(ports: InboundOffice, mail: Addressed): Promise<TenantId | null> {
  const { tenants, platformHasher, inboundAddress } = ports
  const [units, hash] = await Promise.all([tenants.list(), platformHasher()])
  const named = tokenIn(hash, mail)
  const answered = named && units.find(({ id }) => unitMark(hash, id) === named.unitMark)
  if (answered) return answered.id

  const [name = '', domain = ''] = inboundAddress?.split('@') ?? []
  const addressed = units.find(({ id }) => mail.recipients.includes(`${name}+${id}@${domain}`))
  if (addressed) return addressed.id
  const own = units.filter(({ settings }) => {
    const address = settings.contact.email?.toLowerCase()
    return address !== undefined && mail.recipients.includes(address)
  })
  return own.length === 1 && own[0] ? own[0].id : unitOtherwise(ports)
}

export async function unitOtherwise({ tenants, inboundUnit }: InboundOffice): Promise<TenantId | null> {
  const units = await tenants.list()
  const chosen = inboundUnit ? units.find(({ id }) => id === inboundUnit) : units.length === 1 ? units[0] : undefined
  return chosen ? chosen.id : null
}

/** A draft's files wait for its officer, however long that takes. */
export const HELD_FOR_A_DRAFT = 3_650 * DAY

/** Smaller pictures in the text are logos and tracking pixels, not evidence. */
const LEAST_IN_TEXT = 10 * 1024

const encryptedTypes = /^application\/(x-)?(pkcs7-mime|pgp-encrypted|pgp)$|^multipart\/encrypted$/

export interface IncomingFile {
  readonly name: string
  readonly type: string
  readonly isInText: boolean
  readonly bytes: AsyncIterable<Uint8Array>
}

/**
 * Moves files of a message into the tenant's held evidence, each under an id that is the same at every try. Refused
 * files are listed with a reason.
 */
export function fileTaker(ports: FilingOffice, tenant: Tenant, arrivalId: string) {
  const files: ArrivedFile[] = []
  const refused: RefusedFile[] = []
  let place = 0

  async function take({ name: sent, type, isInText, bytes }: IncomingFile): Promise<void> {
    const id = `${arrivalId}-${++place}`
    const name = safeFileName(sent)
    const refuse = (why: FileRefusal) => void refused.push({ name, why })
    if (encryptedTypes.test(type)) return refuse('encrypted')
    if (files.length >= tenant.settings.evidence.maxFiles) return refuse('too_many')
    const known = await ports.heldEvidence.get(tenant.id, id)
    if (known) return void files.push({ id, name, size: known.size, type: known.type })
    const content = isInText ? await withoutSmall(bytes) : bytes
    if (!content) return
    try {
      const received = await receiveEvidence({ ...ports, newId: () => id }, tenant, { name }, content)
      files.push({ id, name, size: received.size, type: received.type })
    } catch (cause) {
      const why = cause instanceof Refusal ? reasons[cause.code] : undefined
      if (!why) throw cause
      refuse(why)
    }
  }

  return {
    take,
    refuse: (name: string, why: FileRefusal) => void refused.push({ name, why }),
    taken: { files, refused },
  }
}

const reasons: Readonly<Record<string, FileRefusal>> = {
  'evidence/too-large': 'too_large',
  'evidence/type-not-allowed': 'type_not_allowed',
  'evidence/active-parts': 'type_not_allowed',
  'evidence/empty': 'empty',
}

async function withoutSmall(bytes: AsyncIterable<Uint8Array>): Promise<AsyncIterable<Uint8Array> | null> {
  const rest = bytes[Symbol.asyncIterator]()
  const first: Uint8Array[] = []
  let size = 0
  while (size < LEAST_IN_TEXT) {
    const piece = await rest.next()
    if (piece.done) return null
    first.push(piece.value)
    size += piece.value.length
  }
  return (async function* () {
    yield* first
    for (;;) {
      const piece = await rest.next()
      if (piece.done) return
      yield piece.value
    }
  })()
}

/** Extends the time; 0 gives the ordinary time of an upload. */
export async function holdFiles(
  { heldEvidence, now }: FilingOffice,
  tenant: TenantId,
  files: readonly ArrivedFile[],
  forMilliseconds: number,
): Promise<void> {
  const heldUntil = plusMilliseconds(now(), Math.max(forMilliseconds, HELD_FOR))
  for (const { id } of files) {
    for (;;) {
      const held = await heldEvidence.get(tenant, id)
      if (!held || (await heldEvidence.replace({ ...held, heldUntil, expiresAt: heldUntil }))) break
    }
  }
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
  ports: InboundOffice,
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
  { messageCounts }: InboundOffice,
  { channel, from }: Announcement,
): Promise<'message' | 'answer' | 'none'> {
  if (channel === 'email' || from === null) return 'message'
  const today = await messageCounts.today()
  if (await today.countUpTo(['messages taken', channel, from], MOST_A_DAY[channel])) return 'message'
  return (await today.countUpTo(['the day is full', channel, from], 1)) ? 'answer' : 'none'
}

/** Nothing stays of it but that it came, so that a repeat is recognised. */
export async function markKnown(
  { arrivals, vault, evidenceStore, now }: InboundOffice,
  arrival: Arrival,
): Promise<void> {
  const key = await withOwnKey('arrivals', vault).newKey(arrival.tenant, arrival.id)
  await arrivals.replace(dropContent({ ...arrival, rawId: null }, 'on_case', key, now()))
  if (arrival.rawId) await evidenceStore.remove(arrival.rawId)
}

/** A crash in between moves it again, and it exists only once. */
export async function moveToUnit(ports: InboundOffice, arrival: Arrival, tenant: TenantId): Promise<void> {
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
  { vault, evidenceStore, sealer }: InboundOffice,
  arrival: Pick<Arrival, 'tenant' | 'id' | 'key' | 'rawId'>,
): Promise<AsyncIterable<Uint8Array>> {
  const { rawId } = arrival
  if (rawId === null) throw new Error('This message has no file of its own.')
  return sealer.open(await vault.rawKey(ownKeyIn('arrivals')(arrival)), evidenceStore.read(rawId))
}

async function sealedUnder(
  { vault, evidenceStore, sealer, newId }: InboundOffice,
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
  ports: InboundOffice,
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
