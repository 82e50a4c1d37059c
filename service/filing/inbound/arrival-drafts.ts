import { changeByNumber, pageWithoutHoles } from '../../case/access/case-access.ts'
import { actorOf, leaksIn, recordNamingRefusal } from '../../case/access/case-actions.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { COPY_TYPE, type FileGiven, hasViewingCopy, unsealFile } from '../../keeping/evidence/opened-evidence.ts'
import { ownerOf } from '../../keeping/unsent/unsent.ts'
import { SEND_WITHIN } from '../../offices/channels/notice-channel.ts'
import type { ArrivalState } from '../../offices/notice-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import type { Tenant } from '../../offices/tenants/tenant.ts'
import { isOneOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Page } from '../../storage/collection.ts'
import { withOwnKey } from '../../storage/vault.ts'
import {
  type Arrival,
  discardArrival,
  dropContent,
  KEPT_FOR,
  refuseUnlessIn,
  resumeArrival,
  unknownArrival,
} from '../arrivals/arrivals.ts'
import { enterComplaint } from '../enter-complaint.ts'
import type { Receiving } from '../new-complaint.ts'
import type { GivenIdentity } from '../reporter-identity.ts'
import { filingKeyHash, type GivenComplaint, type Received } from '../submit-complaint.ts'
import { putOnCase } from './case-replies.ts'
import type { InboundOffice } from './inbound-office.ts'
import { inboundTexts } from './inbound-texts.ts'
import { HELD_FOR_A_DRAFT, holdFiles } from './take-arrival.ts'

/** What an officer can list: messages that wait, those the service ignored, those an officer discarded. */
export const shownStates = ['draft', 'ignored', 'discarded'] as const satisfies readonly ArrivalState[]
export type ShownState = (typeof shownStates)[number]

/** The message names this person, or somebody above them, so it does not exist for them. */
export const isKeptFrom = ({ guardMarks }: StaffMember, { marks }: Arrival): boolean =>
  marks.some((mark) => guardMarks.has(mark))

export async function listArrivals(
  { arrivals, record }: InboundOffice,
  staff: StaffMember,
  state: ShownState,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Arrival>> {
  requirePermission(staff, 'cases.enter')
  await record(staff.tenant, { by: staff.id, act: 'inbound.listed', subject: null, detail: state })
  const ask = (page: { readonly limit: number; readonly after?: string }) => arrivals.list(staff.tenant, state, page)
  return pageWithoutHoles(paging, ask, (arrival) => !isKeptFrom(staff, arrival))
}

export async function countDrafts({ arrivals }: InboundOffice, staff: StaffMember, most: number): Promise<number> {
  const ask = (page: { readonly limit: number; readonly after?: string }) => arrivals.list(staff.tenant, 'draft', page)
  const { items } = await pageWithoutHoles({ limit: most }, ask, (arrival) => !isKeptFrom(staff, arrival))
  return items.length
}

/** A message that is on a case is read there. */
export async function arrivalFor({ arrivals }: InboundOffice, staff: StaffMember, id: string): Promise<Arrival> {
  requirePermission(staff, 'cases.enter')
  const arrival = await arrivals.get(staff.tenant, id)
  const isShown = isOneOf(shownStates, arrival.state)
  if (!isShown || isKeptFrom(staff, arrival)) throw unknownArrival()
  return arrival
}

/** Reading is logged first. */
export async function openArrival(ports: InboundOffice, staff: StaffMember, id: string): Promise<Arrival> {
  const arrival = await arrivalFor(ports, staff, id)
  await ports.record(staff.tenant, { by: staff.id, act: 'inbound.read', subject: id, detail: null })
  return arrival
}

/**
 * Shows a picture of a message, rendered. Other files are given out only on a case, where they are scanned and each
 * access is logged.
 */
export async function viewArrivedFile(
  ports: InboundOffice,
  staff: StaffMember,
  { id, file }: { readonly id: string; readonly file: string },
): Promise<FileGiven> {
  const { copyPicture, heldEvidence } = ports
  const arrival = await openArrival(ports, staff, id)
  const named = arrival.content.files.find((one) => one.id === file)
  const held = named && (await heldEvidence.get(arrival.tenant, file))
  const unknown = new Refusal('not-found', 'evidence/unknown')
  if (!named || !held || !hasViewingCopy(held)) throw unknown
  const original = await unsealFile(ports, arrival.tenant, held)
  const copy = await copyPicture(original, null)
  if (!copy) throw unknown
  return { name: named.name, type: COPY_TYPE, size: copy.length, bytes: copy }
}

/**
 * Sends number and tracking code to the sender, who has no other way to get them. Nothing is sent where the office's
 * staff would read it, because the code opens the case.
 * @returns whether the provider accepted it; if false, the officer must tell it otherwise
 */
export async function sendReceiptBack(
  { carriers, noticeHasher, publicUrl, log }: InboundOffice,
  { id, tenant, channel, content }: Pick<Arrival, 'id' | 'tenant' | 'channel' | 'content'>,
  { complaint, trackingCode }: { readonly complaint: Pick<Complaint, 'id'>; readonly trackingCode: string },
  { settings }: Pick<Tenant, 'settings'>,
): Promise<boolean> {
  const carrier = carriers.find((one) => one.channel === channel)
  if (!carrier || carrier.keepsHere || !content.from) return false
  const followUrl = `${publicUrl}/t/${tenant}/follow`
  const values = {
    office: settings.name,
    officeShort: settings.shortName,
    number: complaint.id,
    trackingCode,
    followUrl,
  }
  const { subject, text, short } = inboundTexts.receiptBack
  const hash = await noticeHasher(tenant)
  const answer = await carrier
    .send({
      tenant,
      to: channel === 'email' ? content.from : `+${content.from}`,
      ...(channel === 'email'
        ? { subject: subject(values), text: text(values) }
        : { subject: '', text: short(values) }),
      idempotencyKey: hash(`receipt\n${id}`),
      signal: AbortSignal.timeout(SEND_WITHIN),
    })
    .catch((cause: unknown) => {
      log.error('inbound', cause)
      return null
    })
  return answer?.outcome === 'accepted'
}

/** The officer says why the message belongs to the case, which its staff read. */
export async function attachToCase(
  ports: InboundOffice,
  staff: StaffMember,
  { id, number, because }: { readonly id: string; readonly number: string; readonly because: string },
): Promise<Complaint> {
  const draft = await arrivalFor(ports, staff, id)
  refuseUnlessIn(draft, ['draft'])
  const attached = await putOnCase(
    ports,
    draft,
    number,
    (_, caseNumber, decide) =>
      changeByNumber(ports, staff, ['cases.enter'], caseNumber, async (complaint) => {
        const found = await leaksIn(ports.vault, complaint, [because])
        if (found.length > 0) throw await recordNamingRefusal(ports, staff, caseNumber, found)
        return decide(complaint)
      }),
    (complaint) => withLine(complaint, staff, because, ports.now()),
  )
  await settleArrival(ports, staff, draft, 'attached', number)
  return attached
}

function withLine(complaint: Complaint, staff: StaffMember, text: string, at: Arrival['arrivedAt']): Complaint {
  const line = { at, event: 'message_attached', by: actorOf(staff), text, public: false } as const
  return { ...complaint, dossier: { ...complaint.dossier, history: [...complaint.dossier.history, line] } }
}

/** Removes the content, which is elsewhere now. @returns false if somebody else settled it meanwhile */
export async function settleArrival(
  ports: InboundOffice,
  staff: StaffMember,
  draft: Arrival,
  state: 'completed' | 'attached',
  number: string,
): Promise<boolean> {
  await ports.record(staff.tenant, { by: staff.id, act: 'inbound.settled', subject: number, detail: state })
  await holdFiles(ports, draft.tenant, draft.content.files, 0)
  const key = await withOwnKey('arrivals', ports.vault).newKey(draft.tenant, draft.id)
  // What they typed to enter it ends with it.
  await ports.unsent.drop(ownerOf(staff), { number: null, kind: `message-${draft.id}` })
  let isOurs = false
  await ports.arrivals.change(draft.tenant, draft.id, (arrival) => {
    isOurs = arrival.state === 'draft'
    return isOurs ? dropContent(arrival, state, key, ports.now()) : arrival
  })
  return isOurs
}

export async function discardDraft(
  ports: InboundOffice,
  staff: StaffMember,
  { id, because }: { readonly id: string; readonly because: string },
): Promise<Arrival> {
  const { tenant } = await arrivalFor(ports, staff, id)
  await ports.record(tenant, { by: staff.id, act: 'inbound.settled', subject: id, detail: 'discarded' })
  const set = await ports.arrivals.change(tenant, id, (draft) => {
    refuseUnlessIn(draft, ['draft'])
    return discardArrival(draft, because, ports.now())
  })
  await holdFiles(ports, tenant, set.content.files, KEPT_FOR)
  return set
}

export async function takeUpArrival(ports: InboundOffice, staff: StaffMember, id: string): Promise<Arrival> {
  const { tenant, content } = await arrivalFor(ports, staff, id)
  await ports.record(tenant, { by: staff.id, act: 'inbound.settled', subject: id, detail: 'taken-up' })
  await holdFiles(ports, tenant, content.files, HELD_FOR_A_DRAFT)
  return ports.arrivals.change(tenant, id, resumeArrival)
}

export interface Completed extends Received {
  /** The sender got number and tracking code; if false, an officer must tell them. */
  readonly isSentBack: boolean
}

/**
 * Makes a complaint of a message. Its key is the message's, so that two officers at once, or a process that dies in
 * between, make only one complaint.
 * @param answersSender the reporter is reached where the message came from; the officer need not know where that is
 */
export async function completeDraft(
  ports: InboundOffice,
  staff: StaffMember,
  tenant: Tenant,
  { id, answersSender }: { readonly id: string; readonly answersSender: boolean },
  given: GivenComplaint,
  receiving: Omit<Receiving, 'receivedBy' | 'channel' | 'arrivedAt'>,
): Promise<Completed> {
  const draft = await arrivalFor(ports, staff, id)
  refuseUnlessIn(draft, ['draft'])
  const idempotencyKey = `inbound ${id}`
  const earlier = await ports.complaints.findByFilingKey(
    draft.tenant,
    await filingKeyHash(ports.vault, draft.tenant, idempotencyKey),
  )
  if (earlier) {
    await settleArrival(ports, staff, draft, 'completed', earlier.id)
    throw new Refusal('conflict', 'inbound/settled')
  }
  const reporter = answersSender ? reachedAtSender(given.reporter, draft) : given.reporter
  const sent = { idempotencyKey, body: JSON.stringify(given), isShared: true }
  const whole = { ...given, reporter }
  const { channel, arrivedAt } = draft
  const received = await enterComplaint(ports, staff, tenant, whole, { ...receiving, channel, arrivedAt }, sent)
  const isOurs = await settleArrival(ports, staff, draft, 'completed', received.complaint.id)
  const isSentBack = isOurs && answersSender && (await sendReceiptBack(ports, draft, received, tenant))
  return { ...received, isSentBack }
}

/** The channel on which somebody wrote becomes their first notice channel. */
function reachedAtSender(given: GivenIdentity | undefined, { channel, content }: Arrival): GivenIdentity | undefined {
  if (!content.from) return given
  const others = (given?.channels ?? []).filter((one) => one !== channel)
  const contact = channel === 'email' ? { email: content.from } : { phone: `+${content.from}` }
  return { ...given, ...contact, channels: [channel, ...others] }
}
