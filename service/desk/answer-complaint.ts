import { mayOn } from '../case/access/case-access.ts'
import type { Office } from '../case/access/deciders.ts'
import { stopClocks, withClock } from '../case/case-clocks.ts'
import { applyDecision, refuseUnlessReachable } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import type { Actor, Moment } from '../case/shape/history.ts'
import { isProven } from '../case/tasks.ts'
import { notPermitted, type StaffMember } from '../offices/staff/permissions.ts'
import type { Outcome } from '../offices/vocabulary.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActSteps } from './case-act.ts'

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
export function whyNotAnswer(staff: StaffMember, complaint: Complaint, { handlersAnswerIn }: Office): Refusal | null {
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
