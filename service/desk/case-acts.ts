import { changeCaseFor, mayOn, reads } from '../case/access/case-access.ts'
import { actorOf, type CaseRequest, keepReportersUnnamed, momentUnder } from '../case/access/case-actions.ts'
import { mayCall, type UnitNow, unitNowOf, whyNotDecide } from '../case/access/deciders.ts'
import { askWhomWordsMean } from '../case/access/staff-matching.ts'
import { hasOfficePause, lateClocks, runningHandling, runsForOffice } from '../case/case-clocks.ts'
import { refuseUnlessIn } from '../case/complaint.ts'
import type { Complaint } from '../case/shape/complaint.ts'
import { maySplit, splittableStatuses } from '../case/split-case.ts'
import { isProven } from '../case/tasks.ts'
import { isActWaiting } from '../case/timed-acts.ts'
import { ownerOf } from '../keeping/unsent/unsent.ts'
import type { StaffMember } from '../offices/staff/permissions.ts'
import { statuses } from '../offices/vocabulary.ts'
import { isOneOf, keysOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import type { ActRule, CaseAct, DeskOffice } from './case-act.ts'
import {
  askForCompletionAct,
  explainDelayAct,
  extendAct,
  pauseAct,
  resumeAct,
  whyNotExtend,
  whyNotPause,
} from './clocks.ts'
import { correctAct } from './corrections.ts'
import {
  answerAct,
  closeAct,
  decideObjectionAct,
  declineAct,
  proposeAnswerAct,
  returnAnswerAct,
  verifyAct,
  whyNotAnswer,
  whyNotDecline,
} from './decisions.ts'
import { dispatchAct } from './dispatch.ts'
import { addReferenceAct, forwardAct, recallForwardAct } from './forwarding.ts'
import { checkImprovementAct, nameImprovementAct } from './improvements.ts'
import { keepConfidentialAct, mayBeConfidential, setLabelAct, whyNotConfidential } from './marks.ts'
import { mergeAct, splitAct, unmergeAct } from './merges.ts'
import { messageAct, noteAct, recordCallAct } from './messages.ts'
import { redactAct, transcribeAct, whyNotUnwritten } from './redactions.ts'

/**
 * Says who may do what to a case, when, and what it does. Requests, screens and series of cases all read this table.
 */
const table = {
  verify: { by: ['cases.verify'], from: ['received'], does: verifyAct },
  'ask-for-completion': {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'in_progress'],
    when: ({ imported }) => imported === null,
    does: askForCompletionAct,
  },
  dispatch: { by: ['cases.dispatch'], from: ['in_progress'], does: dispatchAct },
  message: {
    by: ['cases.verify', 'cases.handle'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected', 'merged', 'declined'],
    // Reporters in an old register have no code and read no page.
    when: ({ imported }) => imported === null,
    does: messageAct,
  },
  note: { by: ['cases.verify', 'cases.handle', 'cases.approve'], from: statuses, does: noteAct },
  'set-label': {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: statuses,
    when: ({ dossier }, _, { hasLabels }) => hasLabels || dossier.labels.length > 0,
    does: setLabelAct,
  },
  'propose-answer': { by: ['cases.handle'], from: ['in_progress'], does: proposeAnswerAct },
  'return-answer': { by: ['cases.approve'], from: ['awaiting_approval'], does: returnAnswerAct },
  answer: {
    by: ['cases.approve', 'cases.handle'],
    signs: 'cases.approve',
    from: ['in_progress', 'awaiting_approval'],
    when: (complaint, staff, office) => whyNotAnswer(staff, complaint, office) === null,
    whyNot: whyNotAnswer,
    does: answerAct,
  },
  decline: {
    by: ['cases.decline'],
    from: ['received', 'incomplete', 'in_progress'],
    whyNot: whyNotDecline,
    does: declineAct,
  },
  // Staff who may decline a case may also say who handles it instead.
  forward: {
    by: ['cases.decline'],
    from: ['received', 'in_progress'],
    when: ({ offer }) => offer === null,
    whyNot: (_, complaint) => whyNotUnwritten(complaint),
    does: forwardAct,
  },
  'recall-forward': {
    by: ['cases.decline'],
    from: ['received', 'in_progress'],
    when: ({ offer }) => offer !== null && offer.state !== 'recalled',
    does: recallForwardAct,
  },
  'add-reference': {
    by: ['cases.verify', 'cases.decline'],
    from: ['forwarded'],
    when: ({ dossier, movedTo }) => dossier.forwarded !== null && movedTo === null,
    does: addReferenceAct,
  },
  merge: {
    by: ['cases.verify', 'cases.dispatch'],
    from: ['received', 'in_progress'],
    when: ({ identityAskedAt, dossier }) => identityAskedAt === null && dossier.joined.length === 0,
    does: mergeAct,
  },
  unmerge: {
    by: ['cases.verify', 'cases.dispatch'],
    from: ['merged'],
    when: ({ dossier }) => dossier.merged?.answeredAt === null,
    does: unmergeAct,
  },
  split: {
    by: ['cases.verify'],
    from: splittableStatuses,
    when: maySplit,
    whyNot: (_, complaint) => whyNotUnwritten(complaint),
    does: splitAct,
  },
  close: { by: ['cases.close'], from: ['answered'], does: closeAct },
  'name-improvement': {
    by: ['cases.close'],
    from: ['answered', 'objected', 'closed'],
    when: ({ dossier }) => isProven(dossier.answer?.outcome),
    does: nameImprovementAct,
  },
  'check-improvement': {
    by: ['cases.close'],
    from: ['closed'],
    when: ({ improvementDue }) => improvementDue?.what === 'check',
    does: checkImprovementAct,
  },
  'record-call': {
    by: ['identity.open'],
    from: ['closed'],
    when: (complaint, staff, office) => mayCall(staff, complaint, office),
    does: recordCallAct,
  },
  'decide-objection': {
    by: ['cases.approve', 'objections.decide'],
    from: ['objected'],
    whyNot: whyNotDecide,
    does: decideObjectionAct,
  },
  pause: {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: ['received', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => runsForOffice(clocks),
    whyNot: whyNotPause,
    does: pauseAct,
  },
  resume: {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => hasOfficePause(clocks),
    does: resumeAct,
  },
  extend: {
    by: ['cases.approve'],
    from: ['in_progress', 'awaiting_approval'],
    when: ({ clocks }) => runningHandling(clocks) !== undefined,
    whyNot: whyNotExtend,
    does: extendAct,
  },
  'explain-delay': {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
    when: ({ clocks }) => lateClocks(clocks).length > 0,
    does: explainDelayAct,
  },
  correct: {
    by: ['cases.verify'],
    from: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'answered', 'objected', 'closed'],
    when: ({ offer, imported }) => offer === null && imported === null,
    does: correctAct,
  },
  transcribe: {
    by: ['cases.verify', 'cases.handle'],
    from: statuses,
    when: ({ dossier }) => dossier.spoken !== null,
    does: transcribeAct,
  },
  redact: { by: ['cases.verify', 'cases.handle', 'cases.approve'], from: statuses, does: redactAct },
  'keep-confidential': {
    by: ['cases.verify', 'cases.handle', 'cases.approve'],
    from: statuses,
    when: mayBeConfidential,
    whyNot: whyNotConfidential,
    does: keepConfidentialAct,
  },
} as const satisfies Record<string, ActRule & { readonly does: CaseAct<never> }>

export type ActName = keyof typeof table

export type ActBodies = { [Name in ActName]: (typeof table)[Name]['does'] extends CaseAct<infer Body> ? Body : never }

export const acts: { readonly [Name in ActName]: ActRule & { readonly does: CaseAct<ActBodies[Name]> } } = table

/** An act that fits the case and the person's permissions, and why it is closed to them; `null` means that it is open. */
export interface FittingAct {
  readonly act: ActName
  readonly closed: Refusal | null
}

/** Pages, the API, templates and series all ask here which acts are open; `performAct` refuses the same ones. */
export function actsFor(staff: StaffMember, complaint: Complaint, office: UnitNow): FittingAct[] {
  if (complaint.destroyed || !reads(staff, complaint)) return []
  return keysOf(acts)
    .filter(
      (act) =>
        acts[act].by.some((permission) => mayOn(staff, permission, complaint)) &&
        isOneOf(acts[act].from, complaint.status) &&
        (acts[act].when?.(complaint, staff, office) ?? true) &&
        !isActWaiting(complaint, act),
    )
    .map((act) => ({ act, closed: acts[act].whyNot?.(staff, complaint, office) ?? null }))
}

export const openActs = (staff: StaffMember, complaint: Complaint, office: UnitNow): ActName[] =>
  actsFor(staff, complaint, office).flatMap(({ act, closed }) => (closed ? [] : [act]))

interface Decided {
  readonly complaint: Complaint
  readonly follow: () => Promise<Complaint>
}

/** Every act of staff on a case: it checks the permission, loads, decides and saves. */
export async function performAct<Name extends ActName>(
  ports: DeskOffice,
  staff: StaffMember,
  name: Name,
  request: CaseRequest & ActBodies[Name],
  id = ports.newId(),
): Promise<Complaint> {
  const { follow } = await decideAct<Name>(ports, staff, name, request, id)
  const done = await follow()
  // Their writes share a commit.
  await Promise.all([
    ports.record(staff.tenant, { by: staff.id, act: 'case.acted', subject: request.number, detail: name }),
    ports.unsent.drop(ownerOf(staff), { number: request.number, kind: name }),
  ])
  return done
}

/** The same up to the write of the decision. @param id what an act on two cases writes by */
export async function decideAct<Name extends ActName>(
  ports: DeskOffice,
  staff: StaffMember,
  name: Name,
  request: CaseRequest & ActBodies[Name],
  id: string,
): Promise<Decided> {
  const rule: (typeof acts)[Name] = acts[name]
  const { does } = rule
  if ('reserve' in does) {
    const complaint = await does.reserve(request, id, ports, staff, rule)
    return { complaint, follow: () => does.finish(request, id, ports, staff) }
  }
  const decide = await does.prepare(request, ports, staff)
  const { settings } = await ports.tenants.get(staff.tenant)
  const moment = momentUnder(settings, ports)
  const { signs } = rule
  const by = actorOf(staff, signs && staff.permissions.has(signs) ? [signs] : rule.by)
  const complaint = await changeCaseFor(ports, staff, rule.by, request.number, async (before) => {
    if (before.revision !== request.revision) throw new Refusal('conflict', 'case/changed-meanwhile')
    refuseUnlessIn(before, rule.from)
    if (isActWaiting(before, name)) throw new Refusal('conflict', 'timed/waiting')
    const closed = rule.whyNot?.(staff, before, await unitNowOf(ports, staff.tenant, settings))
    if (closed) throw closed
    const decided = await decide(before, by, moment, settings)
    const decision = await askWhomWordsMean(ports.staff, before, decided, moment)
    const words = does.words(request, before)
    return keepReportersUnnamed(ports, staff, before, decision, {
      words,
      leakReason: request.leakReason,
      by,
      moment,
    })
  })
  return { complaint, follow: async () => (await does.follow?.(request, ports, staff)) ?? complaint }
}
