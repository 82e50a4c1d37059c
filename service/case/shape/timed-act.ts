import type { CompletionItem, DeclineReason, Outcome } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** What the officer wrote, as the act takes it. */
export type TimedOrder = { readonly leakReason?: string | undefined } & (
  | { readonly act: 'message'; readonly text: string; readonly alsoJoined?: boolean | undefined }
  | { readonly act: 'note'; readonly text: string; readonly mentions?: readonly string[] | undefined }
  | { readonly act: 'ask-for-completion'; readonly text: string; readonly items: readonly CompletionItem[] }
  | { readonly act: 'answer'; readonly text?: string | undefined; readonly outcome?: Outcome | undefined }
  | { readonly act: 'decline'; readonly reason: DeclineReason; readonly text: string; readonly elsewhere: string }
  | {
      readonly act: 'decide-objection'
      readonly upheld: boolean
      readonly text: string
      readonly ownReason?: string | undefined
    }
  | { readonly act: 'extend'; readonly days: number; readonly reason: string }
  | { readonly act: 'explain-delay'; readonly newDate: string; readonly reason: string }
  | { readonly act: 'pause'; readonly reason: string }
)

/** One act of a series, as the act takes it. */
export type SeriesStep =
  | { readonly act: 'verify' }
  | { readonly act: 'dispatch'; readonly handler: string; readonly instruction?: string | undefined }
  | { readonly act: 'set-label'; readonly label: string; readonly on: boolean }
  | { readonly act: 'note'; readonly text: string }
  | { readonly act: 'message'; readonly text: string }

/** A series of acts, with the words that the officer saw; a change of the series or its template touches it no more. */
export interface SeriesOrder {
  readonly act: 'series'
  readonly name: string
  readonly steps: readonly SeriesStep[]
}

/** An act that an officer ordered and that is done at its time, by the service, in their name. */
export interface TimedAct {
  readonly id: string
  readonly by: Extract<Actor, { readonly kind: 'staff' }>
  readonly orderedAt: Instant
  readonly dueAt: Instant
  /** The officer chose the time; otherwise it only waits as long as it can be taken back. */
  readonly isChosen: boolean
  readonly order: TimedOrder | SeriesOrder
}
