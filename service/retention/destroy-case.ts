import type { Moment } from '../complaints/complaint.ts'
import { nothingYet } from '../complaints/later-fields.ts'
import type { Complaint, Dossier } from '../complaints/shape/complaint.ts'
import type { WrappedKey } from '../identity/vault.ts'
import type { RetentionRules } from './weigh-retention.ts'
import { refuseUnlessDue } from './weigh-retention.ts'

export interface Destroying {
  /** Number of the destruction record. */
  readonly record: string
  /** The short mark of the receipt's signature, which cannot be counted again afterwards. */
  readonly fingerprint: string
  /** A new key for what little is left. */
  readonly key: WrappedKey
}

/**
 * What stays when a case's time is over: its number, so that numbers have no gaps; category, status, channel and dates,
 * so that counts stay; the hashes of its code and of its row in an old book, with the case in which it goes on, the id of its receipt and the hashes of its files, so that who asks is told. The keys of dossier,
 * identity and evidence go, and with them all that was written. Each field is named here, so that a new one does not
 * stay by accident.
 * @throws Refusal `case/destroyed`, `retention/held`, `retention/not-due`
 */
export function destroyCase(
  complaint: Complaint,
  { record, fingerprint, key }: Destroying,
  rules: RetentionRules,
  { at, newId }: Pick<Moment, 'at' | 'newId'>,
): Complaint {
  const { endedAt, ending } = refuseUnlessDue('record', complaint, rules, at)
  const { tenant, id, version, revision, series, sequence, status, category, channel, language } = complaint
  const { receivedAt, receivedDay, privacy, guard, codeHash, receiptId, receiptFiles, movedTo, imported } = complaint
  return {
    ...{ tenant, id, version, series, sequence, status, category, channel, language },
    ...{ receivedAt, receivedDay, privacy, guard, codeHash, receiptId, receiptFiles, movedTo, imported },
    class: complaint.class,
    revision: revision + 1,
    rulePack: complaint.rulePack,
    clocks: complaint.clocks.map((clock) => ({
      ...clock,
      pauseReason: null,
      pauses: clock.pauses.map((pause) => ({ ...pause, reason: '' })),
      extensions: clock.extensions?.map((extension) => ({ ...extension, reason: '' })) ?? [],
    })),
    handler: null,
    // An id of staff, by which counts tell what was answered.
    answeredBy: complaint.answeredBy,
    identityAskedAt: null,
    unreadSince: null,
    dataRequestDueAt: null,
    heldSince: null,
    passesOnSince: null,
    laporSince: null,
    offer: null,
    cameFrom: null,
    notices: [],
    alerts: [],
    news: [],
    clocksTold: [],
    noticeChannels: [],
    evidence: [],
    // A word that no filing brings, because the index of filings wants one. The keyed hash by which a row of an old book is
    // known stays: the same book must not bring back what was destroyed.
    filing: { keyHash: imported ? complaint.filing.keyHash : newId(), bodyHash: '', codeSalt: '' },
    identity: null,
    identityErasedAt: null,
    key,
    destroyed: {
      at,
      record,
      ending,
      endedAt,
      stars: complaint.dossier.rating?.stars ?? null,
      files: complaint.evidence.length,
      fingerprint,
    },
    dossier: emptyDossier(complaint, record, at),
  }
}

function emptyDossier({ receivedAt }: Complaint, record: string, at: Moment['at']): Dossier {
  const system = { kind: 'system' } as const
  return {
    subject: '',
    chronology: '',
    occurredAt: null,
    occurredPlace: null,
    reportedPerson: null,
    requestedRemedy: null,
    receivedBy: system,
    place: null,
    maskedReporter: null,
    receiptClocks: [],
    evidenceNames: {},
    history: [
      { at: receivedAt, event: 'received', by: system, text: null, public: true },
      { at, event: 'destroyed', by: system, text: record, public: true },
    ],
    ...nothingYet,
  }
}
