import type { Instant } from '../../shared/instant.ts'
import type { Query } from '../../storage/collection.ts'

/** What a task takes up as soon as it happened. */
type News = 'alertsSince' | 'passesOnSince' | 'rulesDueSince' | 'offerDueAt'

/** What a task does when its time has come. */
type Timed = 'overUntoldAt' | 'lapsesAt' | 'timedAt' | 'tellsAt' | 'scanDueAt'

/** What waits for somebody of the unit. */
type Wait =
  | 'assistedSince'
  | 'unansweredSince'
  | 'untranscribedSince'
  | 'identityAskedAt'
  | 'dataRequestDueAt'
  | 'undeliveredSince'
  | 'heldSince'

/** Dates of which staff were not alerted yet, and such as passed long before and their superiors were not. */
type Untold = 'nearUntoldAt' | 'longOverUntoldAt'

type Asked = Omit<Query, 'limit'>

/**
 * The keys of each shared index. Kinds of work that are few at any time share one. It is ordered by the earliest of a
 * case's moments, and carries each of them: a question for one kind reads no case of another, and none stands before
 * another.
 */
export interface SharedKeys {
  readonly news: News
  readonly timed: Timed
  readonly waits: Wait
  readonly untold: Untold
}

export const withNews = (kind: News): Asked => ({ index: 'news', also: { [kind]: {} } })

/** The cases whose time for one thing has come: the earliest of their moments has come then too. */
export const dueFor = (kind: Timed, to: Instant): Asked => ({
  index: 'timed',
  range: { to },
  also: { [kind]: { to } },
})

/** The cases that wait for one thing, those first that have waited longest for anything. */
export const waitingFor = (wait: Wait): Asked => ({ index: 'waits', also: { [wait]: {} } })

export const untoldUntil = (kind: Untold, to: Instant): Asked => ({
  index: 'untold',
  range: { to },
  also: { [kind]: { to } },
})
