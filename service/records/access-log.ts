import type { LoggedAct } from '../complaints/vocabulary.ts'
import type { Instant } from '../shared/instant.ts'
import type { CollectionSpec, Kept } from '../storage/collection.ts'

/** One line. `detail` is a code of ours, such as the verb of an act; never what somebody wrote. */
export interface LogLine {
  readonly at: Instant
  /** Account id; `system` where nobody acted. */
  readonly by: string
  readonly act: LoggedAct
  /** A complaint number, or the id of what was changed. */
  readonly subject: string | null
  readonly detail: string | null
}

/** A line in its unit's chain. `hash` is keyed and covers the line, its place, and the hash before it. */
export interface LogEntry extends Kept, LogLine {
  readonly place: number
  readonly previous: string
  readonly hash: string
}

export const logSpec: CollectionSpec<LogEntry> = {
  name: 'accessLog',
  keys: { place: ({ place }) => place, by: ({ by }) => by, at: ({ at }) => at },
  indexes: { place: { on: ['place'], unique: true }, by: { on: ['by', 'at'] } },
}

/** The first line of a unit follows on this. */
export const CHAIN_START = 'start'

type Hash = (text: string) => string

/** The line as the next link of a chain. */
export function linked(line: LogLine, place: number, previous: string, hash: Hash) {
  return { ...line, place, previous, hash: hash(contentOf(line, place, previous)) }
}

const contentOf = ({ at, by, act, subject, detail }: LogLine, place: number, previous: string): string =>
  JSON.stringify([place, previous, at, by, act, subject, detail])

export type ChainFault = 'changed' | 'cut' | 'reordered'

/**
 * What is wrong at an entry that should stand at `place` behind `previous`; `null` when nothing is.
 * A line whose own hash fails was changed; one that follows on another was moved, or what stood before it is gone.
 */
export function faultAt(entry: LogEntry, place: number, previous: string, hash: Hash): ChainFault | null {
  if (entry.hash !== hash(contentOf(entry, entry.place, entry.previous))) return 'changed'
  if (entry.place !== place) return 'cut'
  return entry.previous === previous ? null : 'reordered'
}
