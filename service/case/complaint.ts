import type { Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { isOneOf, keysOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import { addJoinedNews, notesOf } from './news.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Actor, HistoryEvent, HistoryLine, Moment, Trace } from './shape/history.ts'
import { newNotice } from './shape/notice.ts'

/** A new status does not compile until its exits are named. */
export const exits = {
  received: ['incomplete', 'in_progress', 'declined', 'forwarded', 'merged', 'withdrawn'],
  incomplete: ['received', 'in_progress', 'declined', 'withdrawn'],
  in_progress: ['incomplete', 'awaiting_approval', 'answered', 'declined', 'forwarded', 'merged', 'withdrawn'],
  awaiting_approval: ['in_progress', 'answered', 'withdrawn'],
  answered: ['objected', 'closed'],
  objected: ['in_progress', 'answered', 'closed', 'declined'],
  // The objection window goes on when an office closes a case early.
  closed: ['objected'],
  declined: ['objected'],
  forwarded: [],
  // The case returns to its earlier status, or to an objection of its own if its reporter got the answer.
  merged: ['received', 'in_progress', 'objected', 'withdrawn'],
  // This is possible only after a missed completion, while the reporter can still bring it.
  withdrawn: ['received', 'in_progress'],
} as const satisfies Record<Status, readonly Status[]>

export const canBecome = (from: Status, to: Status): boolean => isOneOf(exits[from], to)

export function refuseUnlessReachable(from: Status, to: Status): void {
  if (!canBecome(from, to)) throw new Refusal('conflict', 'case/wrong-status', { status: from })
}

export function refuseUnlessIn(complaint: Complaint, allowed: readonly Status[]): void {
  if (!allowed.includes(complaint.status)) {
    throw new Refusal('conflict', 'case/wrong-status', { status: complaint.status })
  }
}

/** Returns the complaint after a decision, with its history line, notices and alerts. */
export function applyDecision(
  complaint: Complaint,
  { at, newId }: Moment,
  changes: Partial<Omit<Complaint, 'dossier'>> & { readonly dossier?: Partial<Dossier> },
  trace: Trace,
): Complaint {
  const line: HistoryLine = {
    at,
    event: trace.event,
    by: trace.by,
    text: trace.text ?? null,
    ...(trace.to && { to: trace.to }),
    ...(trace.moved && { moved: trace.moved }),
    ...(trace.file && { file: trace.file }),
    ...(trace.corrected && { corrected: trace.corrected }),
    public: trace.public ?? true,
  }
  const after: Complaint = {
    ...complaint,
    unansweredSince: unansweredAfter(complaint, trace, at),
    callableFrom: callableAfter(complaint, changes.status, trace, at),
    ...changes,
    revision: complaint.revision + 1,
    notices: trace.notice
      ? [...complaint.notices, newNotice(newId(), trace.notice, at, trace.only)]
      : complaint.notices,
    dossier: { ...complaint.dossier, ...changes.dossier, history: [...complaint.dossier.history, line] },
  }
  const alerts = [...complaint.alerts, ...notesOf(complaint, after, trace, { at, newId })]
  return addJoinedNews(complaint, { ...after, alerts }, trace, { at, newId })
}

const fromReporter: readonly HistoryEvent[] = [
  'message_from_reporter',
  'completed',
  'completed_in_part',
  'transcript_corrected',
]
const withoutNotice: readonly HistoryEvent[] = ['note', 'dispatched', 'answer_proposed']

/** The reporter waits from their first words on until staff tell them something, or note that they saw to it. */
function unansweredAfter({ unansweredSince }: Complaint, { event, by, notice }: Trace, at: Instant): Instant | null {
  if (by.kind === 'reporter' && fromReporter.includes(event)) return unansweredSince ?? at
  const isSeenTo = by.kind === 'staff' && (notice !== undefined || withoutNotice.includes(event))
  return isSeenTo ? null : unansweredSince
}

/**
 * The reporter of a case that was closed can be asked whether the matter is settled. One whose objection was decided has
 * had the last word of the office, and nobody calls a reporter who is not named.
 */
function callableAfter(
  { callableFrom, privacy }: Complaint,
  status: Status | undefined,
  { event }: Trace,
  at: Instant,
): Instant | null {
  if (status === undefined) return callableFrom
  return status === 'closed' && privacy === 'named' && event !== 'objection_decided' ? at : null
}

/** Staff read why a text that names the reporter was kept. */
export const namingLine = (reason: string, by: Actor, at: Instant): HistoryLine => ({
  at,
  event: 'naming_kept',
  by,
  text: reason,
  public: false,
})

type ListIn<T> = {
  [Name in keyof T]-?: T[Name] extends readonly unknown[] ? Name : string extends keyof T[Name] ? Name : never
}[keyof T] &
  string

type Row = { readonly most: number } | { readonly moves: true }

/**
 * A case keeps this many history lines that a machine wrote and no act has sealed yet; beyond that, older ones are
 * combined.
 */
export const outlineLimits = { linesToSeal: 20 } as const

/**
 * Limits each list of a case. A list without a row does not compile. A list that `moves` has no limit here: its old
 * items move to older pages (`heldInCase`), and its growth is limited by time.
 */
export const caseLimits = {
  outline: {
    /** `foldOvertaken` keeps few waiting notices of each kind. Codes are not folded; `contactChecks` limits them. */
    notices: { moves: true },
    /** Alerts and news that wait for staff and programs; both lists empty within seconds. */
    alerts: { most: 500 },
    news: { most: 500 },
    clocks: { most: 200 },
    clocksTold: { most: 200 },
    /** It empties within seconds. */
    rulesDue: { most: 500 },
    noticeChannels: { most: 10 },
    evidence: { most: 50 },
    receiptFiles: { most: 20 },
  },
  dossier: {
    history: { moves: true },
    messages: { moves: true },
    notes: { moves: true },
    timedActs: { most: 10 },
    identityOpenings: { moves: true },
    labels: { most: 60 },
    ticks: { most: 60 },
    answers: { most: 100 },
    receiptClocks: { most: 20 },
    evidenceNames: { most: 100 },
    hiddenNames: { most: 100 },
    dispositions: { most: 20 },
    delays: { most: 60 },
    clockReasons: { most: 100 },
    answerWriters: { most: 10 },
    calls: { most: 50 },
    redactions: { most: 50 },
    fileRedactions: { most: 50 },
    dataRequests: { most: 60 },
    identityRequests: { most: 100 },
    contactChecks: { most: 100 },
    /** The law requires each notice, so none is refused: the texts of older ones move into the history. */
    breachNotices: { moves: true },
    /** A post that a reporter ticks may have many people. */
    concerns: { most: 500 },
    /** It is as many as a unit has members, because a name that many have must not keep a complaint from being filed. */
    candidates: { most: 500 },
    readers: { most: 500 },
    notMeant: { most: 500 },
    joined: { most: 100 },
    splits: { most: 4 },
    /** News that joined cases have not received yet; the list empties within seconds. */
    passesOn: { most: 1_000 },
  },
} as const satisfies {
  readonly outline: Readonly<Record<ListIn<Omit<Complaint, 'dossier'>>, Row>>
  readonly dossier: Readonly<Record<ListIn<Dossier>, Row>>
}

/** A case may have this many bytes of JSON besides what moves to older pages. The sealed dossier is a third longer. */
const MOST_BYTES = 450_000

/** A case with fewer characters than this is not measured exactly. */
const LOOKS_FROM = 400_000

const lengthOf = (list: object): number => (Array.isArray(list) ? list.length : Object.keys(list).length)

function restOf({ dossier, notices: _, ...outline }: Complaint) {
  const { messages: __, notes: ___, history: ____, identityOpenings: _____, breachNotices: ______, ...rest } = dossier
  return { ...outline, dossier: rest }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value))

function refuseLonger<Name extends string>(
  limits: Readonly<Record<Name, Row>>,
  before: Readonly<Record<NoInfer<Name>, object>>,
  after: Readonly<Record<NoInfer<Name>, object>>,
): void {
  for (const name of keysOf(limits)) {
    const row = limits[name]
    if (!('most' in row)) continue
    const length = lengthOf(after[name])
    if (length > row.most && length > lengthOf(before[name])) {
      throw new Refusal('conflict', 'case/full', { most: row.most })
    }
  }
}

/**
 * Refuses any act that makes a list of a case or the whole case too large. An act that adds nothing to a full list is
 * allowed, so a full case can still be answered, erased and destroyed.
 */
export function refuseFull(before: Complaint, after: Complaint, sealed: string): void {
  refuseLonger(caseLimits.outline, before, after)
  refuseLonger(caseLimits.dossier, before.dossier, after.dossier)
  const { dossier: _, ...outline } = after
  if (sealed.length + bytesOf(outline) < LOOKS_FROM) return
  const bytes = bytesOf(restOf(after))
  if (bytes > MOST_BYTES && bytes > bytesOf(restOf(before))) throw new Refusal('conflict', 'case/full', {})
}

/** What of a case changes when its reporter becomes confidential. What the store has of it is sealed and indexed anew, because words and look-ups follow from it. */
export const madeConfidential = {
  privacy: 'confidential',
  callableFrom: null,
  dossier: { maskedReporter: null },
} as const
