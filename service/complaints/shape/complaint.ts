import type { RunningClock } from '../../deadlines/clocks.ts'
import type { EvidenceItem } from '../../evidence/evidence.ts'
import type { SealedIdentity, WrappedKey } from '../../identity/vault.ts'
import type { Notice } from '../../notices/notice.ts'
import type { Answered } from '../../questions/answered.ts'
import type { Instant } from '../../shared/instant.ts'
import type { GuardMark, StaffId } from '../../staff/staff-member.ts'
import type { TenantId } from '../../tenants/tenant-id.ts'
import type { Older } from '../older-pages.ts'
import type {
  ComplaintClass,
  DeclineReason,
  IntakeChannel,
  Language,
  NoticeChannel,
  PrivacyChoice,
  Status,
} from '../vocabulary.ts'
import type { AlertNote } from './alert-note.ts'
import type { BreachNotice } from './breach-notice.ts'
import type { ClockTold } from './clock-told.ts'
import type { ContactCheck } from './contact-check.ts'
import type { Answer, CompletionRequest, Message, Note } from './correspondence.ts'
import type { DataRequest } from './data-request.ts'
import type { DelayExplained } from './delay.ts'
import type { Disposition } from './disposition.ts'
import type { Destroyed, Hold } from './end.ts'
import type { CameFrom, Forwarded, MovedTo, Offer, Offered } from './forwarding.ts'
import type { FromBook, Imported } from './from-book.ts'
import type { Actor, HistoryLine } from './history.ts'
import type { IdentityOpening, IdentityRequest } from './identity-request.ts'
import type { JoinedCase, MergedInto, PassedOn } from './joining.ts'
import type { LaporEntry } from './lapor-entry.ts'
import type { CaseNews } from './news.ts'
import type { Signing } from './signing.ts'

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

/** How a filing is recognised when it is sent again. The code can be told again only to who brings the same key. */
export interface Filing {
  readonly keyHash: string
  readonly bodyHash: string
  readonly codeSalt: string
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
