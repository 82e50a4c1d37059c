import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import { type CaseRequest, writeByNumber, writeOnCase } from '../../case/access/case-actions.ts'
import { applyDecision } from '../../case/complaint.ts'
import { OPEN_FOR } from '../../case/covering.ts'
import type { Office } from '../../case/office/office.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { IdentityRequest } from '../../case/shape/correspondence.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { identityOf } from '../../case/store/case-seals.ts'
import { waitingFor } from '../../case/store/kept-complaint.ts'
import { signatureFile } from '../../case/testimony.ts'
import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import { requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId } from '../../storage/place.ts'
import type { Identity, SealedEnvelope } from '../../storage/vault.ts'

export interface OpeningReason {
  readonly ground: OpeningGround
  readonly reason: string
}

const GRANTED_FOR = DAY

const isBy = ({ by }: IdentityRequest, staff: StaffId): boolean => by.kind === 'staff' && by.id === staff

const isGood = ({ decision, usedAt }: IdentityRequest, now: Instant): boolean =>
  decision?.granted === true && usedAt === null && Date.parse(now) - Date.parse(decision.at) < GRANTED_FOR

export const grantFor = ({ dossier }: Complaint, staff: StaffId, now: Instant): IdentityRequest | undefined =>
  dossier.identityRequests.find((request) => isBy(request, staff) && isGood(request, now))

/** Any custodian with the passphrase may open a sealed identity, after somebody else asked and a custodian agreed. */
export const grantOnSealed = ({ dossier }: Complaint, now: Instant): IdentityRequest | undefined =>
  dossier.identityRequests.find((request) => isGood(request, now))

export const waitingRequestOf = ({ dossier }: Complaint, staff: StaffId): IdentityRequest | undefined =>
  dossier.identityRequests.find((request) => isBy(request, staff) && request.decision === null)

const oldestWaiting = (requests: readonly IdentityRequest[]): Instant | null =>
  requests.find(({ decision }) => decision === null)?.at ?? null

/** The custodian's list finds the complaint by `identityAskedAt`. */
export const withRequests = (requests: readonly IdentityRequest[]) => ({
  identityAskedAt: oldestWaiting(requests),
  dossier: { identityRequests: requests },
})

export function ask(complaint: Complaint, { ground, reason }: OpeningReason, by: Actor, moment: Moment): Complaint {
  // Without identity the words of the story may still tell who somebody is.
  if (!complaint.identity && complaint.privacy === 'named') throw new Refusal('conflict', 'identity/not-given')
  if (complaint.privacy === 'named' && !complaint.dossier.sealedTo)
    throw new Refusal('conflict', 'identity/not-confidential')
  if (by.kind === 'staff' && waitingRequestOf(complaint, by.id)) throw new Refusal('conflict', 'identity/already-asked')
  const request: IdentityRequest = {
    id: moment.newId(),
    at: moment.at,
    by,
    ground,
    reason,
    decision: null,
    usedAt: null,
  }
  const requests = [...complaint.dossier.identityRequests, request]
  return applyDecision(complaint, moment, withRequests(requests), {
    event: 'identity_asked',
    by,
    text: reason,
    public: false,
  })
}

export interface CustodianDecision {
  readonly granted: boolean
  readonly because: string
}

export function decideRequest(
  complaint: Complaint,
  id: string,
  { granted, because }: CustodianDecision,
  by: Actor,
  moment: Moment,
): Complaint {
  const asked = complaint.dossier.identityRequests.find((request) => request.id === id && request.decision === null)
  if (!asked) throw new Refusal('not-found', 'identity/request-unknown')
  if (by.kind === 'staff' && isBy(asked, by.id)) throw new Refusal('forbidden', 'identity/own-request')
  const decision = { at: moment.at, by, granted, because }
  const requests = complaint.dossier.identityRequests.map((request) =>
    request.id === id ? { ...request, decision } : request,
  )
  const event = granted ? 'identity_granted' : 'identity_refused'
  return applyDecision(complaint, moment, withRequests(requests), { event, by, text: because, public: false })
}

export type OnCase = Omit<CaseRequest, 'revision'>

/** Returns who can decide on a request of this person; nobody decides on their own. */
export const keepersBesides = (
  { id }: Pick<StaffMember, 'id'>,
  complaint: Complaint,
  working: readonly StaffMember[],
): readonly StaffMember[] =>
  working.filter((one) => one.id !== id && mayOn(one, 'identity.open_confidential', complaint))

/**
 * @throws Refusal `staff/not-permitted`, `complaint/not-found`, `text/names-reporter`, `identity/nobody-keeps` where
 * nobody could decide, and those of `ask`
 */
export async function askForIdentity(
  office: Office,
  staff: StaffMember,
  request: OpeningReason & OnCase,
): Promise<Complaint> {
  const { number, ground, reason } = request
  const working = await office.staff.working(staff.tenant)
  const asked = await writeOnCase(office, staff, ['identity.open'], request, [reason], (complaint, by, moment) => {
    const after = ask(complaint, { ground, reason }, by, moment)
    if (keepersBesides(staff, complaint, working).length === 0) throw new Refusal('conflict', 'identity/nobody-keeps')
    return after
  })
  await office.record(staff.tenant, { by: staff.id, act: 'identity.asked', subject: number, detail: ground })
  return asked
}

export async function decideIdentityRequest(
  office: Office,
  staff: StaffMember,
  request: CustodianDecision & OnCase & { readonly id: string },
): Promise<Complaint> {
  const { number, id, granted, because } = request
  const needed = ['identity.open_confidential'] as const
  const decidedNow = await writeOnCase(office, staff, needed, request, [because], (complaint, by, moment) =>
    decideRequest(complaint, id, { granted, because }, by, moment),
  )
  const detail = granted ? 'granted' : 'refused'
  await office.record(staff.tenant, { by: staff.id, act: 'identity.decided', subject: number, detail })
  return decidedNow
}

/** Lists cases whose requests wait for a custodian, oldest first. */
export async function listIdentityRequests(office: Office, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'identity.open_confidential')
  const { items } = await readVisiblePage(staff, { limit: 50 }, (paging) =>
    office.complaints.list(staff.tenant, { ...waitingFor('identityAskedAt'), order: 'ascending', ...paging }),
  )
  return items
}

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
 */
export async function revealIdentity(
  office: Office,
  staff: StaffMember,
  request: OpeningReason & OnCase,
  approved: { readonly custodianAgreed: boolean } | null = null,
): Promise<OpenedIdentity> {
  const { number, ground, reason } = request
  // An approved reason was checked for names when it was requested.
  const words = approved ? [] : [reason]
  const write = approved ? writeByNumber : writeOnCase
  const complaint = await write(office, staff, ['identity.open'], request, words, (before, by, moment) => {
    if (!before.identity) throw new Refusal('conflict', 'identity/not-given')
    refuseUnlessCustodian(before, staff)
    if (!approved?.custodianAgreed && !mayOpenIdentity(before, staff, moment.at)) throw custodianNeeded(before)
    return addOpening(before, { ground, reason }, staff, by, moment)
  })
  await office.record(staff.tenant, { by: staff.id, act: 'identity.opened', subject: number, detail: ground })
  const identity = await identityOf(office.vault, complaint)
  if (!identity) throw new Refusal('conflict', 'identity/not-given')
  const { signature, sealed, ...shown } = identity
  return {
    ...shown,
    sealed: sealed ?? null,
    signature: signature ? signatureFile(signature) : null,
    until: plusMilliseconds(office.now(), OPEN_FOR),
  }
}

/** Only a custodian has the key to a sealed identity. */
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

/** Words that tell who somebody is are opened like the identity: by a custodian, or with a custodian's approval. */
export const mayOpenWords = (complaint: Complaint, staff: StaffMember, now: Instant): boolean =>
  complaint.privacy !== 'named' &&
  mayOn(staff, 'identity.open', complaint) &&
  (mayOn(staff, 'identity.open_confidential', complaint) ||
    (complaint.dossier.sealedTo === null && grantFor(complaint, staff.id, now) !== undefined))

/**
 * Opens the masked words of a case for one person and for as long as an identity stays open, also where no identity was
 * given. The reporter reads who and why.
 */
export async function openWords(
  office: Office,
  staff: StaffMember,
  request: OpeningReason & OnCase,
): Promise<Complaint> {
  const { number, ground, reason } = request
  const complaint = await writeOnCase(office, staff, ['identity.open'], request, [reason], (before, by, moment) => {
    if (before.privacy === 'named') throw new Refusal('conflict', 'words/not-masked')
    if (!mayOpenWords(before, staff, moment.at)) throw custodianNeeded(before)
    return addOpening(before, { ground, reason }, staff, by, moment)
  })
  await office.record(staff.tenant, {
    by: staff.id,
    act: 'identity.opened',
    subject: number,
    detail: `words ${ground}`,
  })
  return complaint
}
