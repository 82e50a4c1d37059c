import { momentOf } from '../../case/access/case-actions.ts'
import { asItLeaves } from '../../case/access/cover-for.ts'
import { nameForStaff } from '../../case/evidence.ts'
import type { Offered } from '../../case/shape/case-ties.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { writeOut } from '../../case/testimony.ts'
import { leavingOf } from '../../keeping/evidence/opened-evidence.ts'
import type { TenantId } from '../../storage/place.ts'
import { clearOffer, confirmOffer, offerOvertaken, recallOffer } from './offer-case.ts'
import type { TransferContent } from './transfer.ts'
import type { TransferPorts } from './transfer-ports.ts'

const AT_ONCE = 50

/**
 * Delivers offers to their tenants, and removes those that were recalled or overtaken. Each step can be repeated and
 * interrupted; one that fails does not block the others. @returns how many there were
 */
export async function settleOffers(ports: TransferPorts, onFault: (cause: unknown) => void): Promise<number> {
  const due = await ports.complaints.offersDue(AT_ONCE)
  for (const { tenant, number } of due) await settleOffer(ports, tenant, number).catch(onFault)
  return due.length
}

async function settleOffer(ports: TransferPorts, tenant: TenantId, number: string): Promise<void> {
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

async function deliverOffer(ports: TransferPorts, complaint: Complaint): Promise<void> {
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

async function leaving(ports: TransferPorts, complaint: Complaint, offered: Offered): Promise<Complaint> {
  const { subject, chronology, identity } = offered
  const whole = { ...complaint, dossier: { ...complaint.dossier, subject, chronology } }
  const left = await asItLeaves(ports, whole, { identityStays: identity === null })
  return writeOut(left, complaint.language)
}

function contentOf(complaint: Complaint, offered: Offered): TransferContent {
  const { dossier, privacy, language, receivedAt, evidence } = complaint
  const { answers, concerns, candidates } = dossier
  // The receivers read the reason, and so does the reporter there.
  const { reason } = dossier.offered ?? offered
  const { by } = offered
  const chosen = evidence.filter(({ id }) => offered.evidence.includes(id))
  const withheld = chosen.filter((item) => leavingOf(complaint, item, offered.identity === null) === 'withheld')
  return {
    ...pickStory(dossier),
    ...{ answers, reason, language, privacy, receivedAt },
    sentBy: by.kind === 'staff' ? by.position : '',
    withIdentity: offered.identity !== null,
    files: chosen
      .filter((item) => !withheld.includes(item))
      .map(({ id, size, type }) => ({ id, size, type, name: nameForStaff(complaint, id) })),
    withheld: withheld.map(({ id }) => nameForStaff(complaint, id)),
    concerns: concerns.map(({ id, name }) => ({ id, name })),
    candidates: candidates.map(({ id }) => ({ id })),
  }
}
