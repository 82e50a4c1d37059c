import type { Complaint, Dossier } from '../../case/shape/complaint.ts'
import type { Moment } from '../../case/shape/moment.ts'
import { nothingYet } from '../../case/store/later-fields.ts'
import { leftUndone } from '../../case/timed-act.ts'
import type { RetentionRules } from '../../case/weigh-retention.ts'
import { refuseUnlessDue } from '../../case/weigh-retention.ts'
import type { WrappedKey } from '../../storage/vault.ts'

export interface DestructionOrder {
  readonly record: string
  /** The short fingerprint of the receipt's signature cannot be computed again afterwards. */
  readonly fingerprint: string
  readonly key: WrappedKey
}

/**
 * Keeps what remains after a case's time: its number, so that numbers have no gaps; category, status, channel and dates
 * for the statistics; and the hashes of its code and of its row in an old register, the case in which it goes on, the
 * id of its receipt and the hashes of its files, so that questions can be answered. The keys of dossier, identity and
 * evidence go, and with them all that was written. Every field is named here, so that a new one is not kept by
 * accident.
 * @throws Refusal `case/destroyed`, `retention/held`, `retention/not-due`
 */
export function destroyCase(
  complaint: Complaint,
  { record, fingerprint, key }: DestructionOrder,
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
    // Statistics read from this id that the case was answered.
    answeredBy: complaint.answeredBy,
    identityAskedAt: null,
    unreadSince: null,
    unansweredSince: null,
    untranscribedSince: null,
    dataRequestDueAt: null,
    heldSince: null,
    passesOnSince: null,
    laporSince: null,
    offer: null,
    cameFrom: null,
    improvementDue: null,
    callableFrom: null,
    notices: [],
    // What still waited is not done any more.
    alerts: complaint.dossier.timedActs.map(({ by }) => leftUndone({ at, newId }, by.id)),
    news: [],
    clocksTold: [],
    rulesDue: [],
    noticeChannels: [],
    evidence: [],
    // The index of filings needs a value, so this is one that no filing has. The keyed hash of a row of an old register
    // stays, so that importing the same register does not bring the case back.
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
