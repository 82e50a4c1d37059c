import type { Instant } from '../../shared/instant.ts'
import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { LoggedAct } from '../act-vocabulary.ts'

/** `detail` is one of our codes, such as the verb of an act; it is never text that somebody wrote. */
export interface LogLine {
  readonly at: Instant
  /** This is the id of an account, or `system` where nobody acted. */
  readonly by: string
  readonly act: LoggedAct
  /** This is a complaint number, or the id of what was changed. */
  readonly subject: string | null
  readonly detail: string | null
}

/** Entries of a tenant form a chain: `hash` is keyed and covers the line, its place, and the hash before it. */
export interface LogEntry extends Kept, LogLine {
  readonly place: number
  readonly previous: string
  readonly hash: string
}

export const logSpec: CollectionSpec<LogEntry> = {
  name: 'accessLog',
  keys: {
    place: ({ place }) => place,
    by: ({ by }) => by,
    at: ({ at }) => at,
    act: ({ act }) => act,
    subject: ({ subject }) => subject,
  },
  indexes: {
    place: { on: ['place'], unique: true },
    by: { on: ['by', 'at'] },
    at: { on: ['at'] },
    act: { on: ['act', 'at'] },
    byAct: { on: ['by', 'act', 'at'] },
    subject: { on: ['subject', 'at'] },
  },
}

/** The first entry of a tenant uses this as the hash before it. */
export const CHAIN_START = 'start'

type Hash = (text: string) => string

export function linkLine(line: LogLine, place: number, previous: string, hash: Hash) {
  return { ...line, place, previous, hash: hash(contentOf(line, place, previous)) }
}

const contentOf = ({ at, by, act, subject, detail }: LogLine, place: number, previous: string): string =>
  JSON.stringify([place, previous, at, by, act, subject, detail])

export type ChainFault = 'changed' | 'cut' | 'reordered'

/**
 * Finds the fault of an entry that should stand at `place` after `previous`, or `null`. An entry whose own hash fails
 * was changed; if it follows another hash, it was moved or an entry before it is gone.
 */
export function faultAt(entry: LogEntry, place: number, previous: string, hash: Hash): ChainFault | null {
  if (entry.hash !== hash(contentOf(entry, entry.place, entry.previous))) return 'changed'
  if (entry.place !== place) return 'cut'
  return entry.previous === previous ? null : 'reordered'
}
