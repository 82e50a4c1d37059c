import type { ClockName } from '../../offices/calendar/rule-pack.ts'
import type { Instant } from '../../shared/instant.ts'
import type { Actor } from './history.ts'

/** The name of an act, beside what the officer filled in for it. The acts' table knows the fields of each. */
export interface TimedOrder {
  readonly act: string
  readonly leakReason?: string | undefined
}

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

export const isSeries = (order: TimedOrder | SeriesOrder): order is SeriesOrder => order.act === 'series'

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

/** Staff were alerted of this date; they are alerted again if the date moves. */
export interface ClockAlerted {
  readonly clock: ClockName
  readonly dueAt: Instant
  /** After `over` no alert that it is near follows; with `escalated` the superiors of the head were alerted too. */
  readonly stage: 'near' | 'over' | 'escalated'
}
