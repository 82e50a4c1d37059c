import type { AlertNote } from '../complaints/shape/alert-note.ts'
import type { Complaint } from '../complaints/shape/complaint.ts'
import type { CaseNews } from '../complaints/shape/news.ts'
import type { Instant } from '../shared/instant.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { ClockNews, TimedCase } from './clock-alerts.ts'

/** A case by its number, with what tells who may see it. Nothing of it is opened. */
export interface CaseOutline extends AlertedCase {
  readonly number: string
}

/** A case of which staff or programs must still be told something. */
export interface CaseToTell extends CaseOutline {
  readonly tenant: TenantId
  readonly receivedAt: Instant
  readonly notes: readonly AlertNote[]
  readonly news: readonly CaseNews[]
}

/** What lies in cases for staff, as a queue across units. */
export interface AlertQueue {
  /** Those that wait longest. They stay until they are `told`. */
  casesToTell(limit: number): Promise<readonly CaseToTell[]>
  /** Takes what was told out of the case, whatever else was written meanwhile. */
  told(tenant: TenantId, number: string, told: Pick<CaseToTell, 'notes' | 'news'>): Promise<void>
  /** Cases of all units with a date that has passed and that staff were not told of, the earliest first. */
  overUntold(now: Instant, limit: number): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
  /** Numbers of a unit's cases with a date until then that staff were not told of. */
  nearUntold(tenant: TenantId, until: Instant, limit: number): Promise<readonly string[]>
  /** Numbers of a unit's cases with a date that passed before then, of which nobody above the head was told. */
  longOverUntold(tenant: TenantId, until: Instant, limit: number): Promise<readonly string[]>
  /** Notes in the case what is to be told, and that it was, in one write. @returns whether there was anything */
  tellOfClocks(tenant: TenantId, number: string, decide: (complaint: TimedCase) => ClockNews | null): Promise<boolean>
  /** Of these cases, those that there are. */
  outlines(tenant: TenantId, numbers: readonly string[]): Promise<readonly CaseOutline[]>
}

/** All of a case that it takes to know whom an alert is for. */
export type AlertedCase = Pick<Complaint, 'category' | 'guard' | 'handler' | 'answeredBy'>
