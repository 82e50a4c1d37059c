import type { SeriesAct, UndoneReason } from '../../offices/act-vocabulary.ts'
import type { NoticeChannel, NoticeEvent } from '../../offices/notice-vocabulary.ts'
import type { RuleEffect, RuleEvent, RuleOutcome } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { StaffId } from '../../storage/place.ts'
import type acts from '../../texts/id/acts.json'
import type { CountingRules, MovedDate } from '../deadlines/clocks.ts'
import type { MatterFieldName } from './story-fields.ts'

/** A reporter has no name here; staff keep the name and position that they had at the time. */
export type Actor =
  /** `codeBy` is the position of the officer who had given out the code with which it was done. */
  | { readonly kind: 'reporter'; readonly codeBy?: string }
  | { readonly kind: 'system' }
  | { readonly kind: 'staff'; readonly id: StaffId; readonly name: string; readonly position: string }

export type HistoryEvent =
  | NoticeEvent
  | keyof typeof acts.events
  | 'dates_moved'
  | 'reopened'
  | 'transfer_offered'
  | 'transfer_returned'
  | 'came_from_unit'
  | 'imported'
  | 'lapor_noted'
  | 'lapor_removed'
  | 'completed'
  | 'completed_in_part'
  | 'assignment_done'
  | 'paper_submitted'
  | 'paper_returned'
  | 'paper_finished'
  | 'message_from_reporter'
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
  | 'case_opened'
  | 'declared_unconcerned'
  | 'declared_concerned'
  | 'identity_erased'
  | 'identity_corrected'
  | 'contact_confirmed'
  | 'code_confirmed'
  | 'data_requested'
  | 'data_answered'
  | 'naming_kept'
  | 'transcript_confirmed'
  | 'transcript_corrected'
  | 'file_redacted'
  | 'files_withheld'
  | 'message_attached'
  | 'case_joined'
  | 'case_parted'
  | 'split_from'
  | 'guarded'
  | 'who_is_meant'
  | 'rerouted'
  | 'rerouted_back'
  | 'guard_lifted'
  | 'readers_chosen'
  | 'held'
  | 'hold_lifted'
  | 'destroyed'
  | 'rated'
  | 'rule_acted'
  | 'series_undone'
  | UndoneReason

export interface HistoryLine {
  readonly at: Instant
  readonly event: HistoryEvent
  readonly by: Actor
  readonly text: string | null
  readonly to?: string
  /** False hides the line from the reporter. */
  readonly public: boolean
  /** Lists dates that a changed calendar or a correction moved; they are worded where they are shown. */
  readonly moved?: readonly MovedDate[]
  /** The line is about this file of the case, which each reader knows by another name. */
  readonly file?: string
  /** What the office put right; the line's text says why. */
  readonly corrected?: readonly Correction[]
  /** What a rule of the unit did; the line is for staff alone. */
  readonly ran?: RuleRun
  /** The act was one of a series with this name. */
  readonly series?: string
  /** The code of why an act that waited was refused; of a series also at which act, and none of it was done. */
  readonly refused?: { readonly act?: SeriesAct; readonly code: string }
}

export interface Trace {
  readonly event: HistoryEvent
  readonly by: Actor
  readonly text?: string | undefined
  readonly to?: string
  readonly moved?: readonly MovedDate[]
  readonly corrected?: readonly Correction[]
  readonly file?: string
  readonly public?: boolean
  readonly notice?: NoticeEvent
  /** The notice leaves on this channel or not at all. */
  readonly only?: NoticeChannel
  /** The text is also for the reporters of joined cases. */
  readonly toJoined?: boolean
}

/** New ids are random, never counters. */
export interface Moment extends CountingRules {
  readonly at: Instant
  readonly newId: () => string
}

/** What an office may put right in a case; the reporter's own words are not among it. */
export type CorrectedField = 'category' | 'class' | 'channel' | 'receivedAt' | MatterFieldName

/** One fact that the office put right. Codes, days and moments stand as they are kept; `null`: nothing was given. */
export interface Correction {
  readonly field: CorrectedField
  readonly from: string | null
  readonly to: string | null
}

/** The case waits for rules of the unit since this event. It is saved with the event, and leaves with what they do. */
export interface RuleDue {
  readonly event: RuleEvent
  readonly at: Instant
}

/** What a rule did, or could not do, by the names that rule and people had then. */
export interface RuleRun {
  readonly rule: string
  readonly effects: readonly {
    readonly effect: RuleEffect
    readonly outcome: RuleOutcome
    /** The person whom it meant; `null` for an effect without a person, and for the heads. */
    readonly who: string | null
    /** The date that a deadline now has. */
    readonly until?: Instant | undefined
  }[]
}
