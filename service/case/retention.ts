import type { OfficeCalendar } from '../offices/calendar/office-calendar.ts'
import { localDateOf } from '../offices/calendar/working-days.ts'
import { type RetentionSchedule, termsFor, yearsLater, yearsOf } from '../offices/tenants/retention-schedule.ts'
import type { Ending, Status, Timeliness } from '../offices/vocabulary.ts'
import type { Day, Instant } from '../shared/instant.ts'
import { Refusal } from '../shared/refusal.ts'
import { isOverdue } from './deadlines/clocks.ts'
import type { Complaint } from './shape/complaint.ts'

const last: readonly Status[] = ['closed', 'declined', 'forwarded', 'merged', 'withdrawn']

/**
 * Returns when the last clock stopped and nothing more could happen by itself. It is `null` while the case is open or
 * the reporter can object.
 */
export function endedAt({
  status,
  clocks,
  receivedAt,
  imported,
}: Pick<Complaint, 'status' | 'clocks' | 'receivedAt' | 'imported'>): Instant | null {
  if (!last.includes(status) || clocks.some(({ stoppedAt }) => stoppedAt === null)) return null
  return clocks.reduce(
    (latest, { stoppedAt }) => (stoppedAt && stoppedAt > latest ? stoppedAt : latest),
    imported?.endedAt ?? receivedAt,
  )
}

/** Returns `null` for a case that is open, or was closed without an answer. */
export function endingOf({ status, dossier, destroyed }: Complaint): Ending | null {
  if (destroyed) return destroyed.ending
  if (status === 'closed') return dossier.answer?.outcome ?? null
  return status === 'declined' || status === 'forwarded' || status === 'merged' || status === 'withdrawn'
    ? status
    : null
}

export function refuseDestroyed({ destroyed }: Pick<Complaint, 'destroyed'>): void {
  if (destroyed) throw new Refusal('conflict', 'case/destroyed', { record: destroyed.record })
}

type Outline = Pick<Complaint, 'status' | 'clocks' | 'receivedAt' | 'imported' | 'identity' | 'heldSince' | 'destroyed'>

/** Retention lists find cases by these keys. */
export const retentionKeys = {
  endedAt: (complaint: Outline) => (complaint.destroyed ? null : endedAt(complaint)),
  identityEndedAt: (complaint: Outline) => (complaint.identity ? endedAt(complaint) : null),
  heldSince: ({ heldSince }: Outline) => heldSince ?? null,
}

export interface Retention {
  readonly endedAt: Instant
  readonly ending: Ending | null
  /** The record may be destroyed from this day on; `null` keeps it for good. */
  readonly destroyFrom: Day | null
  /** The identity alone may be erased from this day on; `null` means not before the record. */
  readonly eraseFrom: Day | null
}

/** @returns `null` for a case that has not ended */
export function retentionOf(
  complaint: Complaint,
  schedule: RetentionSchedule,
  calendar: Pick<OfficeCalendar, 'timeZone'>,
): Retention | null {
  const ended = endedAt(complaint)
  if (ended === null) return null
  const ending = endingOf(complaint)
  const terms = termsFor(schedule, complaint.category, ending)
  const day = localDateOf(ended, calendar)
  return {
    endedAt: ended,
    ending,
    destroyFrom: terms.fate === 'destroy' ? yearsLater(day, yearsOf(terms)) : null,
    eraseFrom: schedule.identityYears === null ? null : yearsLater(day, schedule.identityYears),
  }
}

export interface RetentionRules {
  readonly retention: RetentionSchedule
  readonly calendar: OfficeCalendar
}

export type Shreddable = 'record' | 'identity'
export const reasonsToKeep = ['case/destroyed', 'identity/not-given', 'retention/held', 'retention/not-due'] as const

export type ReasonToKeep = (typeof reasonsToKeep)[number]

/**
 * Returns the retention of a case whose time is over, or the reason to keep it: open, held, kept for good, or before
 * its day.
 */
export function weighRetention(
  what: Shreddable,
  complaint: Complaint,
  { retention: schedule, calendar }: RetentionRules,
  now: Instant,
): Retention | ReasonToKeep {
  if (complaint.destroyed) return 'case/destroyed'
  if (complaint.heldSince) return 'retention/held'
  if (what === 'identity' && !complaint.identity) return 'identity/not-given'
  const retention = retentionOf(complaint, schedule, calendar)
  const from = retention && (what === 'record' ? retention.destroyFrom : retention.eraseFrom)
  return retention && from && from <= localDateOf(now, calendar) ? retention : 'retention/not-due'
}

/** @throws Refusal with the reason to keep it */
export function refuseUnlessDue(
  what: Shreddable,
  complaint: Complaint,
  rules: RetentionRules,
  now: Instant,
): Retention {
  const weighed = weighRetention(what, complaint, rules, now)
  if (typeof weighed === 'string') throw new Refusal('conflict', weighed, { number: complaint.id })
  return weighed
}

/** Tells whether the office answered within its target for handling; `null` if it has not answered. */
export function timelinessOf({ clocks, answeredBy }: Pick<Complaint, 'clocks' | 'answeredBy'>): Timeliness | null {
  const handling = clocks.findLast(({ clock }) => clock === 'handling_oversight' || clock === 'handling_non_oversight')
  if (answeredBy === null || !handling || handling.stoppedAt === null) return null
  return isOverdue(handling, handling.stoppedAt) ? 'late' : 'in_time'
}

/** Nobody was given a receipt when it was written into the old book. */
export function refuseWithoutReceipt({ imported }: Pick<Complaint, 'imported'>): void {
  if (imported) throw new Refusal('conflict', 'case/without-receipt')
}
