import { mayOn, readVisiblePage } from '../../case/access/case-access.ts'
import type { CaseActionPorts, CaseRequest } from '../../case/access/case-actions.ts'
import { writeOnCase } from '../../case/access/write-on-case.ts'
import { applyDecision } from '../../case/complaint.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { IdentityRequest } from '../../case/shape/identity-request.ts'
import type { Moment } from '../../case/shape/moment.ts'
import { waitingFor } from '../../case/store/shared-queries.ts'
import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import { requirePermission } from '../../offices/staff/require-permission.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import type { StaffMember } from '../../offices/staff/staff-member.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import { DAY, type Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'

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
  ports: CaseActionPorts & { readonly staff: Pick<StaffDirectory, 'working'> },
  staff: StaffMember,
  request: OpeningReason & OnCase,
): Promise<Complaint> {
  const { number, ground, reason } = request
  const working = await ports.staff.working(staff.tenant)
  const asked = await writeOnCase(ports, staff, ['identity.open'], request, [reason], (complaint, by, moment) => {
    const after = ask(complaint, { ground, reason }, by, moment)
    if (keepersBesides(staff, complaint, working).length === 0) throw new Refusal('conflict', 'identity/nobody-keeps')
    return after
  })
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.asked', subject: number, detail: ground })
  return asked
}

/** @throws Refusal `staff/not-permitted`, `complaint/not-found`, `text/names-reporter`, and those of `decideRequest` */
export async function decideIdentityRequest(
  ports: CaseActionPorts,
  staff: StaffMember,
  request: CustodianDecision & OnCase & { readonly id: string },
): Promise<Complaint> {
  const { number, id, granted, because } = request
  const needed = ['identity.open_confidential'] as const
  const decidedNow = await writeOnCase(ports, staff, needed, request, [because], (complaint, by, moment) =>
    decideRequest(complaint, id, { granted, because }, by, moment),
  )
  const detail = granted ? 'granted' : 'refused'
  await ports.record(staff.tenant, { by: staff.id, act: 'identity.decided', subject: number, detail })
  return decidedNow
}

/**
 * Lists cases whose requests wait for a custodian, oldest first.
 * @throws Refusal `staff/not-permitted`
 */
export async function listIdentityRequests(ports: CaseActionPorts, staff: StaffMember): Promise<readonly Complaint[]> {
  requirePermission(staff, 'identity.open_confidential')
  const { items } = await readVisiblePage(staff, { limit: 50 }, (paging) =>
    ports.complaints.list(staff.tenant, { ...waitingFor('identityAskedAt'), order: 'ascending', ...paging }),
  )
  return items
}
