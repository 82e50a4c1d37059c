import type { NoticeChannel } from '../../offices/notice-vocabulary.ts'
import type { Answered } from '../../offices/questions/kept-answers.ts'
import type { GuardMark } from '../../offices/staff/permissions.ts'
import type {
  ComplaintClass,
  DeclineReason,
  IntakeChannel,
  Language,
  PrivacyChoice,
  Status,
} from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import type { SealedIdentity, WrappedKey } from '../../storage/vault.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type {
  CameFrom,
  Forwarded,
  JoinedCase,
  JoinedNews,
  MergedInto,
  MovedTo,
  Offer,
  Offered,
  SplitCase,
  SplitFrom,
} from './case-ties.ts'
import type {
  Answer,
  BreachNotice,
  Call,
  CompletionRequest,
  ContactCheck,
  DataRequest,
  IdentityOpening,
  IdentityRequest,
  LaporEntry,
  Message,
  Note,
  Older,
  ReplacedCode,
} from './correspondence.ts'
import type { EvidenceItem, FileRedaction, Redaction } from './evidence.ts'
import type {
  DelayExplained,
  Destroyed,
  Disposition,
  Hold,
  Improvement,
  ImprovementDue,
  Reader,
  Tick,
} from './handling.ts'
import type { Actor, HistoryLine, RuleDue } from './history.ts'
import type { Candidate, Concerned, Consent, FromBook, Imported, Signing, Spoken } from './intake.ts'
import type { AlertNote, CaseNews, Notice } from './notice.ts'
import type { Story } from './story-fields.ts'
import type { ClockAlerted, TimedAct } from './timed-act.ts'

/** Hides a case from the concerned staff and those under them. The store holds only marks that nobody can read. */
export interface Guard {
  readonly marks: readonly GuardMark[]
  readonly steward: StaffId | null
}

export interface Filing {
  readonly keyHash: string
  readonly bodyHash: string
  readonly codeSalt: string
}

/** In the store, the dossier is sealed as one piece under the case's key. */
export interface Dossier extends Story {
  /** `null` where the reporter wrote the story. */
  readonly spoken: Spoken | null
  /** Answers to the category's questions are kept with the wording that was asked. */
  readonly answers: readonly Answered[]
  readonly receivedBy: Actor
  readonly place: string | null
  /** The number that the sender gave the letter; `null` if none. */
  readonly letterNumber: string | null
  /** When an officer entered it, if that was after its receipt; otherwise `null`. */
  readonly enteredAt: Instant | null
  /** Enough of a named reporter to recognise them, but never a full name, phone or address. */
  readonly maskedReporter: {
    readonly name: string
    readonly phone: string | null
    readonly email: string | null
  } | null
  /** The reporter's browser sealed the identity for this key of the tenant; the service cannot open it. */
  readonly sealedTo: string | null
  /** The clocks as they were at filing, so that the receipt stays the same. */
  readonly receiptClocks: readonly RunningClock[]
  /** The same for facts of the receipt that the office put right later; `null` if it put none right. */
  readonly asFiled: Pick<Complaint, 'category' | 'channel' | 'receivedAt'> | null
  readonly evidenceNames: Readonly<Record<string, string>>
  /** Names of these files reveal the reporter, so staff see another name. */
  readonly hiddenNames: readonly string[]
  readonly history: readonly HistoryLine[]
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  /** Acts that are done later, unless they are taken back before. */
  readonly timedActs: readonly TimedAct[]
  /** Ids of labels of the unit's own. */
  readonly labels: readonly string[]
  /** Steps of the category's checklist that are done. */
  readonly ticks: readonly Tick[]
  /** Summarises the pages onto which older messages, notes, lines, openings and notices moved; `null` if none did. */
  readonly older: Older | null
  readonly instruction: string | null
  /** The template that a rule wants offered first. */
  readonly suggestedTemplate: string | null
  readonly dispositions: readonly Disposition[]
  readonly completion: CompletionRequest | null
  readonly lapsed: CompletionRequest | null
  readonly delays: readonly DelayExplained[]
  /** The clocks refer to these reasons of pauses and extensions by id. */
  readonly clockReasons: Readonly<Record<string, string>>
  readonly grounded: { readonly at: Instant; readonly wellFounded: boolean; readonly because: string } | null
  readonly redactions: readonly Redaction[]
  /** A file has one at most. */
  readonly fileRedactions: readonly FileRedaction[]
  readonly proposal: Answer | null
  readonly answer: Answer | null
  /** These wrote or gave the answer, or declined, so none of them decides on an objection to it. */
  readonly answerWriters: readonly StaffId[]
  readonly objection: { readonly at: Instant; readonly text: string } | null
  /** `null` again once an objection to it was granted. */
  readonly declined: {
    readonly at: Instant
    readonly reason: DeclineReason
    readonly text: string
    readonly elsewhere: string
  } | null
  readonly forwarded: Forwarded | null
  /** This goes along when another tenant accepts the case. */
  readonly offered: Offered | null
  readonly lapor: LaporEntry | null
  readonly fromBook: FromBook | null
  readonly rating: { readonly stars: number; readonly solved: boolean; readonly text: string | null } | null
  /** `null` until the office named it. */
  readonly improvement: Improvement | null
  /** Oldest first. */
  readonly calls: readonly Call[]
  readonly identityOpenings: readonly IdentityOpening[]
  readonly identityRequests: readonly IdentityRequest[]
  /** Oldest first; none in a case that an earlier version wrote last. */
  readonly readers: readonly Reader[]
  readonly concerns: readonly Concerned[]
  readonly candidates: readonly Candidate[]
  /** Candidates of whom somebody decided that they are not meant, with the name and position that they had then. */
  readonly notMeant: readonly Concerned[]
  readonly dataRequests: readonly DataRequest[]
  readonly breachNotices: readonly BreachNotice[]
  readonly hold: Hold | null
  readonly contactChecks: readonly ContactCheck[]
  /** It says who knows the code besides its reporter since it was last replaced; `null` while it is the first one. */
  readonly codeKnownTo: 'staff' | 'reporter' | null
  /** `null` while the code in use is the first one. */
  readonly codeReplaced: ReplacedCode | null
  /** Says how the reporter confirmed the complaint at the counter; `null` if nobody was asked to. */
  readonly signing: Signing | null
  /** `null` for complaints from before it was kept, and from old registers. */
  readonly consent: Consent | null
  readonly merged: MergedInto | null
  readonly joined: readonly JoinedCase[]
  readonly splits: readonly SplitCase[]
  readonly splitFrom: SplitFrom | null
  /** News for other cases, oldest first, that they have not received yet. */
  readonly passesOn: readonly JoinedNews[]
}

/**
 * This is a complaint as decisions see it. Everything outside the dossier is readable in the store, so it says as
 * little as possible.
 */
export interface Complaint {
  readonly tenant: TenantId
  /** It is the complaint number, for example `BO-2026-000123`. */
  readonly id: string
  /** The store raises it with every write. */
  readonly version: number
  /** Each act of a person raises it, and an act made from an old revision is refused. */
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
  /** It is the tenant's local day, for example `2026-11-23`. */
  readonly receivedDay: string
  readonly handler: StaffId | null
  readonly answeredBy: StaffId | null
  readonly identityAskedAt: Instant | null
  readonly guard: Guard | null
  /** A guarded case has had nobody to read it since then. */
  readonly unreadSince: Instant | null
  /** The reporter wrote or completed something then, and nobody of the office has answered it. */
  readonly unansweredSince: Instant | null
  /** A spoken statement has waited for its transcript since then. */
  readonly untranscribedSince: Instant | null
  /** The most urgent request about the reporter's own data must be answered by then. */
  readonly dataRequestDueAt: Instant | null
  readonly improvementDue: ImprovementDue | null
  /** The reporter of the closed case can be called from then on. */
  readonly callableFrom: Instant | null
  readonly passesOnSince: Instant | null
  readonly heldSince: Instant | null
  readonly destroyed: Destroyed | null
  readonly laporSince: Instant | null
  readonly offer: Offer | null
  readonly movedTo: MovedTo | null
  readonly cameFrom: CameFrom | null
  /** It is set for a case from the office's old register. */
  readonly imported: Imported | null
  readonly rulePack: string
  readonly clocks: readonly RunningClock[]
  readonly notices: readonly Notice[]
  /** Alerts that staff have not received yet. */
  readonly alerts: readonly AlertNote[]
  /** News that programs have not received yet. */
  readonly news: readonly CaseNews[]
  readonly clocksTold: readonly ClockAlerted[]
  /** Events for which rules of the unit have not acted yet. */
  readonly rulesDue: readonly RuleDue[]
  readonly noticeChannels: readonly NoticeChannel[]
  readonly evidence: readonly EvidenceItem[]
  readonly codeHash: string
  /** The last code of the reporter's own that another one replaced; it opens nothing. */
  readonly oldCodeHash: string | null
  /** The receipt's QR code contains this random id, so receipts cannot be enumerated. */
  readonly receiptId: string
  /** SHA-256 in hex of each PDF of the receipt that was given out, to recognise such a file. */
  readonly receiptFiles: readonly string[]
  readonly filing: Filing
  readonly identity: SealedIdentity | null
  /** The identity was last erased then, which a restored backup would not know. */
  readonly identityErasedAt: Instant | null
  readonly key: WrappedKey
  readonly dossier: Dossier
}

/** A case is bound to these before it has a number and for as long as it is kept. */
export type Filed = { readonly tenant: TenantId; readonly filing: Pick<Complaint['filing'], 'keyHash'> }
