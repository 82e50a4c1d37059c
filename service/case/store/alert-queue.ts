import type { Status } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import type { ClockNews, TimedCase } from '../clock-alerts.ts'
import type { AlertNote } from '../shape/alert-note.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { CaseNews } from '../shape/news.ts'

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
