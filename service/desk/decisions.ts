import { mayOn } from '../case/access/case-access.ts'
import { type UnitNow, wroteAnswer } from '../case/access/deciders.ts'
import { handlingClockOf, stopAll, stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint, Dossier } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { isProven, owesImprovement } from '../case/tasks.ts'
import { notPermitted, type StaffMember } from '../offices/staff/permissions.ts'
import { type IdentityPolicy, policyFor } from '../offices/tenants/tenant.ts'
import type { DeclineReason, Outcome } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal, refuseField } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'
import { dispatchAct, spreadVerified } from './dispatch.ts'
import { findForImprovement, nameImprovement, type WrittenImprovement, wordsOfImprovement } from './improvements.ts'
import { type GroundedDecision, needsGroundedDecision, notWellFounded } from './redactions.ts'

/**
 * The complaint is complete, within our authority and worth following up, so handling begins. Its notice is the first
 * response.
 */
export function verify(
  complaint: Complaint,
  decision: GroundedDecision | undefined,
  policy: IdentityPolicy,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'in_progress')
  if (needsGroundedDecision(complaint, policy)) {
    if (!decision) throw new Refusal('invalid', 'verification/decision-needed', {}, missingDecision)
    if (!decision.wellFounded) throw new Refusal('conflict', 'verification/not-well-founded')
  }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'in_progress',
      clocks: withClock(
        stopClocks(complaint.clocks, ['verification', 'first_response'], moment.at),
        handlingClockOf(complaint),
        complaint,
        moment,
        moment.at,
      ),
      dossier: {
        grounded:
          decision && complaint.privacy === 'anonymous' ? { at: moment.at, ...decision } : complaint.dossier.grounded,
      },
    },
    { event: 'in_progress', by, text: decision?.because, notice: 'in_progress' },
  )
}

const missingDecision = [{ path: 'grounded', code: 'required' }]

interface Verification {
  readonly grounded?: GroundedDecision | undefined
  /** A person who may dispatch names the handler with it; then the case is not spread. */
  readonly handler?: string | undefined
}

/** It throws what `dispatchAct` throws where a handler is named. */
export const verifyAct: ActSteps<Verification> = {
  words: ({ grounded }) => [grounded?.because],
  async prepare({ grounded, handler, ...request }, ports, staff) {
    const give = handler ? await dispatchAct.prepare({ ...request, handler }, ports, staff) : null
    return async (complaint, by, moment, settings) => {
      const verified = verify(complaint, grounded, policyFor(settings, complaint.category), by, moment)
      if (!give) return spreadVerified(ports, verified, settings, moment)
      if (!mayOn(staff, 'cases.dispatch', complaint)) throw notPermitted('cases.dispatch')
      // It is one act of one person.
      return { ...(await give(verified, by, moment, settings)), revision: verified.revision }
    }
  },
}

export interface ProposedAnswer {
  readonly outcome: Outcome
  readonly text: string
}

/** Without outcome or text the answer keeps those of the proposal. */
interface GivenAnswer {
  readonly outcome?: Outcome | undefined
  readonly text?: string | undefined
}

/** The proposal waits for the head. The reporter sees that, but not its text. */
export function proposeAnswer(complaint: Complaint, proposed: ProposedAnswer, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'awaiting_approval')
  const { outcome, text } = proposed
  return applyDecision(
    complaint,
    moment,
    { status: 'awaiting_approval', dossier: { proposal: { at: moment.at, by, outcome, text } } },
    { event: 'answer_proposed', by },
  )
}

export function returnAnswer(complaint: Complaint, text: string, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'in_progress')
  return applyDecision(
    complaint,
    moment,
    { status: 'in_progress' },
    { event: 'answer_returned', by, text, public: false },
  )
}

/** The head gives the answer, as proposed or reworded; the reporter is notified and the objection window opens. */
export function answer(complaint: Complaint, given: GivenAnswer, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'answered')
  const { proposal } = complaint.dossier
  const outcome = given.outcome ?? proposal?.outcome
  const text = given.text || proposal?.text
  if (!outcome || !text) throw new Refusal('invalid', 'answer/empty', {}, findMissing(outcome, text))
  const { at } = moment
  const handled = stopClocks(
    complaint.clocks,
    ['handling_non_oversight', 'handling_oversight', 'first_response', 'objection_decision'],
    at,
  )
  return applyDecision(
    complaint,
    moment,
    {
      status: 'answered',
      answeredBy: by.kind === 'staff' ? by.id : null,
      improvementDue: isProven(outcome) ? { what: 'name', at, owner: null } : null,
      clocks: withClock(handled, 'objection_window', complaint, moment, at),
      dossier: { answer: { at, by, outcome, text }, answerWriters: writersOf(by, proposal?.by), proposal: null },
    },
    { event: 'answered', by, notice: 'answered' },
  )
}

/**
 * The head answers. In a category whose procedure says so, the handler of a case that is no complaint about officials
 * gives its first answer too; what an objection or a proposal brought to the head stays there.
 */
export function whyNotAnswer(staff: StaffMember, complaint: Complaint, { handlersAnswerIn }: UnitNow): Refusal | null {
  if (mayOn(staff, 'cases.approve', complaint)) return null
  const { status, category, class: kind, handler, answeredBy, dossier } = complaint
  const isTheirs = handler === staff.id && status === 'in_progress' && answeredBy === null && dossier.answer === null
  const isAllowed = handlersAnswerIn.includes(category) && kind === 'non_oversight'
  return isTheirs && isAllowed ? null : notPermitted('cases.approve')
}

const writersOf = (...writers: readonly (Actor | undefined)[]) =>
  writers.flatMap((one) => (one?.kind === 'staff' ? [one.id] : []))

const findMissing = (outcome: Outcome | undefined, text: string | undefined) => [
  ...(outcome ? [] : [{ path: 'outcome', code: 'required' }]),
  ...(text ? [] : [{ path: 'text', code: 'required' }]),
]

export const proposeAnswerAct: ActSteps<ProposedAnswer> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => proposeAnswer(complaint, request, by, moment),
}

export const returnAnswerAct: ActSteps<{ readonly text: string }> = {
  words: ({ text }) => [text],
  prepare:
    ({ text }) =>
    (complaint, by, moment) =>
      returnAnswer(complaint, text, by, moment),
}

export const answerAct: ActSteps<GivenAnswer> = {
  words: ({ text }) => [text],
  prepare: (request) => (complaint, by, moment) => answer(complaint, request, by, moment),
}

export interface Refusing {
  readonly reason: DeclineReason
  readonly text: string
  readonly elsewhere: string
}

/**
 * The office declines with a reason and another address to turn to, and the objection window opens. Declining for lack of an identity is the decision
 * that the complaint is not well founded without one.
 */
export function decline(
  complaint: Complaint,
  { reason, text, elsewhere }: Refusing,
  by: Actor,
  moment: Moment,
): Complaint {
  refuseUnlessReachable(complaint.status, 'declined')
  const isUnfounded = reason === 'no_identity_not_grounded'
  if (isUnfounded && complaint.privacy !== 'anonymous') {
    throw refuseField('request/invalid', 'reason', 'identity-given')
  }
  return applyDecision(
    complaint,
    moment,
    {
      status: 'declined',
      clocks: withClock(stopAll(complaint.clocks, moment.at), 'objection_window', complaint, moment, moment.at),
      dossier: {
        answerWriters: by.kind === 'staff' ? [by.id] : [],
        declined: { at: moment.at, reason, text, elsewhere },
        ...(isUnfounded && notWellFounded(complaint, text, moment.at)),
      },
    },
    { event: 'declined', by, text, notice: 'declined' },
  )
}

/** Once somebody handles the case, a refusal is an answer, and the head gives it. */
export const whyNotDecline = (staff: StaffMember, complaint: Complaint): Refusal | null =>
  complaint.handler === null || mayOn(staff, 'cases.approve', complaint)
    ? null
    : new Refusal('forbidden', 'decline/head-decides')

export const declineAct: ActSteps<Refusing> = {
  words: ({ text, elsewhere }) => [text, elsewhere],
  prepare: (request) => (complaint, by, moment) => decline(complaint, request, by, moment),
}

/** Closes the case. The objection window keeps running, so closing early takes nothing from the reporter. */
export function close(complaint: Complaint, text: string | undefined, by: Actor, moment: Moment): Complaint {
  refuseUnlessReachable(complaint.status, 'closed')
  return applyDecision(complaint, moment, { status: 'closed' }, { event: 'closed', by, text, notice: 'closed' })
}

/** A person who closes a case whose complaint was proven names what the office changed, unless somebody did. */
export const closeAct: ActSteps<WrittenImprovement & { readonly text?: string | undefined }> = {
  words: (request) => [request.text, ...wordsOfImprovement(request)],
  async prepare(request, ports, staff) {
    const found = await findForImprovement(ports, staff, request.number, request)
    return (complaint, by, moment) => {
      const named = owesImprovement(complaint) ? nameImprovement(complaint, request, found, by, moment) : complaint
      return close(named, request.text, by, moment)
    }
  },
}

interface ObjectionDecision {
  readonly upheld: boolean
  readonly text: string
  /** Why the person who gave the answer decides themselves; the reporter reads it. */
  readonly ownReason?: string | undefined
}

/**
 * If the objection is upheld, the case is handled again. If not, the answer stands and the case is closed, or it stays
 * declined.
 */
export function decideObjection(
  complaint: Complaint,
  { upheld, text, ownReason }: ObjectionDecision,
  by: Actor,
  moment: Moment,
): Complaint {
  const status = upheld ? 'in_progress' : complaint.dossier.declined ? 'declined' : 'closed'
  refuseUnlessReachable(complaint.status, status)
  const isOwn = by.kind === 'staff' && wroteAnswer(by, complaint)
  if (isOwn && !ownReason) {
    throw new Refusal('forbidden', 'objection/own-answer', {}, [{ path: 'ownReason', code: 'required' }])
  }
  const { at } = moment
  const over = stopAll(complaint.clocks, at)
  return applyDecision(
    isOwn ? { ...complaint, dossier: withOwnReason(complaint.dossier, ownReason, by, at) } : complaint,
    moment,
    upheld
      ? {
          status,
          clocks: withClock(over, handlingClockOf(complaint), complaint, moment, at),
          dossier: { declined: null },
        }
      : { status, clocks: over },
    { event: 'objection_decided', by, text, notice: 'objection_decided' },
  )
}

const withOwnReason = (dossier: Dossier, text: string | undefined, by: Actor, at: Instant): Dossier => ({
  ...dossier,
  history: [...dossier.history, { at, event: 'decided_by_signer', by, text: text ?? null, public: true }],
})

export const decideObjectionAct: ActSteps<ObjectionDecision> = {
  words: ({ text, ownReason }) => [text, ownReason],
  prepare: (request) => (complaint, by, moment) => decideObjection(complaint, request, by, moment),
}
