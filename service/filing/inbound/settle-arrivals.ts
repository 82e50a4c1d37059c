import { membersOf, tellPerson } from '../../offices/inbox/telling.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { HOUR, MINUTE, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import { withOwnKey } from '../../storage/vault.ts'
import { type Arrival, dropContent, ignoreArrival, KEPT_FOR, makeDraft, scheduleRetry } from '../arrivals/arrivals.ts'
import { isKeptFrom } from './arrival-drafts.ts'
import { putOnCase, takesMessages } from './case-replies.ts'
import { marksAgainst, routeChat } from './chat-routes.ts'
import type { InboundOffice } from './inbound-office.ts'
import { readArrival, type WasRead } from './incoming-mail.ts'
import { acknowledge, askWhichUnit, recordBounce } from './senders.ts'
import {
  HELD_FOR_A_DRAFT,
  holdFiles,
  markKnown,
  moveToUnit,
  NO_UNIT,
  unitOfMail,
  unitOtherwise,
} from './take-arrival.ts'

/** Officers who take complaints in get an alert without content; those whom the message names do not. */
export async function tellOfficers(ports: InboundOffice, draft: Arrival): Promise<void> {
  const { id, tenant, arrivedAt } = draft
  const officers = (await membersOf(ports, tenant)).filter(
    (member) => member.permissions.has('cases.enter') && !isKeptFrom(member, draft),
  )
  for (const { id: person } of withoutHeads(officers)) {
    await tellPerson(ports, tenant, person, [{ id, kind: 'message_arrived', number: null, at: arrivedAt }])
  }
}

/** A head may take complaints in too, but is alerted only if nobody else can. */
function withoutHeads(officers: readonly StaffMember[]): readonly StaffMember[] {
  const others = officers.filter(({ permissions }) => !permissions.has('cases.approve'))
  return others.length > 0 ? others : officers
}

/** It is longer than reading any mail takes. */
const LEASE = 10 * MINUTE
/** More messages of an hour from one sender are held back. */
const MOST_AN_HOUR = 30
const LOOKS_FOR_A_UNIT_EVERY = 5 * SECOND

/** It stops when nothing is due or `signal` is aborted. */
export async function settleArrivals(ports: InboundOffice, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    const arrival = await ports.arrivals.claimDue(ports.now(), plusMilliseconds(ports.now(), LEASE))
    if (!arrival) return
    await settle(ports, arrival).catch((cause: unknown) => postpone(ports, arrival, cause))
  }
}

/** An unreadable message is retried, and in the end left to an officer as it is, so that no fault loses one. */
async function postpone(ports: InboundOffice, arrival: Arrival, cause: unknown): Promise<void> {
  ports.log.error('inbound', cause)
  const later = scheduleRetry(arrival, ports.now())
  if (later) return void (await ports.arrivals.replace(later))
  const refused = [...arrival.content.refused, { name: '', why: 'not_fetched' as const }]
  if (arrival.tenant === NO_UNIT) return giveUp(ports, arrival)
  await toOfficer(ports, { ...arrival, content: { ...arrival.content, refused } }, null)
}

async function settle(ports: InboundOffice, arrival: Arrival): Promise<void> {
  if (arrival.tenant === NO_UNIT) return findUnit(ports, arrival)
  const read = await readArrival(ports, arrival)
  const { machine, answered, couldBe } = read
  if (machine === 'bounce') await recordBounce(ports, read)
  if (machine) return keepAside(ports, read.arrival, machine)
  const whyNot = await whyNobodyLooks(ports, read)
  if (whyNot) return keepAside(ports, read.arrival, whyNot)
  if (!answered || !takesMessages(answered, ports.now())) return toOfficer(ports, read.arrival, couldBe)
  try {
    await putOnCase(ports, read.arrival, answered.id)
  } catch (cause) {
    // The case ended meanwhile.
    if (cause instanceof Refusal) return toOfficer(ports, read.arrival, [])
    throw cause
  }
  const { tenant } = arrival
  const key = await withOwnKey('arrivals', ports.vault).newKey(tenant, read.arrival.id)
  const settled = dropContent(read.arrival, 'on_case', key, ports.now())
  await ports.arrivals.replace(settled)
  await forgetRaw(ports, read.arrival)
}

/** A message that names no unit is routed or answered. Only where no mail can leave, it waits for the operator. */
async function findUnit(ports: InboundOffice, arrival: Arrival): Promise<void> {
  if (arrival.channel !== 'email') return routeChat(ports, arrival, arrival.channel)
  const tenant = await unitOfMail(ports, arrival.content)
  if (tenant) return moveToUnit(ports, arrival, tenant)
  if (ports.carriers.some(({ channel, keepsHere }) => channel === 'email' && !keepsHere))
    return askWhichUnit(ports, arrival)
  if (arrival.tries === 0) ports.log.warn('message without a unit; set INBOUND_UNIT', { channel: arrival.channel })
  const nextTryAt = plusMilliseconds(ports.now(), LOOKS_FOR_A_UNIT_EVERY)
  await ports.arrivals.replace({ ...arrival, tries: 1, nextTryAt })
}

/** Nobody can be asked for days, so an officer reads the message if one unit is meant for such. */
async function giveUp(ports: InboundOffice, arrival: Arrival): Promise<void> {
  const unit = await unitOtherwise(ports)
  if (unit) return moveToUnit(ports, arrival, unit)
  ports.log.warn('message without a unit; its sender could not be asked', { channel: arrival.channel })
  await markKnown(ports, arrival)
}

async function whyNobodyLooks(ports: InboundOffice, { arrival }: WasRead) {
  const { tenant, id, content, senderMark, messageMark } = arrival
  if (content.text === '' && content.files.length === 0 && content.refused.length === 0) return 'empty'
  if (messageMark !== null) {
    const alike = await ports.arrivals.alike(tenant, messageMark)
    if (alike.some((other) => other !== id)) return 'duplicate'
  }
  if (senderMark === null) return null
  const since = plusMilliseconds(arrival.arrivedAt, -HOUR)
  const count = await ports.arrivals.countFrom(tenant, senderMark, since, MOST_AN_HOUR + 1)
  return count > MOST_AN_HOUR ? 'too_many' : null
}

async function keepAside(
  ports: InboundOffice,
  arrival: Arrival,
  why: Parameters<typeof ignoreArrival>[1],
): Promise<void> {
  await holdFiles(ports, arrival.tenant, arrival.content.files, KEPT_FOR)
  await ports.arrivals.replace(ignoreArrival(arrival, why, ports.now()))
  await forgetRaw(ports, arrival)
}

/**
 * @param couldBe numbers of a proven sender's cases, of which they are asked; with `null` the message could not be read,
 * and its sender gets no acknowledgement
 */
async function toOfficer(ports: InboundOffice, arrival: Arrival, couldBe: readonly string[] | null): Promise<void> {
  const { tenant } = arrival
  await holdFiles(ports, tenant, arrival.content.files, HELD_FOR_A_DRAFT)
  const marks = await marksAgainst(ports.staff, tenant, arrival.content)
  const draft = await ports.arrivals.replace(makeDraft(arrival, marks))
  await forgetRaw(ports, arrival)
  // A failed alert or acknowledgement does not affect the stored message.
  await tellOfficers(ports, draft).catch((cause: unknown) => ports.log.error('inbound', cause))
  if (couldBe) await acknowledge(ports, draft, couldBe).catch((cause: unknown) => ports.log.error('inbound', cause))
}

/** Its text is on the message or the case now, and its files are evidence. */
async function forgetRaw({ evidenceStore }: InboundOffice, { rawId }: Arrival): Promise<void> {
  if (rawId) await evidenceStore.remove(rawId)
}

export async function forgetArrivals(ports: InboundOffice): Promise<number> {
  const past = await ports.arrivals.past(ports.now(), 100)
  for (const { tenant, id, content, rawId } of past) {
    for (const file of content.files) {
      await ports.evidenceStore.remove(file.id)
      await ports.heldEvidence.delete(tenant, file.id)
    }
    if (rawId) await ports.evidenceStore.remove(rawId)
    await ports.arrivals.remove(tenant, id)
  }
  return past.length
}
