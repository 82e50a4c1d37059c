import type { SeriesChangeKind, SeriesLack } from '../act-vocabulary.ts'
import type { StaffId } from '../staff-id.ts'
import type { Named, WrittenList } from './written.ts'

/**
 * What a series of acts does, each as the person who presses it. Nothing of it opens an identity, answers, ends or
 * destroys: that is decided case by case.
 */
export interface SeriesDoes {
  readonly verify: boolean
  readonly assign: StaffId | null
  /** It goes with the assignment; empty means none. */
  readonly instruction: string
  /** Ids of labels that are set, and of those that are taken off. */
  readonly labels: readonly string[]
  readonly labelsOff: readonly string[]
  /** It is written for staff; empty means none. */
  readonly note: string
  /** The id of a template for messages; its text goes to the reporter. */
  readonly message: string | null
}

/** Several acts of the acts' table as one button. */
export interface Series {
  readonly id: string
  readonly name: string
  readonly does: SeriesDoes
}

export type UnitSeries = WrittenList<Series, SeriesChangeKind>

export const noSeries: UnitSeries = { list: [], changes: [] }

/** A menu with more would not be read. */
export const MOST_SERIES = 20

/** A single act has its button already. */
const LEAST_ACTS = 2

export const hasTooFew = ({ does }: Pick<Series, 'does'>): boolean => {
  const { verify, assign, labels, labelsOff, note, message } = does
  const acts = [verify, assign !== null, ...labels, ...labelsOff, note !== '', message !== null]
  return acts.filter(Boolean).length < LEAST_ACTS
}

/** Returns the first thing that a series names and the unit lacks; `null` if it has everything. */
export function findLackOfSeries({ does }: Pick<Series, 'does'>, known: Named): SeriesLack | null {
  if (does.assign !== null && !known.handlers.has(does.assign)) return 'staff'
  if ([...does.labels, ...does.labelsOff].some((id) => !known.labels.has(id))) return 'label'
  return does.message !== null && !known.messages.has(does.message) ? 'template' : null
}
