import type { GuardPlan } from '../../case/guard.ts'
import type { Filing } from '../../case/shape/complaint.ts'
import type { Actor } from '../../case/shape/history.ts'
import { laterInOutline, nothingYet, omitFields } from '../../case/store/case-seals.ts'
import type { UnnumberedComplaint } from '../../case/store/complaint-writes.ts'
import type { BookStatus } from '../../offices/old-book-vocabulary.ts'
import type { ComplaintClass } from '../../offices/vocabulary.ts'
import type { Instant } from '../../shared/instant.ts'
import type { TenantId } from '../../storage/place.ts'
import type { SealedIdentity, WrappedKey } from '../../storage/vault.ts'
import type { OldCase } from './read-row.ts'

export interface Importing {
  readonly import: string
  readonly number: number
  readonly fileName: string
  readonly by: Actor
  readonly at: Instant
}

export interface PreparedOldCase {
  readonly tenant: TenantId
  readonly class: ComplaintClass
  readonly rulePack: string
  readonly filing: Filing
  readonly codeHash: string
  readonly receiptId: string
  readonly key: WrappedKey
  readonly identity: SealedIdentity | null
  readonly guarding: GuardPlan | null
}

const open: readonly BookStatus[] = ['received', 'in_progress']

const restOfOutline = omitFields(laterInOutline, 'guard', 'unreadSince', 'laporSince', 'imported', 'rulePack')
const restOfDossier = omitFields(
  nothingYet,
  'occurredPlace',
  'reportedPerson',
  'concerns',
  'candidates',
  'lapor',
  'fromBook',
)

/**
 * Makes the case of an old register: no clock runs, nobody is notified, nobody has a code. A reporter in the book was
 * never asked about privacy, so they are confidential.
 */
export function makeOldCase(
  old: OldCase,
  prepared: PreparedOldCase,
  { import: book, number, fileName, by, at }: Importing,
): UnnumberedComplaint {
  const { tenant, filing, codeHash, receiptId, key, identity, guarding, rulePack } = prepared
  const { row, receivedAt, receivedDay, oldNumber, category, channel, status, statusWritten, answer, closedAt } = old
  const isOpen = open.includes(status)
  return {
    tenant,
    revision: 0,
    series: oldSeries(receivedDay),
    status,
    category,
    class: prepared.class,
    privacy: identity ? 'confidential' : 'anonymous',
    channel,
    language: 'id',
    receivedAt,
    receivedDay,
    handler: guarding?.guard?.steward ?? null,
    answeredBy: null,
    identityAskedAt: null,
    guard: guarding?.guard ?? null,
    unreadSince: guarding?.isUnread ? at : null,
    laporSince: old.laporId ? at : null,
    imported: { book, endedAt: isOpen ? null : (closedAt ?? at) },
    rulePack,
    clocks: [],
    notices: [],
    noticeChannels: [],
    evidence: [],
    codeHash,
    receiptId,
    filing,
    identity,
    key,
    dossier: {
      subject: old.subject,
      chronology: old.story,
      occurredPlace: old.place,
      reportedPerson: old.reportedPerson,
      receivedBy: { kind: 'system' },
      place: null,
      maskedReporter: null,
      receiptClocks: [],
      evidenceNames: {},
      history: [
        { at: receivedAt, event: 'received', by: { kind: 'reporter' }, text: null, public: true },
        { at, event: 'imported', by, text: `${fileName} · ${row}`, public: false },
      ],
      concerns: guarding?.concerns ?? [],
      candidates: guarding?.candidates ?? [],
      lapor: old.laporId ? { id: old.laporId, at, by } : null,
      fromBook: { import: number, row, oldNumber, status: statusWritten, answer, closedAt },
      ...restOfDossier,
    },
    ...restOfOutline,
  }
}

/** The series is separate from the running numbers of the year, which an old book neither takes nor disturbs. */
export const oldSeries = (day: string): string => `lama-${day.slice(0, 4)}`

/** `BOLAMA-2023-000057`: the tenant's prefix, the year of the old book, and a number of its own. */
export const oldNumber = (prefix: string, series: string, sequence: number): string =>
  `${prefix}LAMA-${series.slice(-4)}-${String(sequence).padStart(6, '0')}`

/**
 * The mark recognises a row, so that it is not imported twice: its number and the year of its day, because many books
 * restart each year; without a number its whole content.
 */
export const markOfRow = ({ oldNumber, receivedDay, subject, story, reporter }: OldCase): string =>
  oldNumber
    ? `old number\n${receivedDay.slice(0, 4)}\n${oldNumber.toUpperCase().replace(/\s+/g, ' ')}`
    : `old row\n${[receivedDay, subject, story, reporter.name ?? ''].join('\n')}`
