import type { Status } from '../offices/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import { isOneOf } from '../shared/records.ts'
import { Refusal } from '../shared/refusal.ts'
import { notesOf } from './alert-note.ts'
import { addJoinedNews } from './joined-news.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Actor, HistoryEvent, HistoryLine } from './shape/history.ts'
import type { Moment, Trace } from './shape/moment.ts'
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

/** @throws Refusal `case/wrong-status` */
export function refuseUnlessReachable(from: Status, to: Status): void {
  if (!canBecome(from, to)) throw new Refusal('conflict', 'case/wrong-status', { status: from })
}

/** @throws Refusal `case/wrong-status` */
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
