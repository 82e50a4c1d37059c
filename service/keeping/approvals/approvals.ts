import { caseByNumber, findHiddenNumbers, mayIn } from '../../case/access/case-access.ts'
import { actorOf, refuseNaming } from '../../case/access/case-actions.ts'
import { type RetentionRules, refuseUnlessDue } from '../../case/retention.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import { type CaseAct, type DangerousAct, type OpeningGround, personActs } from '../../offices/act-vocabulary.ts'
import { membersOf, tellPerson } from '../../offices/inbox/telling.ts'
import { requireFreshConfirmation } from '../../offices/staff/account-security.ts'
import { notPermitted, type Permission, requirePermission, type StaffMember } from '../../offices/staff/permissions.ts'
import { SETTLED_AFTER } from '../../offices/staff/vouching.ts'
import { DAY, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal, refuseField } from '../../shared/refusal.ts'
import {
  type Approval,
  type ApprovalOffice,
  type ConcernedCase,
  decideApproval,
  type RegisterScope,
  stateOf,
  unknownApproval,
  useApproval,
  wholeRegister,
} from './approval.ts'

interface ActRule {
  readonly asks: Permission
  /** One of them suffices. A custodian can be the second person where identities are opened. */
  readonly decides: readonly [Permission, ...Permission[]]
  /** The least and the largest number of cases of one request. */
  readonly cases: readonly [number, number]
  /** @throws Refusal if the act makes no sense for the case */
  readonly suits: (complaint: Complaint, rules: RetentionRules, now: Instant) => void
}

const hasIdentity = ({ identity, id }: Complaint): void => {
  if (!identity) throw new Refusal('conflict', 'identity/not-given', { number: id })
}

const mayBeErased = (complaint: Complaint): void => {
  hasIdentity(complaint)
  if (complaint.heldSince) throw new Refusal('conflict', 'retention/held', { number: complaint.id })
}

export const rulesOfActs = {
  'export-register': { asks: 'register.export', decides: ['approvals.decide'], cases: [0, 0], suits: () => {} },
  'open-identities': {
    asks: 'identity.open',
    decides: ['approvals.decide', 'identity.open_confidential'],
    cases: [1, 25],
    suits: hasIdentity,
  },
  'erase-identity': { asks: 'identity.erase', decides: ['approvals.decide'], cases: [1, 1], suits: mayBeErased },
  'erase-identities': {
    asks: 'retention.manage',
    decides: ['approvals.decide'],
    cases: [1, 200],
    suits: (complaint, rules, now) => refuseUnlessDue('identity', complaint, rules, now),
  },
  'destroy-cases': {
    asks: 'retention.manage',
    decides: ['approvals.decide'],
    cases: [1, 200],
    suits: (complaint, rules, now) => refuseUnlessDue('record', complaint, rules, now),
  },
  // The head decides, or a custodian.
  'grant-custody': {
    asks: 'staff.manage',
    decides: ['cases.approve', 'identity.open_confidential'],
    cases: [0, 0],
    suits: () => {},
  },
  // The head decides, or another admin.
  'reset-account': { asks: 'staff.manage', decides: ['cases.approve', 'staff.manage'], cases: [0, 0], suits: () => {} },
} as const satisfies Record<DangerousAct, ActRule>

export const isAboutPerson = (act: DangerousAct): boolean => personActs.some((one) => one === act)

export const ruleOf = (act: DangerousAct): ActRule => rulesOfActs[act]

export const askers = [
  'register.export',
  'identity.open',
  'identity.erase',
  'retention.manage',
] as const satisfies readonly Permission[]

export const deciders = [
  'approvals.decide',
  'identity.open_confidential',
  'cases.approve',
  'staff.manage',
] as const satisfies readonly Permission[]

type Reach = (approval: Approval) => boolean

/** The person needs the role, and access to every case of the request. */
async function reachOf(office: ApprovalOffice, staff: StaffMember): Promise<(as: 'asks' | 'decides') => Reach> {
  const kept = await findHiddenNumbers(office, staff)
  const holds = (needed: readonly Permission[], categories: readonly string[]) =>
    needed.some(
      (permission) =>
        staff.permissions.has(permission) && categories.every((category) => mayIn(staff, permission, category)),
    )
  return (as) =>
    ({ act, content }) => {
      const rule = ruleOf(act)
      const needed = as === 'asks' ? [rule.asks] : rule.decides
      const categories = content.cases.map(({ category }) => category)
      return content.cases.every(({ number }) => !kept.has(number)) && holds(needed, categories)
    }
}

/**
 * People who decide on no request are refused alike whether it exists or not; for those who decide on other requests,
 * this one does not exist.
 */
export async function approvalToDecide(office: ApprovalOffice, staff: StaffMember, id: string): Promise<Approval> {
  if (!deciders.some((permission) => staff.permissions.has(permission))) throw notPermitted(deciders[0])
  const approval = await office.approvals.get(staff.tenant, id)
  const reaches = await reachOf(office, staff)
  if (!reaches('decides')(approval)) throw unknownApproval()
  return approval
}

/** Requests of the person who may still ask for them, and those that they can decide. */
export async function withinReach(
  office: ApprovalOffice,
  staff: StaffMember,
  approvals: readonly Approval[],
): Promise<Approval[]> {
  const reaches = await reachOf(office, staff)
  return approvals.filter((approval) => reaches(approval.asker === staff.id ? 'asks' : 'decides')(approval))
}

const LOOKS_BACK = 30 * DAY
const MOST = 100

const mayDecideItsKind = ({ act }: Approval, { permissions }: StaffMember): boolean =>
  ruleOf(act).decides.some((permission) => permissions.has(permission))

const isWithin = (now: Instant, since: Instant): boolean => plusMilliseconds(since, SETTLED_AFTER) > now

/**
 * People who got a role recently decide on nothing with it, in a new unit too: the admin who gave it could have made
 * them for that. Deputies whom a member who is away named decide on cases, and on no person.
 */
export const isNewTo = (
  { act, content }: Approval,
  { permissions, heldSince, asDeputy, isUnvouched }: StaffMember,
  now: Instant,
): boolean =>
  isUnvouched === true ||
  ruleOf(act)
    .decides.filter((permission) => permissions.has(permission))
    .every((permission) => {
      const since = heldSince?.get(permission)
      const isNamed = content.person === undefined && asDeputy?.get(permission)?.byOther === false
      return since !== undefined && isWithin(now, since) && !isNamed
    })

const isAboutThem = ({ content: { person } }: Approval, { id }: StaffMember): boolean =>
  person !== undefined && (person.id === id || person.countsElsewhere)

export const mayDecide = (approval: Approval, staff: StaffMember, now: Instant): boolean =>
  approval.asker !== staff.id &&
  mayDecideItsKind(approval, staff) &&
  !isAboutThem(approval, staff) &&
  !isNewTo(approval, staff, now) &&
  stateOf(approval, now) === 'waiting'

export async function countApprovalsToDecide(office: ApprovalOffice, staff: StaffMember): Promise<number> {
  const now = office.now()
  const recent = await office.approvals.list(staff.tenant, plusMilliseconds(now, -LOOKS_BACK), MOST)
  const decidable = recent.filter((one) => mayDecide(one, staff, now))
  return decidable.length === 0 ? 0 : (await withinReach(office, staff, decidable)).length
}

/** Requests that the person made, decides, or could have decided; the newest comes first. */
export async function listApprovals(office: ApprovalOffice, staff: StaffMember): Promise<Approval[]> {
  const recent = await office.approvals.list(staff.tenant, plusMilliseconds(office.now(), -LOOKS_BACK), MOST)
  return withinReach(office, staff, recent)
}

export interface ApprovalDecision {
  readonly id: string
  readonly granted: boolean
  readonly because: string
}

export async function decideOnApproval(
  office: ApprovalOffice,
  staff: StaffMember,
  { id, ...decision }: ApprovalDecision,
): Promise<Approval> {
  const asked = await approvalToDecide(office, staff, id)
  if (asked.content.person?.countsElsewhere) throw new Refusal('forbidden', 'approval/operator-decides')
  requireFreshConfirmation(staff, office.now())
  for (const { number } of asked.content.cases) {
    const complaint = await office.complaints.find(staff.tenant, number)
    if (complaint) await refuseNaming(office, staff, complaint, decision.because)
  }
  const custodian = staff.permissions.has('identity.open_confidential')
  const isNew = isNewTo(asked, staff, office.now())
  const second = { id: staff.id, actor: actorOf(staff), custodian, isNew }
  const decided = await office.approvals.change(staff.tenant, id, (approval) =>
    decideApproval(approval, decision, second, { at: office.now() }),
  )
  const detail = decision.granted ? 'granted' : 'refused'
  await office.record(staff.tenant, { by: staff.id, act: 'approval.decided', subject: id, detail })
  return decided
}

export interface ApprovalRequest {
  readonly act: CaseAct
  readonly reason: string
  readonly ground?: OpeningGround | undefined
  readonly cases?: readonly string[] | undefined
  readonly register?: RegisterScope | undefined
}

export async function askForApproval(
  office: ApprovalOffice,
  staff: StaffMember,
  { act, reason, ground, cases: numbers = [], register = wholeRegister }: ApprovalRequest,
): Promise<Approval> {
  requirePermission(staff, ruleOf(act).asks)
  const isExport = act === 'export-register'
  if (isExport && register.profile === 'with_named_identity') requirePermission(staff, 'identity.open')
  // Mere counts show no case: the request only records their purpose, and needs no second person.
  const isGranted = isExport && register.profile === 'statistics_only'
  const cases = await findConcerned(office, staff, act, [...new Set(numbers)], reason)
  const approval = await office.approvals.add({
    tenant: staff.tenant,
    id: office.newId(),
    act,
    asker: staff.id,
    askedAt: office.now(),
    decision: isGranted ? { at: office.now(), by: staff.id, granted: true, custodian: false } : null,
    usedAt: null,
    content: {
      askedBy: actorOf(staff),
      reason,
      ground: act === 'open-identities' ? (ground ?? 'other') : null,
      cases,
      register: isExport ? register : null,
      decidedBy: null,
      because: null,
      opened: [],
    },
  })
  await office.record(staff.tenant, { by: staff.id, act: 'approval.asked', subject: approval.id, detail: act })
  return approval
}

async function findConcerned(
  office: ApprovalOffice,
  staff: StaffMember,
  act: CaseAct,
  numbers: readonly string[],
  reason: string,
): Promise<readonly ConcernedCase[]> {
  const { asks, cases: bounds, suits } = ruleOf(act)
  const [least, most] = bounds
  if (numbers.length < least || numbers.length > most) {
    const code = numbers.length < least ? 'required' : 'too-many'
    throw refuseField('request/invalid', 'cases', code)
  }
  const { settings } = await office.tenants.get(staff.tenant)
  const cases: ConcernedCase[] = []
  for (const number of numbers) {
    const complaint = await caseByNumber(office, staff, [asks], number)
    suits(complaint, settings, office.now())
    await refuseNaming(office, staff, complaint, reason)
    cases.push({ number, category: complaint.category })
  }
  return cases
}

/**
 * Uses up an approval before its act begins: after a failure the person asks again, and of two simultaneous uses one is
 * refused.
 */
export async function takeApproval(
  office: ApprovalOffice,
  staff: StaffMember,
  id: string,
  act: DangerousAct,
): Promise<Approval> {
  requireFreshConfirmation(staff, office.now())
  const taken = await office.approvals.change(staff.tenant, id, (approval) =>
    useApproval(approval, act, staff.id, office.now()),
  )
  await office.record(staff.tenant, { by: staff.id, act: 'approval.used', subject: id, detail: act })
  return taken
}

const AT_ONCE = 50

/**
 * Alerts those who can be the second person, except about a case that is kept from them. A request is marked only
 * when all have it, and none gets it twice. @returns how many there were
 */
export async function tellDeciders(office: ApprovalOffice): Promise<number> {
  const waiting = await office.approvals.untold(AT_ONCE)
  for (const approval of waiting) {
    const { tenant, id, askedAt } = approval
    for (const member of await membersOf(office, tenant)) {
      if (!mayDecide(approval, member, office.now())) continue
      const [reached] = await withinReach(office, member, [approval])
      if (reached)
        await tellPerson(office, tenant, member.id, [{ id, kind: 'approval_waits', number: null, at: askedAt }])
    }
    const at = office.now()
    await office.approvals.change(tenant, id, (one) => ({ ...one, toldAt: at }))
  }
  return waiting.length
}
