import type { SeriesAct, UndoneReason } from '../../offices/act-vocabulary.ts'
import type { NoticeEvent } from '../../offices/notice-vocabulary.ts'
import type { StaffId } from '../../offices/staff-id.ts'
import type { Instant } from '../../shared/instant.ts'
import type { MovedDate } from '../deadlines/moved-date.ts'
import type { actEvents } from '../wording/acts.ts'
import type { Correction } from './correction.ts'
import type { RuleRun } from './rule-due.ts'

/** A reporter has no name here; staff keep the name and position that they had at the time. */
export type Actor =
  | { readonly kind: 'reporter' }
  | { readonly kind: 'system' }
  | { readonly kind: 'staff'; readonly id: StaffId; readonly name: string; readonly position: string }

export type HistoryEvent =
  | NoticeEvent
  | keyof typeof actEvents
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
  | 'identity_erased'
  | 'identity_corrected'
  | 'contact_confirmed'
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
