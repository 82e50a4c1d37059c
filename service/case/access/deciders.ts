import type { RulePacks } from '../../offices/calendar/rule-pack.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { labelsInUse, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { DAY, HOUR, type Instant, plusMilliseconds } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { Office } from '../office/office.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { HistoryEvent } from '../shape/history.ts'
import { improvementOwner } from '../tasks.ts'
import { mayOn } from './case-access.ts'

/** What the unit knows of itself when somebody wants to act. */
export interface UnitNow {
  /** Everybody who works here, with what they may do now. */
  readonly working: readonly StaffMember[]
  /** The unit allows that who gave the answer decides on the objection, where nobody else can. */
  readonly allowsOwnDecision: boolean
  readonly at: Instant
  readonly rulePacks: RulePacks
  /** One in five cases is drawn for a call. Nobody can tell before which. */
  readonly isDrawn: (number: string) => boolean
  /** The unit has labels that a case can get. */
  readonly hasLabels: boolean
  /** Codes of the categories in which a handler gives the first answer without the head. */
  readonly handlersAnswerIn: readonly string[]
}

export async function unitNowOf(
  { staff, now, vault }: Office,
  tenant: TenantId,
  {
    allowsOwnDecision = false,
    rulePacks,
    labels,
    categories = [],
  }: Pick<TenantSettings, 'allowsOwnDecision' | 'rulePacks' | 'labels' | 'categories'>,
): Promise<UnitNow> {
  const [working, hash] = await Promise.all([staff.working(tenant), vault.hasher(tenant, 'call-draw')])
  const hasLabels = labelsInUse({ labels }).length > 0
  const handlersAnswerIn = categories.filter(({ handlerAnswers }) => handlerAnswers).map(({ code }) => code)
  const isDrawn = (number: string) => isDrawnBy(hash(number))
  return { working, allowsOwnDecision, at: now(), rulePacks, hasLabels, handlersAnswerIn, isDrawn }
}

/** @param hash keyed by the unit */
const isDrawnBy = (hash: string): boolean =>
  [...hash].reduce((rest, letter) => (rest * 64 + letter.charCodeAt(0)) % DRAWN_OF, 0) === 0

/** One in so many closed cases is drawn. */
const DRAWN_OF = 5

/**
 * `head`: another head. `above`: the Inspektorat or the head of the parent unit, while no other head is present.
 * `oneself`: who gave the answer, with a reason, because nobody else exists and the unit allows it. `null`: nobody now.
 */
export type DecidesAs = 'head' | 'above' | 'oneself' | null

export interface ObjectionDeciders {
  readonly as: DecidesAs
  /** Returns who decides now; with `null`, those who could once they are back. */
  readonly who: readonly StaffMember[]
}

export const wroteAnswer = ({ id }: Pick<StaffMember, 'id'>, { answeredBy, dossier }: Complaint): boolean =>
  answeredBy === id || dossier.answerWriters.includes(id)

/** Tells whether one person proposed the answer and signed it. A head who answers without a proposal is listed once. */
export const signedOwn = ({ answerWriters: [signer, proposer] }: Complaint['dossier']): boolean =>
  signer !== undefined && signer === proposer

const isPresent = ({ awayUntil }: StaffMember): boolean => awayUntil === undefined

/** Says who decides on the objection: who did not give the answer, and of those the nearest who are present. */
export function objectionDeciders(
  complaint: Complaint,
  { working, allowsOwnDecision }: Pick<UnitNow, 'working' | 'allowsOwnDecision'>,
): ObjectionDeciders {
  const able = (permission: 'cases.approve' | 'objections.decide') =>
    working.filter((one) => mayOn(one, permission, complaint))
  const heads = able('cases.approve').filter((one) => !wroteAnswer(one, complaint))
  const above = able('objections.decide').filter((one) => !wroteAnswer(one, complaint))
  if (heads.some(isPresent)) return { as: 'head', who: heads.filter(isPresent) }
  if (above.some(isPresent)) return { as: 'above', who: above.filter(isPresent) }
  const writers = able('cases.approve').filter((one) => wroteAnswer(one, complaint))
  if (heads.length + above.length === 0 && allowsOwnDecision && writers.length > 0)
    return { as: 'oneself', who: writers }
  return { as: null, who: [...heads, ...above] }
}

/** Returns why somebody with the permission may not decide on this objection now, or `null`. */
export function whyNotDecide(staff: StaffMember, complaint: Complaint, office: UnitNow): Refusal | null {
  const { as, who } = objectionDeciders(complaint, office)
  const names = { who: who.map(({ name }) => name).join(', ') }
  if (!wroteAnswer(staff, complaint)) {
    const isHead = mayOn(staff, 'cases.approve', complaint)
    return isHead || as !== 'head' ? null : new Refusal('forbidden', 'objection/head-decides', names)
  }
  if (as === 'oneself') return null
  return new Refusal('forbidden', who.length > 0 ? 'objection/own-answer' : 'objection/nobody-else', names)
}

/** So long after closing a call is offered. */
export const CALLED_WITHIN = 30 * DAY
/** A reporter who was not reached is tried again after this time, and so often at most. */
export const TRIED_AGAIN_AFTER = 20 * HOUR
export const MOST_TRIES = 3

const workOnAnswer: readonly HistoryEvent[] = [
  'answer_proposed',
  'answer_returned',
  'answered',
  'objection_decided',
  'closed',
  'improvement_named',
  'improvement_checked',
]

/**
 * A person who handled the case, proposed, signed or closed it, or answers for the improvement, asks nobody whether it
 * was good.
 */
export function workersOn(complaint: Complaint): ReadonlySet<StaffId | null> {
  const { handler, answeredBy, dossier } = complaint
  return new Set([
    ...[handler, answeredBy, improvementOwner(complaint), ...dossier.answerWriters],
    ...dossier.dispositions.flatMap(({ assignments }) => assignments.map(({ to }) => to)),
    ...dossier.history.flatMap(({ event, by }) => (by.kind === 'staff' && workOnAnswer.includes(event) ? [by.id] : [])),
  ])
}

/**
 * Whether this person may call the reporter of a drawn case now. A call opens no identity: it is offered only where the
 * reporter is named and gave a telephone, to somebody who may open that identity anyway, in the usual way.
 */
export function mayCall(
  staff: StaffMember,
  complaint: Complaint,
  { at, isDrawn }: Pick<UnitNow, 'at' | 'isDrawn'>,
): boolean {
  const { status, privacy, identity, dossier, callableFrom, id } = complaint
  if (status !== 'closed' || callableFrom === null || callableFrom > at) return false
  if (plusMilliseconds(callableFrom, CALLED_WITHIN) < at || !isDrawn(id)) return false
  const hasPhone = identity !== null && dossier.maskedReporter?.phone != null
  if (privacy !== 'named' || dossier.sealedTo !== null || !hasPhone) return false
  const workers = workersOn(complaint)
  return (
    mayOn(staff, 'cases.read', complaint) &&
    mayOn(staff, 'identity.open', complaint) &&
    [staff.id, ...(staff.standsInFor ?? [])].every((one) => !workers.has(one))
  )
}

/**
 * The owner sees to it or, where no owner is present who may, everybody who signs.
 * @param owner `null` if there is none
 */
export function seesToImprovement(
  staff: StaffMember,
  complaint: Pick<Complaint, 'category' | 'guard'>,
  owner: string | null,
  { working }: Pick<UnitNow, 'working'>,
): boolean {
  const isTheirs = ({ id, standsInFor = [] }: StaffMember) => [id, ...standsInFor].some((one) => one === owner)
  if (isTheirs(staff) && mayOn(staff, 'cases.close', complaint)) return true
  if (!mayOn(staff, 'cases.approve', complaint)) return false
  return !working.some((one) => isTheirs(one) && one.awayUntil === undefined && mayOn(one, 'cases.close', complaint))
}
