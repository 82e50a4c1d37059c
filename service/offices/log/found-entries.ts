import type { Instant } from '../../shared/instant.ts'
import type { Query } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { LoggedAct } from '../act-vocabulary.ts'
import type { LogEntry } from './access-log.ts'

export interface LogFilter {
  readonly by?: string | undefined
  readonly acts?: readonly LoggedAct[] | undefined
  /** Numbers of cases, or ids of what was changed. */
  readonly subjects?: readonly string[] | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
}

/** Each filter has an index in the order of time, so that a page of a million entries reads as many as it shows. */
export function queryForLog({ by, acts, subjects, from, to }: LogFilter): Omit<Query, 'limit' | 'after'> {
  const range = { ...(from && { from }), ...(to && { to }) }
  const ordered = { order: 'descending', ...((from || to) && { range }) } as const
  if (subjects)
    return {
      ...{ index: 'subject', where: { subject: subjects }, ...ordered },
      also: { ...(by && { by }), ...(acts && { act: acts }) },
    }
  if (by && acts) return { index: 'byAct', where: { by, act: acts }, ...ordered }
  if (by) return { index: 'by', where: { by }, ...ordered }
  if (acts) return { index: 'act', where: { act: acts }, ...ordered }
  return from || to ? { index: 'at', ...ordered } : { index: 'place', order: 'descending' }
}

const readings: readonly LoggedAct[] = [
  ...(['case.read', 'register.read', 'log.read', 'statistics.read', 'evaluation.read', 'evidence.read'] as const),
  ...(['paper.read', 'retention.read', 'inbound.listed', 'inbound.read', 'incident.read', 'transfer.listed'] as const),
]

/** Lines of which the newest is shown, with how many there are and since when. */
export interface FoldedEntry {
  readonly entry: LogEntry
  readonly times: number
  readonly since: Instant
}

/**
 * Readings of one person, of the same thing and on the same day, become one. What somebody did stays line by line.
 * @param entries the newest first
 * @param dayOf the day of a moment at the office
 */
export function foldReadings(entries: readonly LogEntry[], dayOf: (at: Instant) => string): FoldedEntry[] {
  const folded: { entry: LogEntry; times: number; since: Instant }[] = []
  const known = new Map<string, (typeof folded)[number]>()
  for (const entry of entries) {
    const { at, by, act, subject, detail } = entry
    const key = readings.includes(act) ? JSON.stringify([dayOf(at), by, act, subject, detail]) : entry.id
    const before = known.get(key)
    if (before) {
      before.times++
      before.since = at
      continue
    }
    const first = { entry, times: 1, since: at }
    known.set(key, first)
    folded.push(first)
  }
  return folded
}

/**
 * Encrypts cursors. Log entries are numbered without gaps, so readable cursors would tell how many entries between two
 * pages are hidden from the reader.
 */
export interface CursorSeal {
  seal(tenant: TenantId, cursor: string): Promise<string>
  /** @throws InvalidCursor for a text that `seal` did not make for this tenant */
  open(tenant: TenantId, sealed: string): Promise<string>
}
