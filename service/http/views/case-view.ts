import { mayOn } from '../../case/access/case-access.ts'
import { signedOwn, type UnitNow } from '../../case/access/deciders.ts'
import { staffToThinkOf } from '../../case/candidates.ts'
import { lateClocks, nextDueAt } from '../../case/case-clocks.ts'
import { chosenIn, concernedIn } from '../../case/concerned.ts'
import { contactState } from '../../case/contact-check.ts'
import { isCoveredFrom, isWrittenIn } from '../../case/covering.ts'
import { nameForStaff } from '../../case/evidence.ts'
import { waitingCode } from '../../case/given-code.ts'
import { reachOf, standingOf } from '../../case/notices/delivery.ts'
import { openingsOf } from '../../case/older-pages.ts'
import { asksToDeclare, readersOf } from '../../case/readers.ts'
import type { Complaint } from '../../case/shape/complaint.ts'
import type { IdentityOpening, Note } from '../../case/shape/correspondence.ts'
import type { Disposition } from '../../case/shape/handling.ts'
import type { Actor } from '../../case/shape/history.ts'
import type { Concerned } from '../../case/shape/intake.ts'
import { isNoCode, type Notice, undeliveredSince } from '../../case/shape/notice.ts'
import { pickStory } from '../../case/shape/story-fields.ts'
import { mayTellFor } from '../../case/tasks.ts'
import type { CaseLine, CaseView } from '../../contract/case-view.ts'
import type { NoticeView } from '../../contract/messages.ts'
import { mayNoteLaporId } from '../../desk/lapor/lapor.ts'
import { mayBecomeLetter } from '../../desk/letters/letter-drafts.ts'
import { carers } from '../../desk/messages.ts'
import { needsGroundedDecision } from '../../desk/redactions.ts'
import { checkableOf } from '../../following/rights/rights.ts'
import { keepersBesides, mayOpenIdentity, mayOpenWords, waitingRequestOf } from '../../keeping/identity/identity.ts'
import { mayConfirmCode } from '../../keeping/identity/reporters.ts'
import { packNamed, pauseDaysOf } from '../../offices/calendar/rule-pack.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { policyFor } from '../../offices/tenants/tenant.ts'
import type { Instant } from '../../shared/instant.ts'
import { explainAttempt } from '../../telling/notices/configure-accounts.ts'
import type { ViewWording } from '../view-wording.ts'
import { actsView } from './acts-view.ts'
import * as parts from './case-parts.ts'
import type { ViewContext } from './common-views.ts'
import * as common from './common-views.ts'
import { caseRetentionView } from './keeping-view.ts'
import { standingTexts } from './view-texts.ts'

export function caseLine(complaint: Complaint, { tenant, wording, now, members }: ViewContext): CaseLine {
  const dueAt = nextDueAt(complaint.clocks)
  const { label } = common.categoryView(tenant, complaint.category, wording, complaint.receivedAt)
  return {
    number: complaint.id,
    status: complaint.status,
    category: complaint.category,
    categoryLabel: label,
    class: complaint.class,
    privacy: complaint.privacy,
    channel: complaint.channel,
    receivedAt: complaint.receivedAt,
    subject: complaint.dossier.subject,
    labels: parts.labelsShown(tenant.settings, complaint.dossier.labels),
    handler: common.personView(complaint.handler, members),
    destroyed: complaint.destroyed !== null,
    laporId: complaint.dossier.lapor?.id ?? null,
    fromBook: complaint.imported !== null,
    offeredTo: openOfferOf(complaint)?.office ?? null,
    dueAt,
    overdue: dueAt !== null && dueAt < now,
    paused: common.sayStandingPause(complaint, tenant.settings, wording),
  }
}

export function caseView(complaint: Complaint, viewer: StaffMember, context: ViewContext, office: UnitNow): CaseView {
  const { dossier, status } = complaint
  const { tenant, wording, now, members } = context
  const { labels } = wording
  const [name, nameFile] = [common.byName(wording), (file: string) => nameForStaff(complaint, file)]
  return {
    number: complaint.id,
    revision: complaint.revision,
    status,
    statusLabel: labels.status[status],
    category: common.categoryView(tenant, complaint.category, wording, complaint.receivedAt),
    class: complaint.class,
    privacy: complaint.privacy,
    channel: complaint.channel,
    receivedAt: complaint.receivedAt,
    receivedBy: receivedByName(dossier.receivedBy, wording),
    place: dossier.place,
    // It may tell who wrote the letter.
    letterNumber: isCoveredFrom(viewer.id, complaint, now) ? null : dossier.letterNumber,
    enteredAt: dossier.enteredAt,
    ...pickStory(dossier),
    spoken: common.spokenView(dossier, name),
    covered: context.isCovered ?? false,
    mayUncover: (context.isCovered ?? false) && mayOpenWords(complaint, viewer, now),
    answers: common.answerViews(dossier.answers, wording),
    signing: dossier.signing,
    consent: dossier.consent,
    identity: identityView(complaint, viewer, context, office),
    ...dataRequestsView(complaint, viewer, context),
    ...parts.labelsOfCase(tenant.settings, dossier.labels),
    ...parts.checklistOfCase(complaint, viewer, context),
    handler: common.personView(complaint.handler, members),
    ...guardView(complaint, viewer, context),
    ...caseRetentionView(complaint, context),
    mayHold: !complaint.destroyed && mayOn(viewer, 'retention.manage', complaint),
    instruction: dossier.instruction,
    dispositions: dossier.dispositions.map((slip) => dispositionView(slip, viewer, name)).toReversed(),
    clocks: common.clockViews(complaint, tenant, wording, now),
    history: common.historyForStaff(dossier.history, tenant.settings, wording, name, nameFile, complaint.notices),
    messages: common.messageViews(dossier.messages, name),
    notes: noteViews(dossier.notes, name),
    ...parts.timedView(complaint, viewer, name, tenant.settings.calendar, now),
    evidence: complaint.evidence.map((item) => parts.caseEvidenceView(complaint, item, viewer, context)),
    notices: noticeViews(complaint, viewer, context),
    reach: complaint.identity
      ? reachOf(complaint.noticeChannels, context.channels, tenant.settings.letters.on)
      : 'page',
    older: dossier.older?.newest ?? null,
    maySettleNotices:
      !complaint.destroyed &&
      undeliveredSince(complaint.notices) !== null &&
      carers.some((permission) => mayOn(viewer, permission, complaint)),
    completion: common.completionView(dossier.completion, complaint.clocks),
    delay: common.delayView(lateClocks(complaint.clocks), dossier.delays, wording, name),
    grounded: dossier.grounded,
    needsGroundedDecision: needsGroundedDecision(complaint, policyFor(tenant.settings, complaint.category)),
    ...answersView(complaint, wording),
    redactions: dossier.redactions
      .filter(({ words }) => isWrittenIn(complaint, words))
      .map((one) => ({ ...one, by: name(one.by) })),
    declined: common.declineView(dossier, wording),
    forwarded: common.forwardedView(dossier),
    merged: dossier.merged && {
      into: dossier.merged.into,
      at: dossier.merged.at,
      by: name(dossier.merged.by),
      answered: dossier.merged.answeredAt !== null,
    },
    joined: dossier.joined.length,
    lapor: dossier.lapor && { ...dossier.lapor, by: name(dossier.lapor.by) },
    mayNoteLapor: mayNoteLaporId(viewer, complaint),
    offer: offerView(complaint),
    fromBook: dossier.fromBook,
    split: { from: context.split?.from ?? null, into: context.split?.into ?? [] },
    cameFrom: complaint.cameFrom && { office: complaint.cameFrom.office, number: complaint.cameFrom.number },
    rating: dossier.rating,
    ...actsView(complaint, viewer, context, office),
    mostPauseDays: pauseDaysOf(packNamed(tenant.settings.rulePacks, complaint.rulePack)),
  }
}

const answersView = (
  complaint: Complaint,
  wording: ViewWording,
): Pick<CaseView, 'proposal' | 'answer' | 'objection' | 'improvement' | 'owesImprovement'> => ({
  proposal: common.answerView(complaint.dossier.proposal, wording, common.byName(wording)),
  answer: common.answerView(complaint.dossier.answer, wording, common.byName(wording), signedOwn(complaint.dossier)),
  objection: complaint.dossier.objection,
  ...parts.improvementView(complaint, common.byName(wording)),
})

function guardView(
  complaint: Complaint,
  viewer: StaffMember,
  { members }: ViewContext,
): Pick<CaseView, 'readers' | 'guard' | 'mayGuard' | 'namedStaff'> {
  const { guard, destroyed, dossier } = complaint
  const mayGuard = !destroyed && mayOn(viewer, 'cases.verify', complaint)
  const named = mayGuard ? staffToThinkOf(complaint, [...members.values()]) : []
  return {
    readers: readerViews(complaint, viewer, members),
    mayGuard,
    namedStaff: named.map(({ id, name, position }) => ({ id, name, position })),
    guard: guard && {
      concerns: concernedIn(complaint).map(personOf),
      chosen: [...new Set(chosenIn(complaint).map(({ position }) => position.trim()))],
      candidates: dossier.candidates.filter(({ declared }) => !declared).map(personOf),
      declared: dossier.candidates.filter(({ declared }) => declared).map(personOf),
      steward: common.personView(guard.steward, members),
    },
  }
}

function readerViews(complaint: Complaint, viewer: StaffMember, members: ViewContext['members']) {
  const isAsked = asksToDeclare(complaint) && !viewer.isInSmallUnit
  return readersOf(complaint).flatMap(({ id, as, since, undeclared }) => {
    const person = common.personView(id, members)
    return person ? [{ ...person, as, since, declared: !(isAsked && undeclared) }] : []
  })
}

const personOf = ({ id, name, position }: Concerned) => ({ id, name, position })

const dispositionView = (
  { id, at, by, assignments }: Disposition,
  viewer: StaffMember,
  name: (by: Actor) => string,
) => ({
  ...{ id, at, by: name(by) },
  assignments: assignments.map(({ to, ...rest }) => ({ ...rest, own: mayTellFor(viewer, to) })),
})
const openOfferOf = ({ offer }: Complaint) => (offer?.state === 'recalled' ? null : offer)

function offerView(complaint: Complaint): CaseView['offer'] {
  const offer = openOfferOf(complaint)
  return offer && { office: offer.office, since: offer.since, reason: complaint.dossier.offered?.reason ?? '' }
}

const receivedByName = (by: Actor, wording: ViewWording): string =>
  by.kind === 'staff' ? `${by.name} (${by.position})` : wording.labels.system

// What a reporter writes about their own data can reveal who they are, so only staff who answer such requests read
// it.
function dataRequestsView(
  complaint: Complaint,
  viewer: StaffMember,
  { tenant, wording, now }: ViewContext,
): Pick<CaseView, 'dataRequests' | 'mayAnswerDataRequests'> {
  const mayAnswer = mayOn(viewer, 'rights.answer', complaint)
  const { dataRequests } = complaint.dossier
  const requests = common.dataRequestViews(dataRequests, tenant.settings.calendar, wording, now, common.byName(wording))
  return {
    mayAnswerDataRequests: mayAnswer,
    dataRequests: mayAnswer
      ? requests
      : requests.map(({ answer, ...request }) => ({
          ...request,
          text: null,
          answer: answer && { ...answer, text: null },
        })),
  }
}

function identityView(
  complaint: Complaint,
  viewer: StaffMember,
  context: ViewContext,
  { working }: UnitNow,
): CaseView['identity'] {
  const { wording, now } = context
  const { identity, privacy, dossier } = complaint
  const name = common.byName(wording)
  const { openingGround } = wording.labels
  const mayOpen = mayOpenIdentity(complaint, viewer, now)
  const waits = waitingCode(dossier)
  const isKept = keepersBesides(viewer, complaint, working).length > 0
  const isGuarded = privacy !== 'named' || (identity !== null && dossier.sealedTo !== null)
  const fitsAsking =
    isGuarded &&
    (identity !== null || (context.isCovered === true && !mayOpenWords(complaint, viewer, now))) &&
    !mayOpen &&
    mayOn(viewer, 'identity.open', complaint) &&
    !waitingRequestOf(complaint, viewer.id)
  return {
    given: identity !== null,
    masked: dossier.maskedReporter,
    sealedTo: dossier.sealedTo,
    confirmed: checkableOf(complaint).filter((channel) => contactState(complaint, channel, now).state === 'confirmed'),
    mayOpen,
    mayAsk: fitsAsking && isKept,
    nobodyKeeps: fitsAsking && !isKept,
    mayDecide: isGuarded && mayOn(viewer, 'identity.open_confidential', complaint),
    codeWaits: waits && { at: waits.at, by: name(waits.by), mayConfirm: mayConfirmCode(complaint, viewer, now) },
    openedTimes: openingsOf(dossier),
    openings: openingViews(dossier.identityOpenings, wording),
    requests: dossier.identityRequests.map(({ id, at, by, ground, reason, decision }) => ({
      id,
      at,
      by: name(by),
      own: by.kind === 'staff' && by.id === viewer.id,
      groundLabel: openingGround[ground],
      reason,
      decision: decision && { ...decision, by: name(decision.by) },
    })),
  }
}

export const noteViews = (notes: readonly Note[], name: (by: Actor) => string): CaseView['notes'] =>
  notes.map(({ at, by, text, mentions = [] }) => ({
    ...{ at, by: name(by), text },
    mentions: mentions.map((one) => one.name),
  }))

export const openingViews = (
  openings: readonly IdentityOpening[],
  wording: ViewWording,
): CaseView['identity']['openings'] =>
  openings.map(({ at, by, ground, reason }) => ({
    at,
    by: common.byName(wording)(by),
    role: by.kind === 'staff' ? by.position : '',
    groundLabel: wording.labels.openingGround[ground],
    reason,
  }))

/**
 * The notices of a case, with those that this person can send by letter instead. Codes are left out, because the
 * history mentions them.
 */
export const noticeViews = (complaint: Complaint, viewer: StaffMember, context: ViewContext): NoticeView[] =>
  noticeViewsOf(complaint.notices, complaint, viewer, context)

export function noticeViewsOf(
  notices: readonly Notice[],
  complaint: Complaint,
  viewer: StaffMember,
  { wording, tenant }: ViewContext,
): NoticeView[] {
  const cares = carers.some((permission) => mayOn(viewer, permission, complaint))
  return notices.filter(isNoCode).map((notice) => ({
    ...noticeView(notice, { wording, tenant }),
    mayLetter: cares && mayBecomeLetter(complaint, notice, tenant.settings.letters.on),
  }))
}

function noticeView(
  notice: Notice,
  { wording, tenant }: Pick<ViewContext, 'wording' | 'tenant'>,
): Omit<NoticeView, 'mayLetter'> {
  const { id, event, state, channel, nextTryAt, attempts } = notice
  const inWords = (at: Instant) => wording.clocks.formatDayTime(at, tenant.settings.calendar)
  const standing = standingOf(notice)
  const nextTry = nextTryAt && inWords(nextTryAt)
  return {
    id,
    event,
    label: wording.labels.event[event],
    state,
    standing,
    standingLabel: standingTexts[wording.language][standing],
    channel,
    nextTryAt,
    attempts: attempts.map((attempt) => ({
      at: attempt.at,
      channel: attempt.channel,
      outcome: attempt.outcome,
      report: attempt.report?.state ?? null,
      explanation: explainAttempt(attempt, wording.language, attempt === attempts.at(-1) ? nextTry : null, inWords),
    })),
  }
}
