import type { SplitSeen } from '../../case/access/case-access.ts'
import { clockNamed, standingPause, withReasons } from '../../case/case-clocks.ts'
import { isOverdue, type RunningClock } from '../../case/deadlines/clocks.ts'
import { wasTaken } from '../../case/notices/delivery.ts'
import type { Complaint, Dossier } from '../../case/shape/complaint.ts'
import type * as correspondence from '../../case/shape/correspondence.ts'
import type { EvidenceItem } from '../../case/shape/evidence.ts'
import type { Actor, HistoryLine } from '../../case/shape/history.ts'
import type { Transcript } from '../../case/shape/intake.ts'
import type { Notice } from '../../case/shape/notice.ts'
import type { CaseView } from '../../contract/case-view.ts'
import type * as complaintWire from '../../contract/complaint-view.ts'
import type { DataRequestView } from '../../contract/identity.ts'
import type { AnsweredQuestion } from '../../contract/questions.ts'
import { isGiven } from '../../keeping/evidence/opened-evidence.ts'
import type { OfficeCalendar } from '../../offices/calendar/office-calendar.ts'
import { type ClockRule, packNamed, ruleFor } from '../../offices/calendar/rule-pack.ts'
import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Answered } from '../../offices/questions/kept-answers.ts'
import { sayAnswer } from '../../offices/questions/say-answer.ts'
import type { Membership } from '../../offices/staff/account.ts'
import type { StaffDirectory } from '../../offices/staff/staff-directory.ts'
import { labelOfCategory, type Tenant, type TenantSettings } from '../../offices/tenants/tenant.ts'
import { readIn } from '../../offices/translated.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ViewWording } from '../view-wording.ts'
import { ownNamesIn, sayLine } from './correction-view.ts'

/** Returns the name of an actor: for the reporter the position, among staff the name too. */
export type NameActor = (actor: Actor) => string

export const byPosition =
  ({ labels }: ViewWording): NameActor =>
  (actor) => {
    if (actor.kind === 'staff') return actor.position
    if (actor.kind === 'system') return labels.system
    return actor.codeBy ? labels.reporterByCode({ by: actor.codeBy }) : labels.reporter
  }

export const byName =
  (wording: ViewWording): NameActor =>
  (actor) =>
    actor.kind === 'staff' ? `${actor.name} (${actor.position})` : byPosition(wording)(actor)

export const clockViews = (
  { clocks, category, dossier }: Complaint,
  { settings: { calendar, rulePacks } }: Tenant,
  { clocks: wording }: ViewWording,
  now: Instant,
): complaintWire.ClockView[] =>
  withReasons(clocks, dossier.clockReasons).map((clock) => ({
    ...clock,
    label: wording.clocks[clock.clock],
    overdue: isOverdue(clock, now),
    explanation: wording.explainClock(clock, calendar),
    basis: wording.legalBasis(basisOf(clock, ruleFor(packNamed(rulePacks, clock.rulePack), clock.clock, category))),
  }))

/** No article names the days that the office gave itself. */
const basisOf = ({ isShortened }: RunningClock, rule: ClockRule): ClockRule =>
  isShortened ? { ...rule, legalBasis: null } : rule

/** Returns since when staff stopped the count, why, and until when at most; `null` if it runs. */
export function sayStandingPause(
  { clocks, dossier }: Complaint,
  { calendar }: Pick<TenantSettings, 'calendar'>,
  wording: ViewWording,
): string | null {
  const pause = standingPause(withReasons(clocks, dossier.clockReasons))
  return pause ? wording.clocks.sayPause(pause, calendar) : null
}

/** Returns how a reader knows a file of the case: staff by its name, unless that tells of the reporter. */
type NameFile = (id: string) => string

/** The reporter knows a file by its place, because others may look over their shoulder. */
export const filePlaceIn =
  ({ evidence }: Pick<Complaint, 'evidence'>, { labels }: ViewWording): NameFile =>
  (id) =>
    labels.fileAt({ place: evidence.findIndex((item) => item.id === id) + 1 })

/** @param notices those of the case, to tell of a line that notifies whether the reporter was really notified */
export const historyViews = (
  lines: readonly HistoryLine[],
  settings: TenantSettings,
  wording: ViewWording,
  name: NameActor,
  nameFile: NameFile,
  notices: readonly Notice[] = [],
): complaintWire.HistoryLineView[] =>
  lines.map((line) => ({
    at: line.at,
    event: line.event,
    label: labelOf(line, wording, notices),
    by: name(line.by),
    text: [line.file && nameFile(line.file), sayLine(line, settings, wording)].filter(Boolean).join(': ') || null,
    public: line.public,
  }))

/** Staff also read of which series an act was one, and their page marks the unit's own names. */
export const historyForStaff: typeof historyViews = (lines, settings, wording, ...about) =>
  historyViews(lines, settings, wording, ...about).map((view, at) => {
    const line = lines[at]
    if (!line) return view
    const ownNames = ownNamesIn(line, settings, wording.language)
    return { ...view, ...(line.series && { series: line.series }), ...(ownNames.length > 0 && { ownNames }) }
  })

function labelOf({ at, event, to }: HistoryLine, { labels }: ViewWording, notices: readonly Notice[]): string {
  const label = to ? `${labels.event[event]}: ${to}` : labels.event[event]
  const isNotified =
    event === 'late' && notices.some((one) => one.event === 'late' && one.createdAt === at && wasTaken(one.state))
  return isNotified ? `${label}; ${labels.reporterTold}` : label
}

export const messageViews = (
  messages: readonly correspondence.Message[],
  name: NameActor,
): complaintWire.MessageView[] =>
  messages.map(({ id, at, by, text, brings, inbound }) => ({
    id,
    at,
    from: by.kind === 'reporter' ? 'reporter' : 'office',
    by: name(by),
    text,
    ...(brings && { brings }),
    ...(inbound && { via: inboundTrace(inbound) }),
  }))

/** Says by position who opened the identity, and why, as the reporter reads it. */
export const identityAccessViews = (
  openings: readonly correspondence.IdentityOpening[],
  wording: ViewWording,
): complaintWire.ComplaintView['identityAccess'] =>
  openings.map(({ at, by, ground, reason }) => ({
    at,
    role: byPosition(wording)(by),
    groundLabel: wording.labels.openingGround[ground],
    reason,
  }))

const inboundTrace = ({ channel, sender, quoted, refused }: correspondence.InboundTrace) => ({
  channel,
  otherSender: sender === 'other',
  quoted,
  refused: refused.map(({ name, why }) => ({ name, why })),
})

/** @param quarantine holds back files that were not found clean */
export const evidenceView = (
  { dossier }: Complaint,
  item: EvidenceItem,
  quarantine: boolean,
): complaintWire.EvidenceView => {
  const { id, size, type, sha256, browserAgreed, addedAt } = item
  const name = dossier.evidenceNames[id] ?? id
  return { id, name, size, type, sha256, browserAgreed, addedAt, available: isGiven(item, quarantine) }
}

/** @param byOne the person who gave it had proposed it too, which its readers learn */
export const answerView = (
  answer: correspondence.Answer | null,
  { labels }: ViewWording,
  name: NameActor,
  byOne = false,
): complaintWire.AnswerView | null =>
  answer && {
    ...answer,
    outcomeLabel: labels.outcome[answer.outcome],
    by: byOne ? labels.proposedAndSigned({ by: name(answer.by) }) : name(answer.by),
  }

export const completionView = (
  completion: correspondence.CompletionRequest | null,
  clocks: readonly RunningClock[],
  until: 'completion' | 'reopening' = 'completion',
): complaintWire.CompletionView | null =>
  completion && {
    ...completion,
    brought: completion.brought ?? [],
    until: clockNamed(clocks, until)?.dueAt ?? completion.askedAt,
  }

/** @param clocks those that are late */
export const delayView = (
  clocks: readonly RunningClock[],
  delays: Complaint['dossier']['delays'],
  { clocks: wording }: ViewWording,
  name: NameActor,
): complaintWire.DelayView | null =>
  clocks.length === 0
    ? null
    : {
        clocks: clocks.map(({ clock, dueAt, promisedAt }) => ({
          clock,
          label: wording.clocks[clock],
          dueAt,
          newDate: promisedAt ?? null,
        })),
        explanations: delays.toReversed().map(({ at, by, reason, newDate }) => ({ at, by: name(by), reason, newDate })),
      }

export const declineView = (
  { declined }: Complaint['dossier'],
  { labels }: ViewWording,
): complaintWire.DeclineView | null => declined && { ...declined, reasonLabel: labels.declineReason[declined.reason] }

export const forwardedView = ({ forwarded }: Complaint['dossier']): complaintWire.ForwardedView | null =>
  forwarded && {
    at: forwarded.at,
    ...forwarded.to,
    sentOn: forwarded.sentOn,
    reason: forwarded.reason,
    reference: forwarded.reference?.text ?? null,
  }

export const answerViews = (answers: readonly Answered[], { language }: ViewWording): AnsweredQuestion[] =>
  answers.map((one) => ({ question: readIn(one.question, language), answer: sayAnswer(one, language) }))

/** @param at when the case came, whose category is called what it was called then */
export const categoryView = ({ settings }: Tenant, code: string, { language }: ViewWording, at?: Instant) => ({
  code,
  label: labelOfCategory(settings, code, language, at),
})

export const dataRequestViews = (
  requests: readonly correspondence.DataRequest[],
  calendar: OfficeCalendar,
  { labels, clocks: wording }: ViewWording,
  now: Instant,
  name: NameActor,
): DataRequestView[] =>
  requests.map(({ clock, answer, ...request }) => ({
    ...request,
    kindLabel: labels.dataRequestKind[request.kind],
    dueAt: clock.dueAt,
    overdue: isOverdue(clock, now),
    explanation: wording.explainClock(clock, calendar),
    answer: answer && { ...answer, by: name(answer.by) },
  }))

/** @param name says who wrote a transcript, as the reader may know it */
export function spokenView({ spoken, chronology }: Dossier, name: (by: Actor) => string): CaseView['spoken'] {
  if (!spoken) return null
  const { file, disguised, transcript, earlier } = spoken
  const view = ({ at, by, reply }: Transcript, text: string) => ({ at, by: name(by), text, reply })
  return {
    ...{ file, disguised },
    transcript: transcript && view(transcript, chronology),
    earlier: earlier.map((one) => view(one, one.text)),
  }
}

export const personView = (id: string | null, members: ViewContext['members']) => {
  const member = id === null ? undefined : members.get(id)
  return member ? { id: member.id, name: member.name, position: member.position } : null
}

export interface ViewContext {
  readonly tenant: Tenant
  readonly wording: ViewWording
  readonly now: Instant
  readonly hasScanner: boolean
  /** The channels here, and whether each only keeps its messages. */
  readonly channels: ReadonlyMap<NoticeChannel, { readonly keepsHere: boolean }>
  readonly members: ReadonlyMap<string, Membership>
  /** Words of the reporter are masked for the viewer. */
  readonly isCovered?: boolean
  /** Absent in lists. */
  readonly split?: SplitSeen
}

/** Returns the names of all who have an account in the unit, by their ids. */
export const staffNames = async (
  { staff }: { readonly staff: Pick<StaffDirectory, 'members'> },
  tenant: TenantId,
): Promise<ReadonlyMap<string, string>> =>
  new Map<string, string>((await staff.members(tenant)).map(({ id, name }) => [id, name]))
