import { notesOf } from '../alerts/alert-note.ts'
import type { Counting } from '../deadlines/clocks.ts'
import { newNotice } from '../notices/notice.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { withPassedOn } from './pass-on.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Actor, HistoryEvent, HistoryLine } from './shape/history.ts'
import type { NoticeChannel, NoticeEvent, Status } from './vocabulary.ts'

/** The exits of each status. A new status does not compile until its exits are named. */
export const exits = {
  received: ['incomplete', 'in_progress', 'declined', 'forwarded', 'merged', 'withdrawn'],
  incomplete: ['received', 'in_progress', 'declined', 'withdrawn'],
  in_progress: ['incomplete', 'awaiting_approval', 'answered', 'declined', 'forwarded', 'merged', 'withdrawn'],
  awaiting_approval: ['in_progress', 'answered', 'withdrawn'],
  answered: ['objected', 'closed'],
  objected: ['in_progress', 'answered', 'closed'],
  // The objection window goes on when an office closes a case early.
  closed: ['objected'],
  declined: [],
  forwarded: [],
  // Back to where it stood; to an objection of its own where its reporter was told the answer.
  merged: ['received', 'in_progress', 'objected', 'withdrawn'],
  // Only where completion did not come: the reporter can still bring it.
  withdrawn: ['received', 'in_progress'],
} as const satisfies Record<Status, readonly Status[]>

export const canBecome = (from: Status, to: Status): boolean => (exits[from] as readonly Status[]).includes(to)

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

/** The moment of a decision, what its unit counts by, and where new ids come from: random, never counters. */
export interface Moment extends Counting {
  readonly at: Instant
  readonly newId: () => string
}

/** What one decision adds to a complaint besides its new state. */
export interface Trace {
  readonly event: HistoryEvent
  readonly by: Actor
  readonly text?: string | undefined
  /** Where the case went. */
  readonly to?: string
  readonly public?: boolean
  readonly notice?: NoticeEvent
  /** The notice leaves on this channel or not at all. */
  readonly only?: NoticeChannel
  /** What it says to the reporter is for the reporters of joined cases too. */
  readonly toJoined?: boolean
}

/** The complaint after a decision: changed, with its line of history, and with what reporter and staff must be told. */
export function decided(
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
    public: trace.public ?? true,
  }
  const after: Complaint = {
    ...complaint,
    ...changes,
    revision: complaint.revision + 1,
    notices: trace.notice
      ? [...complaint.notices, newNotice(newId(), trace.notice, at, trace.only)]
      : complaint.notices,
    dossier: { ...complaint.dossier, ...changes.dossier, history: [...complaint.dossier.history, line] },
  }
  const alerts = [...complaint.alerts, ...notesOf(complaint, after, trace, { at, newId })]
  return withPassedOn(complaint, { ...after, alerts }, trace, { at, newId })
}

/** Why words that say who the reporter is were kept: staff read it. */
export const namingLine = (reason: string, by: Actor, at: Instant): HistoryLine => ({
  at,
  event: 'naming_kept',
  by,
  text: reason,
  public: false,
})

export const LOW_STARS = 2

/** The reporter said that their matter is not solved, or was handled badly. */
export const isUnsatisfied = ({ dossier: { rating } }: Complaint): boolean =>
  rating !== null && (rating.stars <= LOW_STARS || !rating.solved)
