import { type AlertNote, notesOf } from '../alerts/alert-note.ts'
import type { ClockTold } from '../alerts/clock-alerts.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type { MovedDate } from '../deadlines/moved-date.ts'
import type { EvidenceItem } from '../evidence/evidence.ts'
import type { SealedIdentity, WrappedKey } from '../identity/vault.ts'
import type { BreachNotice } from '../incidents/breach-notice.ts'
import type { LaporEntry } from '../lapor/lapor-id.ts'
import { type Notice, newNotice } from '../notices/notice.ts'
import type { FromBook, Imported } from '../old-books/from-book.ts'
import type { Answered } from '../questions/answered.ts'
import type { ContactCheck } from '../rights/contact-check.ts'
import type { DataRequest } from '../rights/data-request.ts'
import type { Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import type { GuardMark, StaffId } from '../staff/staff-member.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { Counting } from './case-clocks.ts'
import type { CaseNews } from './case-news.ts'
import type { Disposition } from './disposition.ts'
import type { Destroyed, Hold } from './ended.ts'
import type { DelayExplained } from './explain-delay.ts'
import type { Forwarded, Offered } from './forwarded.ts'
import type { Older } from './older-pages.ts'
import { type JoinedCase, type MergedInto, type PassedOn, withPassedOn } from './pass-on.ts'
import type { Signing } from './signing.ts'
import type {
  ComplaintClass,
  CompletionItem,
  DeclineReason,
  FileRefusal,
  InboundChannel,
  IntakeChannel,
  Language,
  NoticeChannel,
  NoticeEvent,
  OpeningGround,
  Outcome,
  PrivacyChoice,
  Status,
} from './vocabulary.ts'

/** Who did something. A reporter has no name here; staff keep the name and position that they had at the time. */
export type Actor =
  | { readonly kind: 'reporter' }
  | { readonly kind: 'system' }
  | { readonly kind: 'staff'; readonly id: StaffId; readonly name: string; readonly position: string }

export type HistoryEvent =
  | NoticeEvent
  | 'verified'
  | 'dates_moved'
  | 'clocks_paused'
  | 'reopened'
  | 'clocks_resumed'
  | 'reference_told'
  | 'transfer_offered'
  | 'transfer_recalled'
  | 'transfer_returned'
  | 'came_from_unit'
  | 'imported'
  | 'lapor_noted'
  | 'lapor_removed'
  | 'completed'
  | 'completed_in_part'
  | 'dispatched'
  | 'assignment_done'
  | 'paper_submitted'
  | 'paper_returned'
  | 'paper_finished'
  | 'message_from_reporter'
  | 'note'
  | 'answer_proposed'
  | 'answer_returned'
  | 'objected'
  | 'accepted'
  | 'evidence_added'
  | 'evidence_infected'
  | 'original_taken'
  | 'identity_added'
  | 'identity_asked'
  | 'identity_granted'
  | 'identity_refused'
  | 'identity_opened'
  | 'identity_erased'
  | 'identity_corrected'
  | 'contact_confirmed'
  | 'data_requested'
  | 'data_answered'
  | 'naming_kept'
  | 'message_attached'
  | 'case_joined'
  | 'case_parted'
  | 'guarded'
  | 'rerouted'
  | 'rerouted_back'
  | 'guard_lifted'
  | 'held'
  | 'hold_lifted'
  | 'destroyed'
  | 'rated'

export interface HistoryLine {
  readonly at: Instant
  readonly event: HistoryEvent
  readonly by: Actor
  /** The reason or instruction in the words of who did it. */
  readonly text: string | null
  /** Where the case went. */
  readonly to?: string
  /** False: staff only. */
  readonly public: boolean
  /** What a calendar that changed did, told in words where it is read. */
  readonly moved?: readonly MovedDate[]
}

export interface Message {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly text: string
  /** What of the things that were asked for it brings, as its reporter ticked. */
  readonly brings?: readonly CompletionItem[]
  /** How it came, where it was not written on the reporter's page. */
  readonly inbound?: InboundTrace
}

/** Of a message that came by e-mail or WhatsApp. Who sent it is told no further than whether it was the reporter. */
export interface InboundTrace {
  readonly channel: InboundChannel
  /** `other`: not from the address or number that the reporter gave. */
  readonly sender: 'reporter' | 'other'
  /** What stands below the words. */
  readonly quoted: string
  /** What was attached and not taken. */
  readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[]
}

export interface CompletionRequest {
  readonly askedAt: Instant
  readonly items: readonly CompletionItem[]
  readonly text: string
  /** What came of them so far; nothing is said where none did. */
  readonly brought?: readonly CompletionItem[]
  /** Where the complaint goes on once completed. */
  readonly resumes: 'received' | 'in_progress'
}

export interface Answer {
  readonly at: Instant
  readonly by: Actor
  readonly outcome: Outcome
  readonly text: string
}

/** Somebody saw who the reporter is. The reporter reads this line. */
export interface IdentityOpening {
  readonly at: Instant
  readonly by: Actor
  readonly ground: OpeningGround
  readonly reason: string
}

/** An officer asks to open a confidential identity; a custodian decides. A yes is good for one opening, for a day. */
export interface IdentityRequest {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly ground: OpeningGround
  readonly reason: string
  readonly decision: {
    readonly at: Instant
    readonly by: Actor
    readonly granted: boolean
    readonly because: string
  } | null
  readonly usedAt: Instant | null
}

/** Keeps a case from whom it concerns and from those under them. Says in the store only marks that nobody can read. */
export interface Guard {
  readonly marks: readonly GuardMark[]
  /** Who handles the case instead; `null` where the others go on, or where nobody is left. */
  readonly steward: StaffId | null
}

/** A member of staff whom a complaint concerns, with the position that they had then. */
export interface Concerned {
  readonly id: StaffId
  readonly name: string
  readonly position: string
}

/** A copy of the case lies with another unit that has not taken it. Until it does the case stays here, and its clocks run. */
export interface Offer {
  /** Names the copy there. */
  readonly id: string
  readonly to: TenantId
  readonly office: string
  /** `offered`: the copy is still to be laid there; `recalled`: it is to be taken back. */
  readonly state: 'offered' | 'waiting' | 'recalled'
  readonly since: Instant
}

/** The case of another unit in which this one goes on. Stays when the case is destroyed, so that its code goes on too. */
export interface MovedTo {
  readonly tenant: TenantId
  /** `null` while it is being taken in there. */
  readonly number: string | null
  /** Id of the offer that was taken. */
  readonly offer: string
}

/** The case of another unit that goes on in this one. */
export interface CameFrom {
  readonly tenant: TenantId
  readonly number: string
  readonly office: string
}

/** What the reporter wrote and everything written about it. Sealed in the store as one piece under the case's key. */
/** Words among staff. */
export interface Note extends Omit<Message, 'id'> {
  /** Colleagues who are named in it; left out: none. */
  readonly mentions?: readonly { readonly id: StaffId; readonly name: string }[]
}

export interface Dossier {
  readonly subject: string
  readonly chronology: string
  readonly occurredAt: string | null
  readonly occurredPlace: string | null
  readonly reportedPerson: string | null
  readonly requestedRemedy: string | null
  /** To what the category asked besides, with the words that were asked. */
  readonly answers: readonly Answered[]
  readonly receivedBy: Actor
  readonly place: string | null
  /** Enough of a named reporter to recognise them: never a full name, phone or address. */
  readonly maskedReporter: {
    readonly name: string
    readonly phone: string | null
    readonly email: string | null
  } | null
  /** The unit's key that opens the reporter's identity, where their browser sealed it; the service cannot. */
  readonly sealedTo: string | null
  /** The clocks as they stood at filing, for a receipt that stays the same paper. */
  readonly receiptClocks: readonly RunningClock[]
  readonly evidenceNames: Readonly<Record<string, string>>
  /** Ids of files whose names say who the reporter is: staff read another. */
  readonly hiddenNames: readonly string[]
  readonly history: readonly HistoryLine[]
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  /** What is known of the pages onto which older messages, notes, lines, openings and notices moved; `null`: none did. */
  readonly older: Older | null
  readonly instruction: string | null
  /** Slips by which it was dispatched, oldest first. */
  readonly dispositions: readonly Disposition[]
  readonly completion: CompletionRequest | null
  /** What was asked for, where completion did not come in time and the reporter can still bring it. */
  readonly lapsed: CompletionRequest | null
  /** Why something is late, oldest first. */
  readonly delays: readonly DelayExplained[]
  /** Why clocks were paused or given more time, by the ids that stand with the clocks. */
  readonly clockReasons: Readonly<Record<string, string>>
  readonly grounded: { readonly at: Instant; readonly wellFounded: boolean; readonly because: string } | null
  readonly proposal: Answer | null
  readonly answer: Answer | null
  /** Whose words the answer is: who proposed it and who gave it. None of them decides on an objection to it. */
  readonly answerWriters: readonly StaffId[]
  readonly objection: { readonly at: Instant; readonly text: string } | null
  readonly declined: {
    readonly at: Instant
    readonly reason: DeclineReason
    readonly text: string
    readonly elsewhere: string
  } | null
  readonly forwarded: Forwarded | null
  /** What goes along where another unit takes the case over. */
  readonly offered: Offered | null
  readonly lapor: LaporEntry | null
  readonly fromBook: FromBook | null
  readonly rating: { readonly stars: number; readonly solved: boolean; readonly text: string | null } | null
  readonly identityOpenings: readonly IdentityOpening[]
  readonly identityRequests: readonly IdentityRequest[]
  /** Staff whom the complaint concerns; the guard keeps it from them. */
  readonly concerns: readonly Concerned[]
  readonly dataRequests: readonly DataRequest[]
  readonly breachNotices: readonly BreachNotice[]
  readonly hold: Hold | null
  readonly contactChecks: readonly ContactCheck[]
  /** How the reporter confirmed at the counter what was read back; `null` where nobody was asked to. */
  readonly signing: Signing | null
  /** The case to which this one was joined. */
  readonly merged: MergedInto | null
  /** Cases that were joined to this one. */
  readonly joined: readonly JoinedCase[]
  /** What other cases were not told of yet, oldest first. */
  readonly passesOn: readonly PassedOn[]
}

/** How a filing is recognised when it is sent again. The code can be told again only to who brings the same key. */
export interface Filing {
  readonly keyHash: string
  readonly bodyHash: string
  readonly codeSalt: string
}

/** A complaint as decisions see it. What is not in the dossier lies readable in the store, so it says as little as it can. */
export interface Complaint {
  readonly tenant: TenantId
  /** The complaint number, `BO-2026-000123`. */
  readonly id: string
  /** The store's own; any write raises it. */
  readonly version: number
  /** Raised by each act of a person; an act made from an old revision is refused. */
  readonly revision: number
  readonly series: string
  readonly sequence: number
  readonly status: Status
  readonly category: string
  readonly class: ComplaintClass
  readonly privacy: PrivacyChoice
  readonly channel: IntakeChannel
  readonly language: Language
  readonly receivedAt: Instant
  /** Of the unit's own time: `2026-11-23`. */
  readonly receivedDay: string
  readonly handler: StaffId | null
  readonly answeredBy: StaffId | null
  /** When the oldest request to open the identity that waits for a custodian was made. */
  readonly identityAskedAt: Instant | null
  readonly guard: Guard | null
  /** Since when a guarded case has nobody who may read it. */
  readonly unreadSince: Instant | null
  /** When the most urgent request about the reporter's own data must be answered. */
  readonly dataRequestDueAt: Instant | null
  /** Since when something waits that another case must be told. */
  readonly passesOnSince: Instant | null
  /** Since when a legal hold keeps the case from being destroyed. */
  readonly heldSince: Instant | null
  readonly destroyed: Destroyed | null
  /** Since when it has a number in the national channel. */
  readonly laporSince: Instant | null
  readonly offer: Offer | null
  readonly movedTo: MovedTo | null
  readonly cameFrom: CameFrom | null
  /** Set where it comes from the office's own old register. */
  readonly imported: Imported | null
  /** Id of the pack of rules that held when it was received. */
  readonly rulePack: string
  readonly clocks: readonly RunningClock[]
  readonly notices: readonly Notice[]
  /** What staff were not told of yet. */
  readonly alerts: readonly AlertNote[]
  /** What programs were not told of yet. */
  readonly news: readonly CaseNews[]
  /** Dates of which staff were told. */
  readonly clocksTold: readonly ClockTold[]
  readonly noticeChannels: readonly NoticeChannel[]
  readonly evidence: readonly EvidenceItem[]
  readonly codeHash: string
  /** Names the receipt on its QR code; random, so that receipts cannot be walked through. */
  readonly receiptId: string
  /** SHA-256, in hex, of each PDF of the receipt that was given out: by it a file in hand is known again. */
  readonly receiptFiles: readonly string[]
  readonly filing: Filing
  readonly identity: SealedIdentity | null
  /** When who the reporter was was forgotten last, so that a backup from before can be told. */
  readonly identityErasedAt: Instant | null
  /** The key of the dossier and of the evidence. */
  readonly key: WrappedKey
  readonly dossier: Dossier
}

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
