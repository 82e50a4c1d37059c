import { momentOf } from '../../case/access/case-actions.ts'
import { asItLeaves } from '../../case/access/cover-for.ts'
import { stopAll } from '../../case/case-clocks.ts'
import { applyDecision, canBecome, refuseUnlessReachable } from '../../case/complaint.ts'
import { chosenIn, concernedIn } from '../../case/concerned.ts'
import { nameForStaff } from '../../case/evidence.ts'
import { addJoinedNews } from '../../case/news.ts'
import type { Offered } from '../../case/shape/case-ties.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { writeOut } from '../../case/testimony.ts'
import { leavingOf } from '../../keeping/evidence/opened-evidence.ts'
import { localDateOf } from '../../offices/calendar/working-days.ts'
import { refusePractice } from '../../offices/practice/practice.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import type { TenantId } from '../../storage/place.ts'
import type { TransferContent, TransferOffice } from './transfers.ts'

interface OtherUnit {
  readonly id: TenantId
  readonly name: string
}

/**
 * Offers the case to another tenant. It stays here until it is taken: no clock stops, no act is closed, and the
 * reporter reads just that.
 */
export function offerCase(
  complaint: Complaint,
  chosen: Omit<Offered, 'at' | 'by'>,
  unit: OtherUnit,
  by: Actor,
  moment: Moment,
): Complaint {
  refusePractice(complaint.tenant)
  refuseUnlessReachable(complaint.status, 'forwarded')
  if (complaint.offer) throw new Refusal('conflict', 'transfer/offered-already')
  const isGood = (id: string) => complaint.evidence.some((one) => one.id === id && one.scan?.verdict !== 'infected')
  if (!chosen.evidence.every(isGood)) {
    throw refuseField('evidence/unknown', 'evidence', 'unknown')
  }
  // The promise to a confidential reporter holds for every office.
  const isReadable = complaint.identity !== null && complaint.dossier.sealedTo === null
  if (chosen.identity && !(complaint.privacy === 'named' && isReadable)) {
    throw new Refusal('conflict', 'transfer/identity-stays')
  }
  const { at } = moment
  return applyDecision(
    complaint,
    moment,
    {
      offer: { id: moment.newId(), to: unit.id, office: unit.name, state: 'offered', since: at },
      dossier: { offered: { ...chosen, at, by } },
    },
    { event: 'transfer_offered', by, text: chosen.reason, to: unit.name },
  )
}

export function recallOffer(complaint: Complaint, by: Actor, moment: Moment): Complaint {
  const { offer } = complaint
  if (!offer || offer.state === 'recalled') throw new Refusal('conflict', 'transfer/not-offered')
  return applyDecision(
    complaint,
    moment,
    { offer: { ...offer, state: 'recalled', since: moment.at } },
    { event: 'transfer_recalled', by, to: offer.office },
  )
}

/** The case ended here in a way that leaves nothing to be taken, such as an answer. */
export const offerOvertaken = ({ offer, status }: Complaint): boolean =>
  offer !== null && offer.state !== 'recalled' && !canBecome(status, 'forwarded')

/** The other tenant has its copy. */
export const confirmOffer = (complaint: Complaint, id: string): Complaint =>
  complaint.offer?.id === id && complaint.offer.state === 'offered'
    ? { ...complaint, offer: { ...complaint.offer, state: 'waiting' } }
    : complaint

/** The copy of a recalled offer is removed. */
export const clearOffer = (complaint: Complaint, id: string): Complaint =>
  complaint.offer?.id === id && complaint.offer.state === 'recalled'
    ? { ...complaint, offer: null, dossier: { ...complaint.dossier, offered: null } }
    : complaint

/** The clocks here ran on meanwhile. */
export function returnOffer(
  complaint: Complaint,
  id: string,
  { reason, by, at }: { readonly reason: string; readonly by: Actor; readonly at: Instant },
  moment: Moment,
): Complaint {
  const { offer } = complaint
  if (offer?.id !== id) return complaint
  return applyDecision(
    complaint,
    { ...moment, at },
    { offer: null, dossier: { offered: null } },
    { event: 'transfer_returned', by, text: reason, to: offer.office },
  )
}

/**
 * From this write on the case belongs to the other tenant. A repeat changes nothing, nor does one that comes after a
 * recall or an end here.
 */
export function moveToReceiver(complaint: Complaint, id: string, at: Instant, moment: Moment): Complaint {
  const { offer, dossier } = complaint
  if (offer?.id !== id || offer.state === 'recalled' || !dossier.offered) return complaint
  if (!canBecome(complaint.status, 'forwarded')) return complaint
  const to = { name: offer.office, address: null }
  const sentOn = localDateOf(at, moment.calendar)
  const { reason } = dossier.offered
  const moved: Complaint = {
    ...complaint,
    status: 'forwarded',
    revision: complaint.revision + 1,
    clocks: stopAll(complaint.clocks, at),
    offer: null,
    movedTo: { tenant: offer.to, number: null, offer: id },
    dossier: { ...dossier, forwarded: { at, to, sentOn, reason, reference: null } },
  }
  // Cases that were joined to it go on alone.
  return addJoinedNews(complaint, moved, { event: 'forwarded', by: { kind: 'system' } }, { ...moment, at })
}

/** The reporter learns the number there, and what of their identity went along, and why. */
export function noteNumberThere(
  complaint: Complaint,
  number: string,
  { by, at }: { readonly by: Actor; readonly at: Instant },
  moment: Moment,
): Complaint {
  const { movedTo, dossier } = complaint
  const { forwarded, offered, identityOpenings } = dossier
  if (!movedTo || movedTo.number !== null || !forwarded) return complaint
  const { to, reason } = forwarded
  const opening = offered?.identity && {
    at,
    by: offered.by,
    ground: offered.identity.ground === 'legal_duty' ? ('legal_duty' as const) : ('other' as const),
    reason: `${to.name}: ${offered.identity.because}`,
  }
  return applyDecision(
    complaint,
    { ...moment, at },
    {
      movedTo: { ...movedTo, number },
      dossier: {
        forwarded: { ...forwarded, reference: { at, text: number } },
        identityOpenings: opening ? [...identityOpenings, opening] : identityOpenings,
      },
    },
    { event: 'forwarded', by, text: reason, to: to.name, notice: 'forwarded' },
  )
}

const AT_ONCE = 50

/**
 * Delivers offers to their tenants, and removes those that were recalled or overtaken. Each step can be repeated and
 * interrupted; one that fails does not block the others. @returns how many there were
 */
export async function settleOffers(ports: TransferOffice, onFault: (cause: unknown) => void): Promise<number> {
  const due = await ports.complaints.offersDue(AT_ONCE)
  for (const { tenant, number } of due) await settleOffer(ports, tenant, number).catch(onFault)
  return due.length
}

async function settleOffer(ports: TransferOffice, tenant: TenantId, number: string): Promise<void> {
  const { complaints, transfers } = ports
  const complaint = await complaints.get(tenant, number)
  const { offer } = complaint
  if (!offer) return
  if (offer.state === 'offered' && !offerOvertaken(complaint)) await deliverOffer(ports, complaint)
  // The recall is written first, so that a tenant that takes it in this moment reads it.
  const moment = await momentOf(ports, tenant)
  const after = await complaints.change(tenant, number, (one) =>
    offerOvertaken(one) ? recallOffer(one, { kind: 'system' }, moment) : confirmOffer(one, offer.id),
  )
  if (after.movedTo?.offer === offer.id || after.offer?.state === 'waiting') return
  await transfers.remove(offer.to, offer.id)
  await complaints.change(tenant, number, (one) => clearOffer(one, offer.id))
}

async function deliverOffer(ports: TransferOffice, complaint: Complaint): Promise<void> {
  const { transfers, tenants } = ports
  const { tenant, id: fromNumber, offer, dossier } = complaint
  if (!offer || !dossier.offered) return
  await transfers.add({
    tenant: offer.to,
    id: offer.id,
    from: tenant,
    fromNumber,
    fromOffice: (await tenants.get(tenant)).settings.name,
    sentAt: offer.since,
    toldAt: null,
    decidedAt: null,
    decision: null,
    content: contentOf(await leaving(ports, complaint, dossier.offered), dossier.offered),
  })
}

async function leaving(ports: TransferOffice, complaint: Complaint, offered: Offered): Promise<Complaint> {
  const { subject, chronology, identity } = offered
  const whole = { ...complaint, dossier: { ...complaint.dossier, subject, chronology } }
  const left = await asItLeaves(ports, whole, { identityStays: identity === null })
  return writeOut(left, complaint.language)
}

function contentOf(complaint: Complaint, offered: Offered): TransferContent {
  const { dossier, privacy, language, receivedAt, evidence } = complaint
  const { answers, candidates } = dossier
  // The receivers read the reason, and so does the reporter there.
  const { reason } = dossier.offered ?? offered
  const { by } = offered
  const files = evidence.filter(({ id }) => offered.evidence.includes(id))
  const withheld = files.filter((item) => leavingOf(complaint, item, offered.identity === null) === 'withheld')
  return {
    ...pickStory(dossier),
    ...{ answers, reason, language, privacy, receivedAt },
    sentBy: by.kind === 'staff' ? by.position : '',
    withIdentity: offered.identity !== null,
    files: files
      .filter((item) => !withheld.includes(item))
      .map(({ id, size, type }) => ({ id, size, type, name: nameForStaff(complaint, id) })),
    withheld: withheld.map(({ id }) => nameForStaff(complaint, id)),
    concerns: concernedIn(complaint).map(({ id, name }) => ({ id, name })),
    candidates: candidates.map(({ id }) => ({ id })),
    chosen: chosenIn(complaint),
  }
}
