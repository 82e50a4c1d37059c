import type { Status } from '../../offices/vocabulary.ts'
import { type Instant, plusMilliseconds, SECOND } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { ClockNews, TimedCase } from '../clock-alerts.ts'
import type { Complaint } from '../shape/complaint.ts'
import { type AlertNote, type CaseNews, LEASE, leaseNotice, type Notice, queueOf, UNROUTED } from '../shape/notice.ts'
import type { KeptComplaint } from './kept-complaint.ts'

/** Returns until when the deliverer of this process takes one more than those that wait, or `null` if it has no room. */
export type LeaseForNew = (waiting: number) => Instant | null

type Alerted = Pick<CaseToTell, 'notes' | 'news'>

const nothing: Alerted = { notes: [], news: [] }

export type WithNotices = Pick<KeptComplaint, 'notices'>

export interface GivenNotice {
  readonly complaint: KeptComplaint
  /** As it was before it was claimed. */
  readonly due: Notice
}

/**
 * Claims the notice of a new case, or of an act, with the write that keeps it, and removes what staff were alerted of
 * with the write that records the notice, or with the next act. So a case is written twice from its filing or from the
 * act to that record, and not four times. What this process forgets by dying is claimed again when the lease ends, and
 * alerted of again, which nobody sees twice.
 */
export interface FirstNotices {
  /** @param leaseFor of the deliverer that runs here; `null` when it stops */
  claimNew(leaseFor: LeaseForNew | null): void
  /**
   * Claims the notice of a change if no other of the case waits.
   * @param before what the case had before the change
   * @returns the case with that notice claimed, or as it was
   */
  claim<C extends WithNotices>(complaint: C, before: readonly Notice[]): C
  /** @param due as it was before it was claimed */
  give(kept: KeptComplaint, due: Notice): void
  take(most: number): readonly GivenNotice[]
  /**
   * Keeps what staff were alerted of for the record of a notice that is on its way, and where this process alone writes
   * the store for the next act too. @returns whether it is kept
   */
  keepAlerted(tenant: TenantId, number: string, alerted: Alerted): boolean
  /** The number of cases of which something is kept. */
  readonly alerted: number
  /** Returns those that no write took out in time. */
  takeLate(): readonly (readonly [tenant: TenantId, number: string, alerted: Alerted])[]
  /** Whether staff were not alerted yet of something that waits in the case. */
  hasUnalerted(complaint: KeptComplaint): boolean
  /** @returns the case without what staff were alerted of */
  withoutAlerted(complaint: KeptComplaint): KeptComplaint
  /** Forgets what a write of `withoutAlerted` has removed. */
  forgetAlerted(tenant: TenantId, number: string): void
  settle(tenant: TenantId, number: string): void
}

/** A lease that began before would end while its notice is being sent. */
const GIVEN_WITHIN = 30 * SECOND
/** So long an alert that staff have stays in its case for the next write. */
const ALERTED_WITHIN = 5 * SECOND

interface Awaited {
  readonly tenant: TenantId
  readonly number: string
  readonly since: number
  alerted: Alerted | null
}

/** @param isAlone whether nobody else alerts staff of the same cases */
export function firstNotices(isAlone: boolean, now: () => number = () => performance.now()): FirstNotices {
  const awaited = new Map<string, Awaited>()
  let given: (GivenNotice & { readonly since: number })[] = []
  let leaseFor: LeaseForNew | null = null
  let alerted = 0

  const nameOf = (tenant: TenantId, number: string) => `${tenant} ${number}`

  function forget(name: string): void {
    if (awaited.get(name)?.alerted) alerted--
    awaited.delete(name)
  }

  return {
    claimNew(lease) {
      leaseFor = lease
    },

    claim(complaint, before) {
      const [due, ...others] = complaint.notices.filter(({ nextTryAt }) => nextTryAt !== null)
      if (!due || others.length > 0 || before.some(({ id }) => id === due.id)) return complaint
      if (due.state !== 'pending' || queueOf(due) !== UNROUTED) return complaint
      const until = leaseFor?.(given.length)
      if (!until || !isDueAt(due, plusMilliseconds(until, -LEASE))) return complaint
      return { ...complaint, notices: complaint.notices.map((one) => (one === due ? leaseNotice(one, until) : one)) }
    },

    give(kept, due) {
      const since = now()
      given.push({ complaint: kept, due, since })
      forget(nameOf(kept.tenant, kept.id))
      awaited.set(nameOf(kept.tenant, kept.id), { tenant: kept.tenant, number: kept.id, since, alerted: null })
    },

    take(most) {
      const inTime = given.filter(({ since }) => since > now() - GIVEN_WITHIN)
      given = inTime.slice(most)
      return inTime.slice(0, most)
    },

    keepAlerted(tenant, number, added) {
      const name = nameOf(tenant, number)
      const one = awaited.get(name) ?? (isAlone ? { tenant, number, since: now(), alerted: null } : null)
      if (!one || one.since <= now() - ALERTED_WITHIN) return false
      if (!one.alerted) alerted++
      const { notes, news } = one.alerted ?? nothing
      awaited.set(name, { ...one, alerted: { notes: [...notes, ...added.notes], news: [...news, ...added.news] } })
      return true
    },

    get alerted() {
      return alerted
    },

    takeLate() {
      const late = [...awaited].filter(([, { since }]) => since <= now() - ALERTED_WITHIN)
      for (const [name] of late) forget(name)
      return late.flatMap(([, one]) => (one.alerted ? [[one.tenant, one.number, one.alerted] as const] : []))
    },

    hasUnalerted: (complaint) =>
      hasAny(leftOf(complaint, awaited.get(nameOf(complaint.tenant, complaint.id))?.alerted ?? nothing)),

    withoutAlerted(complaint) {
      const seen = awaited.get(nameOf(complaint.tenant, complaint.id))?.alerted
      return seen ? omitAlerted(complaint, seen) : complaint
    },

    forgetAlerted(tenant, number) {
      const one = awaited.get(nameOf(tenant, number))
      if (!one?.alerted) return
      one.alerted = null
      alerted--
    },

    settle: (tenant, number) => forget(nameOf(tenant, number)),
  }
}

const isDueAt = ({ nextTryAt }: Notice, now: Instant): boolean => nextTryAt !== null && nextTryAt <= now

function leftOf({ alerts = [], news = [] }: KeptComplaint, alerted: Alerted): Pick<KeptComplaint, 'alerts' | 'news'> {
  const [ids, keys] = [new Set(alerted.notes.map(({ id }) => id)), new Set(alerted.news.map(({ key }) => key))]
  return { alerts: alerts.filter(({ id }) => !ids.has(id)), news: news.filter(({ key }) => !keys.has(key)) }
}

const hasAny = ({ alerts, news }: Pick<KeptComplaint, 'alerts' | 'news'>): boolean => alerts.length + news.length > 0

export const omitAlerted = (complaint: KeptComplaint, alerted: Alerted): KeptComplaint => ({
  ...complaint,
  ...leftOf(complaint, alerted),
})

/** Nothing of it is opened. */
export interface CaseOutline extends AlertedCase {
  readonly number: string
}

/** What tells whether the work that an alert asked for is done. */
export interface CaseInWork extends CaseOutline {
  readonly status: Status
  /** When the office last answered, or decided an objection; `null` if it never did. */
  readonly decidedAt: Instant | null
  readonly dataRequested: boolean
  readonly unanswered: boolean
  /** A date runs of which staff were alerted. */
  readonly isPressing: boolean
}

/** A case with news that staff or programs have not got yet. */
export interface CaseToTell extends CaseOutline {
  readonly tenant: TenantId
  readonly receivedAt: Instant
  readonly notes: readonly AlertNote[]
  readonly news: readonly CaseNews[]
}

/** Cases with alerts, as a queue across tenants. */
export interface AlertQueue {
  /** Those that wait longest come first. They stay until `markAlerted` removes them. */
  casesToTell(limit: number): Promise<readonly CaseToTell[]>
  /** Removes what was delivered from the case, whatever else was written meanwhile. */
  markAlerted(tenant: TenantId, number: string, alerted: Pick<CaseToTell, 'notes' | 'news'>): Promise<void>
  /** Cases of all tenants with a passed date of which staff were not alerted, the earliest first. */
  overdueUnalerted(
    now: Instant,
    limit: number,
  ): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
  /** Cases with a date until then of which staff were not alerted. */
  nearUnalerted(tenant: TenantId, until: Instant, limit: number): Promise<readonly string[]>
  /** Cases with a date that passed before then of which nobody above the head was alerted. */
  longOverdueUnalerted(tenant: TenantId, until: Instant, limit: number): Promise<readonly string[]>
  /** Adds the alerts and the mark that they were given, in one write. @returns whether there were any */
  tellOfClocks(tenant: TenantId, number: string, decide: (complaint: TimedCase) => ClockNews | null): Promise<boolean>
  /** Numbers without a case are left out. */
  casesInWork(tenant: TenantId, numbers: readonly string[]): Promise<readonly CaseInWork[]>
  /** Numbers without a case are left out. */
  outlines(tenant: TenantId, numbers: readonly string[]): Promise<readonly CaseOutline[]>
}

/** The parts of a case that decide who is alerted. */
export type AlertedCase = Pick<Complaint, 'category' | 'guard' | 'handler' | 'answeredBy'>

type Waiting = Pick<Complaint, 'notices' | 'news'>

/** Notes the request in all new items that wait for a reporter or a program. */
export function noteCause<C extends Waiting>(before: Waiting | null, after: C, cause: string | null): C {
  const isNew = (key: 'notices' | 'news') => after[key].length > (before?.[key].length ?? 0)
  if (cause === null || !(isNew('notices') || isNew('news'))) return after
  const knownNotices = new Set(before?.notices.map(({ id }) => id))
  const knownNews = new Set(before?.news.map(({ key }) => key))
  return {
    ...after,
    notices: after.notices.map((notice) => (knownNotices.has(notice.id) ? notice : { ...notice, cause })),
    news: after.news.map((news) => (knownNews.has(news.key) ? news : { ...news, cause })),
  }
}
