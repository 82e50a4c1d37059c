import { type ReasonToKeep, type RetentionRules, refuseUnlessDue, type Shreddable } from '../../case/retention.ts'
import type { Complaint, Dossier } from '../../case/shape/complaint.ts'
import type { Actor, Moment } from '../../case/shape/history.ts'
import { nothingYet } from '../../case/store/case-seals.ts'
import { leftUndone } from '../../case/timed-acts.ts'
import type { DangerousAct } from '../../offices/act-vocabulary.ts'
import type { Ending } from '../../offices/vocabulary.ts'
import type { Day, Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, Kept, Page, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, ownKeyHolder } from '../../storage/key-holder.ts'
import type { StaffId, TenantId } from '../../storage/place.ts'
import { sealContent, sealedDocuments } from '../../storage/sealed-documents.ts'
import { type Sealed, type Vault, type WrappedKey, withOwnKey } from '../../storage/vault.ts'

export const shreddedBy = {
  'destroy-cases': 'record',
  'erase-identities': 'identity',
} as const satisfies Partial<Record<DangerousAct, Shreddable>>

export type DestroyingAct = keyof typeof shreddedBy

export const isDestroying = (act: DangerousAct): act is DestroyingAct => act in shreddedBy

/** A line of a destruction record contains nothing that a reporter wrote. */
export interface DestructionLine {
  readonly number: string
  readonly category: string
  readonly ending: Ending | null
  readonly receivedAt: Instant
  readonly endedAt: Instant
  readonly from: Day
  readonly files: number
}

/** The case was approved but stayed whole, because something changed. */
export interface KeptLine {
  readonly number: string
  readonly category: string
  readonly because: ReasonToKeep
}

export interface DestructionContent {
  readonly basis: string
  /** The proposer states the decision on which it is done. */
  readonly reason: string
  readonly proposer: Actor
  readonly proposedAt: Instant
  readonly approver: Actor
  readonly approvedAt: Instant
  readonly lines: readonly DestructionLine[]
  readonly kept: readonly KeptLine[]
  /** Maps case numbers to the ids of evidence files that still exist. */
  readonly remains: Readonly<Record<string, readonly string[]>>
}

/** A destruction under one approval becomes its own record (berita acara pemusnahan). It has the id of the approval. */
export interface Destruction {
  readonly tenant: TenantId
  readonly id: string
  readonly version: number
  /** Numbers such as `BA-BO-2031-0001` have no gaps per tenant and year. */
  readonly number: string
  readonly series: string
  readonly sequence: number
  readonly what: Shreddable
  readonly proposedBy: StaffId
  readonly startedAt: Instant
  readonly finishedAt: Instant | null
  readonly key: WrappedKey
  readonly content: DestructionContent
}

export const destructionNumber = (prefix: string, year: string, sequence: number): string =>
  `BA-${prefix}-${year}-${String(sequence).padStart(4, '0')}`

/** Closes the record: cases that were kept leave the list, and no file name remains. */
export function finishRecord(destruction: Destruction, kept: readonly KeptLine[], at: Instant): Destruction {
  if (destruction.finishedAt) return destruction
  const numbers = new Set(kept.map(({ number }) => number))
  const { content } = destruction
  const lines = content.lines.filter(({ number }) => !numbers.has(number))
  return {
    ...destruction,
    finishedAt: at,
    content: { ...content, lines, kept: [...content.kept, ...kept], remains: {} },
  }
}

export const unknownDestruction = () => new Refusal('not-found', 'destruction/unknown')

export interface KeptDestruction extends Kept, Omit<Destruction, 'tenant' | 'id' | 'version' | 'content'> {
  readonly content: Sealed<DestructionContent>
}

const byKeyVersion = foundByKeyVersion<KeptDestruction>(({ key }) => [key])

export const destructionSpec: CollectionSpec<KeptDestruction> = {
  name: 'destructions',
  keys: {
    ...byKeyVersion.keys,
    series: ({ series }) => series,
    sequence: ({ sequence }) => sequence,
    startedAt: ({ startedAt }) => startedAt,
    unfinishedSince: ({ startedAt, finishedAt }) => (finishedAt ? null : startedAt),
  },
  indexes: {
    ...byKeyVersion.indexes,
    series: { on: ['series', 'sequence'], unique: true },
    started: { on: ['startedAt'] },
    unfinished: { on: ['unfinishedSince'], acrossTenants: true },
  },
  counted: byKeyVersion.counted,
}

export type NewDestruction = Omit<Destruction, 'version' | 'number' | 'sequence' | 'key'>

export interface DestructionStore {
  /**
   * Gives it the next number of its year.
   * @param behind numbers up to this one are left out
   * @throws UniqueViolation `id` where its approval already led to one
   */
  add(destruction: NewDestruction, numberOf: (sequence: number) => string, behind?: number): Promise<Destruction>
  /** @throws Refusal `destruction/unknown`, also when it belongs to another tenant */
  get(tenant: TenantId, id: string): Promise<Destruction>
  /**
   * The newest comes first.
   * @throws InvalidCursor
   */
  list(tenant: TenantId, page: { readonly after?: string; readonly limit: number }): Promise<Page<Destruction>>
  listUnfinished(limit: number): Promise<readonly Destruction[]>
  change(tenant: TenantId, id: string, decide: (destruction: Destruction) => Destruction): Promise<Destruction>
  readonly keyHolder: KeyHolder
}

export async function openDestructionStore(store: Store, vault: Vault): Promise<DestructionStore> {
  const kept = await store.collection(destructionSpec)
  const own = withOwnKey('destructions', vault)

  const destructions = sealedDocuments<Destruction, KeptDestruction>(
    kept,
    sealContent('destructions', vault),
    unknownDestruction,
    () => new Refusal('conflict', 'approval/changed-meanwhile'),
  )

  return {
    get: destructions.get,
    change: destructions.change,

    async add({ content, ...outline }, numberOf, behind) {
      const { tenant, series } = outline
      const keyed = { ...outline, key: await own.newKey(tenant, outline.id) }
      const draft = { ...keyed, content: await own.seal(keyed, 'content', content) }
      const numbered = (sequence: number) => ({ ...draft, sequence, number: numberOf(sequence) })
      const added = await kept.insertNext('series', { tenant, series }, numbered, behind)
      return { ...added, tenant, content }
    },

    list: (tenant, { after, limit }) =>
      destructions.page(tenant, { index: 'started', order: 'descending', limit, ...(after && { after }) }),

    listUnfinished: (limit) => destructions.listAcrossTenants({ index: 'unfinished', limit }),

    keyHolder: ownKeyHolder('destructions', kept, vault, 'content'),
  }
}

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
    oldCodeHash: null,
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
