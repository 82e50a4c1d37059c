import type { OpeningGround } from '../../offices/act-vocabulary.ts'
import type { CheckableChannel, InboundChannel } from '../../offices/notice-vocabulary.ts'
import type {
  CallResult,
  CompletionItem,
  DataRequestKind,
  FileRefusal,
  Language,
  Outcome,
} from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import type { RunningClock } from '../deadlines/clocks.ts'
import type { Actor, HistoryEvent, HistoryLine } from './history.ts'
import type { Notice } from './notice.ts'

/** The message came by e-mail or WhatsApp. Of the sender, only whether it was the reporter is kept. */
export interface InboundTrace {
  readonly channel: InboundChannel
  /** `other` means that the sender's address or number is not the one that the reporter gave. */
  readonly sender: 'reporter' | 'other'
  readonly quoted: string
  readonly refused: readonly { readonly name: string; readonly why: FileRefusal }[]
}

export interface Message {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
  readonly text: string
  /** The reporter ticked these of the requested items. */
  readonly brings?: readonly CompletionItem[]
  /** It is set if the message was not written on the reporter's page. */
  readonly inbound?: InboundTrace
}

export interface Note extends Omit<Message, 'id'> {
  readonly mentions?: readonly { readonly id: StaffId; readonly name: string }[]
}

export interface CompletionRequest {
  readonly askedAt: Instant
  readonly items: readonly CompletionItem[]
  readonly text: string
  readonly brought?: readonly CompletionItem[]
  readonly resumes: 'received' | 'in_progress'
}

export interface Answer {
  readonly at: Instant
  readonly by: Actor
  readonly outcome: Outcome
  readonly text: string
}

/** Somebody of the office called the reporter of a closed case, or tried to. */
export interface Call {
  readonly at: Instant
  readonly by: Actor
  readonly result: CallResult
}

export interface ContactCheck {
  readonly channel: CheckableChannel
  /** It identifies the notice with the code. */
  readonly askedAt: Instant
  readonly wrongTries: number
  readonly confirmedAt: Instant | null
  /** The recipient had enough codes that day, so none was sent and no digits are right. */
  readonly withheld?: true
  /** The contact was changed or withdrawn since, so the check counts only for the limits of the day. */
  readonly replaced?: true
}

/** The code in use took the place of another: the reporter chose it, or an officer gave it to a person whom they took for the reporter. */
export interface ReplacedCode {
  readonly at: Instant
  readonly by: Actor
  /** `null` until an officer's came back by a contact of the case, or a second officer confirmed it. */
  readonly confirmedAt: Instant | null
}

/** Data requests are sealed with the case, because their text can reveal the reporter. */
export interface DataRequest {
  readonly id: string
  readonly at: Instant
  readonly kind: DataRequestKind
  readonly text: string
  /** The clock counts hours, weekends included. */
  readonly clock: RunningClock
  readonly answer: {
    readonly at: Instant
    readonly by: Actor
    readonly granted: boolean
    readonly text: string
  } | null
}

export type BreachTexts = Readonly<Record<Language, string>>

/** The reporter of an affected case was notified of the incident with this. It is sealed with the case. */
export interface BreachNotice {
  readonly incident: string
  readonly at: Instant
  /**
   * It becomes `null` once later notices come: the texts then stand in the history, and so on the pages of the case.
   */
  readonly texts: BreachTexts | null
}

/** Somebody saw the reporter's identity; the reporter reads this line. */
export interface IdentityOpening {
  readonly at: Instant
  readonly by: Actor
  readonly ground: OpeningGround
  readonly reason: string
}

/**
 * An officer asks to open a confidential identity, and a custodian decides. The approval is good for one opening within
 * a day.
 */
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

/** `id` is the number of the case in the national channel SP4N-LAPOR!, and `by` recorded it. */
export interface LaporEntry {
  readonly id: string
  readonly at: Instant
  readonly by: Actor
}

/** A page is named by its number and the version of the case from which it was made. */
export type PageName = string & { readonly pageName: unique symbol }

/**
 * A page holds a past period of a case, without the newest items. It is written once, before the case that names it;
 * only the outcome of a notice may change later.
 */
export interface OlderPage {
  readonly messages: readonly Message[]
  readonly notes: readonly Note[]
  readonly history: readonly HistoryLine[]
  readonly openings: readonly IdentityOpening[]
  readonly notices: readonly Notice[]
  readonly previous: PageName | null
}

export interface NamedPage {
  readonly name: PageName
  readonly page: OlderPage
}

export interface Older {
  readonly newest: PageName
  readonly pages: number
  readonly events: readonly HistoryEvent[]
  readonly lastPublicAt: Instant | null
  readonly openings: number
  /** Ids of recent messages and moments of recent news of a leading case, which may arrive again. */
  readonly arrived: readonly string[]
  readonly words: readonly string[]
}
