import { mayOn } from '../../case/access/case-access.ts'
import type { CaseActionPorts } from '../../case/access/case-actions.ts'
import { writeOnCase } from '../../case/access/write-on-case.ts'
import { applyDecision } from '../../case/complaint.ts'
import { OPEN_FOR } from '../../case/cover-words.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Moment } from '../../case/shape/moment.ts'
import { signatureFile } from '../../case/signing.ts'
import { identityOf } from '../../case/store/identity-of.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import { type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Identity, SealedEnvelope } from '../../storage/vault.ts'
import { grantFor, grantOnSealed, type OnCase, type OpeningReason, withRequests } from './ask-for-identity.ts'

export interface OpenedIdentity extends Omit<Identity, 'signature' | 'sealed'> {
  /** The custodian's browser opens this; the other fields then hold only the contact that was left open. */
  readonly sealed: SealedEnvelope | null
  /** The file of the signature given at the counter; the receipt contains its SHA-256. */
  readonly signature: string | null
  readonly until: Instant
}

/**
 * Tells whether this person may open this identity now. All but named ones take a custodian or a custodian's approval;
 * a sealed one takes both, and two persons.
 */
export function mayOpenIdentity(complaint: Complaint, staff: StaffMember, now: Instant): boolean {
  if (!complaint.identity || !mayOn(staff, 'identity.open', complaint)) return false
  if (complaint.dossier.sealedTo) {
    return mayOn(staff, 'identity.open_confidential', complaint) && grantOnSealed(complaint, now) !== undefined
  }
  if (complaint.privacy === 'named' || mayOn(staff, 'identity.open_confidential', complaint)) return true
  return grantFor(complaint, staff.id, now) !== undefined
}

/**
 * Opens the identity for one person, with a reason that the reporter will see. History and log are written first; if
 * that fails, nothing is opened.
 * @param approved by a second person, in another way than a request on the case
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `identity/not-given`, `identity/custodian-needed`,
 * `identity/sealed-for-custodian`, `identity/sealed-needs-two`, `text/names-reporter`
 */
export async function revealIdentity(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: OpeningReason & OnCase,
  approved: { readonly custodianAgreed: boolean } | null = null,
): Promise<OpenedIdentity> {
  const { number, ground, reason } = request
  // An approved reason was checked for names when it was requested.
  const words = approved ? [] : [reason]
  const complaint = await writeOnCase(ports, staff, ['identity.open'], request, words, (before, by, moment) => {
    if (!before.identity) throw new Refusal('conflict', 'identity/not-given')
    refuseUnlessCustodian(before, staff)
    if (!approved?.custodianAgreed && !mayOpenIdentity(before, staff, moment.at)) throw custodianNeeded(before)
    return addOpening(before, { ground, reason }, staff, by, moment)
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: ground })
  const identity = await identityOf(ports.vault, complaint)
  if (!identity) throw new Refusal('conflict', 'identity/not-given')
  const { signature, sealed, ...shown } = identity
  return {
    ...shown,
    sealed: sealed ?? null,
    signature: signature ? signatureFile(signature) : null,
    until: plusMilliseconds(ports.now(), OPEN_FOR),
  }
}

/**
 * Only a custodian has the key to a sealed identity.
 * @throws Refusal `identity/sealed-for-custodian`
 */
export function refuseUnlessCustodian(complaint: Complaint, staff: StaffMember): void {
  if (complaint.dossier.sealedTo && !mayOn(staff, 'identity.open_confidential', complaint)) {
    throw new Refusal('forbidden', 'identity/sealed-for-custodian')
  }
}

export const custodianNeeded = ({ dossier }: Complaint) =>
  new Refusal('forbidden', dossier.sealedTo ? 'identity/sealed-needs-two' : 'identity/custodian-needed')

/** Records the opening, and uses up the approval for it. */
export function addOpening(
  before: Complaint,
  reason: OpeningReason,
  { id }: StaffMember,
  by: Actor,
  moment: Moment,
): Complaint {
  const grant = before.dossier.sealedTo ? grantOnSealed(before, moment.at) : grantFor(before, id, moment.at)
  const requests = before.dossier.identityRequests.map((request) =>
    request === grant ? { ...request, usedAt: moment.at } : request,
  )
  const { identityAskedAt, dossier } = withRequests(requests)
  return recordOpening({ ...before, identityAskedAt, dossier: { ...before.dossier, ...dossier } }, reason, by, moment)
}

/** Records who saw the identity, in the history and on the reporter's page. */
export function recordOpening(
  before: Complaint,
  { ground, reason }: OpeningReason,
  by: Actor,
  moment: Moment,
): Complaint {
  const identityOpenings = [...before.dossier.identityOpenings, { at: moment.at, by, ground, reason }]
  return applyDecision(
    before,
    moment,
    { dossier: { identityOpenings } },
    { event: 'identity_opened', by, text: reason },
  )
}
