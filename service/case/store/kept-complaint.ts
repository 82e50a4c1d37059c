import type { GuardMark } from '../../offices/staff/permissions.ts'
import type { Outcome, Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, IndexRow, Kept, Page, Query } from '../../storage/collection.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { type Sealed, SealRefused } from '../../storage/vault.ts'
import type { Narrowing } from '../search/case-table.ts'
import { unwrittenSince } from '../search/search-index.ts'
import type { Complaint, Guard } from '../shape/complaint.ts'
import type { KeptEvidence } from '../shape/evidence.ts'
import type { HistoryLine } from '../shape/history.ts'
import type { AskedWord } from '../words/search-words.ts'

/** In the store a guard is sealed, so that it cannot be compared with another case. */
export interface KeptGuard {
  readonly sealed: Sealed
  readonly steward: StaffId | null
}

/** Guards of earlier versions are readable until a migration seals them. */
export type StoredGuard = KeptGuard | Guard

/** In the store, everything written by and about people is one seal. */
export interface KeptComplaint
  extends Kept,
    Partial<Counted>,
    Omit<Complaint, 'tenant' | 'id' | 'version' | 'dossier' | 'guard' | 'evidence'> {
  readonly dossier: Sealed
  readonly guard: StoredGuard | null
  readonly evidence: readonly KeptEvidence[]
  /** A machine added these history lines without opening the dossier; the next act seals them. */
  readonly linesToSeal?: readonly HistoryLine[]
  /** It changes with the words of the case; absent if they did not change since the index was made. */
  readonly wordsMark?: number
  readonly changedAt?: number
  /** These people have an instruction since then that they have not carried out yet; absent if nobody has. */
  readonly assisting?: { readonly since: Instant; readonly people: readonly StaffId[] } | null
  /** When the next act that waits in the dossier is due; absent if none waits. */
  readonly timedAt?: Instant | null
  /** A code confirmed that the number reaches the reporter. */
  readonly hasProvenPhone?: boolean
}

export const notFound = () => new Refusal('not-found', 'complaint/not-found')
export type Counted = { readonly outcome: Outcome | null; readonly stars: number | null }

/** Those who follow changes of cases from where they looked before. */
type Follower = 'guards' | 'index'

export interface RecentChanges {
  /**
   * Returns the first rows of cases that changed since then, in their order.
   * @param since milliseconds since 1970
   * @param begun what another follower read since then is taken too; by the process's clock (`performance.now`)
   */
  read(tenant: TenantId, follower: Follower, since: number, begun: number): Promise<Page<IndexRow>>
  /** A follower who asks for it before it reads misses nothing when it reads from there the next time. */
  nextFrom(): number
}

interface Known {
  readonly begun: number
  readonly since: number
  readonly page: Promise<Page<IndexRow>>
}

const PAGE = 500
/** In milliseconds: who looked longer before than this reads for itself. */
const LATELY = 1_000
/** Another process may save a change so many milliseconds after the moment that it bears. */
const LATE = 10_000
const MOST_UNITS = 1_000

/** A request that asks twice what changed reads it once. */
export function recentChanges(kept: Collection<KeptComplaint>): RecentChanges {
  const known = new Map<TenantId, Known>()
  const asked = new Map<TenantId, Map<Follower, number>>()

  function readFrom(tenant: TenantId, follower: Follower, since: number): Known {
    const others = [...(asked.get(tenant) ?? [])].filter(([one]) => one !== follower).map(([, from]) => from)
    const lately = others.filter((from) => from > since - LATELY)
    const from = Math.min(since, ...lately)
    const page = kept.rows(tenant, { index: 'changed', range: { from }, limit: PAGE })
    const fresh = { begun: performance.now(), since: from, page }
    if (known.size >= MOST_UNITS) known.clear()
    known.set(tenant, fresh)
    return fresh
  }

  return {
    nextFrom: () => (kept.writers === 'this process' ? unwrittenSince() : Date.now() - LATE),

    async read(tenant, follower, since, begun) {
      const last = known.get(tenant)
      const isEnough = last && last.begun >= begun && last.since <= since
      const { page } = isEnough ? last : readFrom(tenant, follower, since)
      if (asked.size >= MOST_UNITS) asked.clear()
      asked.set(tenant, (asked.get(tenant) ?? new Map<Follower, number>()).set(follower, since))
      const { items, nextCursor } = await page
      const own = items.filter(({ values }) => Number(values[0]) >= since)
      // The cursor goes on in the order of changes, and begins behind rows that were read for another follower.
      return { items: own, nextCursor }
    },
  }
}

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

export interface NamedCategory {
  readonly code: string
  readonly name: string
}

export interface SearchFilter extends Omit<Narrowing, 'hidden'> {
  readonly without?: readonly GuardMark[]
  /** The cases of a category are also found by the words of its name, after those that contain them. */
  readonly named?: readonly NamedCategory[]
  /** Only cases that have a form of each of these, which no text contains, or what is near it. */
  readonly bearing?: readonly AskedWord[]
}

/** These readable fields of a case that cannot be opened are not proven. */
export interface UnreadableCase {
  readonly number: string
  readonly status: Status
  readonly category: string
  /** The steward of a guarded case; nobody else is shown that it exists. */
  readonly guard: { readonly steward: StaffId | null } | null
}

/** The case was damaged, or changed in the store by somebody without a key. */
export class CaseSealedWrong extends SealRefused {
  readonly lying: UnreadableCase

  constructor(lying: UnreadableCase, cause: SealRefused) {
    super(cause.place, lying.number, { cause })
    this.lying = lying
  }
}

export type ReportUnreadable = (one: UnreadableCase) => void

/**
 * Skips a case that cannot be opened, so that it does not block others; the vault has already reported it.
 * @returns `null` if it was skipped
 */
export async function skipUnreadable<T>(work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (cause) {
    if (cause instanceof SealRefused) return null
    throw cause
  }
}

/** An erasure contains nothing that a reporter wrote. */
export interface Erasure {
  readonly at: Instant
  readonly tenant: TenantId
  readonly number: string
  /**
   * `null` means that the identity was erased; otherwise the case was, under the destruction record with this number.
   */
  readonly record: string | null
}

export function erasureOf({
  tenant,
  id,
  destroyed,
  identityErasedAt,
}: Pick<Complaint, 'destroyed' | 'identityErasedAt'> & { readonly tenant: TenantId; readonly id?: string }): Erasure[] {
  const at = destroyed?.at ?? identityErasedAt
  return at ? [{ at, tenant, number: id ?? '', record: destroyed?.record ?? null }] : []
}
