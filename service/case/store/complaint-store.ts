import type { GuardMark } from '../../offices/staff/staff-member.ts'
import type { Status } from '../../offices/vocabulary.ts'
import { AFTER_ALL, type Instant } from '../../shared/instant.ts'
import { isOneOf } from '../../shared/records.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { CollectionSpec, CountQuery, Draft, Page, Query, Store } from '../../storage/collection.ts'
import { foundByKeyVersion, type KeyHolder, keyHolder, type Renewal } from '../../storage/key-holder.ts'
import { isBound } from '../../storage/key-version.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type LaidKey, type SealedIdentity, SealRefused, type Vault } from '../../storage/vault.ts'
import { waitsSince } from '../alert-note.ts'
import { clockNamed, nextDueAt } from '../case-clocks.ts'
import { refuseFull } from '../case-limits.ts'
import { withNews } from '../case-news.ts'
import { clockKeys } from '../clock-alerts.ts'
import { canBecome, exits } from '../complaint.ts'
import type { ClockName } from '../deadlines/clocks.ts'
import { refuseDestroyed, retentionKeys } from '../ended.ts'
import { keyOfFile } from '../evidence/key-of-file.ts'
import { laporWord } from '../lapor-id.ts'
import { nextNoticeAt } from '../late-clocks.ts'
import type { NoticeQueues } from '../notices/notice-queue.ts'
import { leaveOvertakenToPage } from '../notices/overtaken.ts'
import { turnPages, withOlder } from '../older-pages.ts'
import { haveSameWords, searchWordsOf } from '../search/case-words.ts'
import { changeMoment, newWordsMark } from '../search/change-clock.ts'
import { createSearchIndex } from '../search/search-index.ts'
import { openSegmentStore } from '../search/segment-store.ts'
import { createIndexTender, type IndexTender } from '../search/tend-index.ts'
import type { Complaint } from '../shape/complaint.ts'
import { hashesOf, withoutHash } from '../shape/evidence.ts'
import type { Filed } from '../shape/filed.ts'
import type { HistoryLine } from '../shape/history.ts'
import { awaitedQueue, earliestTryAt, undeliveredSince } from '../shape/notice.ts'
import type { OlderPage, PageName } from '../shape/older.ts'
import { timelinessOf } from '../timeliness.ts'
import type { AlertQueue } from './alert-queue.ts'
import { caseKeyOf, caseKeyPlace, filedPlace, openCase, sealDossier, tagOf } from './case-seals.ts'
import { complaintAlerts } from './complaint-alerts.ts'
import { type BookStore, complaintBooks } from './complaint-books.ts'
import { complaintMoves, type MovableStore, movableUntil } from './complaint-moves.ts'
import { complaintNotices } from './complaint-notices.ts'
import { complaintScans, scanKeys } from './complaint-scans.ts'
import { complaintSearch, type SearchQuery, searchedKeys, searchSource } from './complaint-search.ts'
import {
  complaintTallies,
  countedOf,
  dayOf,
  evidenceSizeOf,
  type KeptOutline,
  openStatuses,
  type TalliedStore,
  tallyKeys,
} from './complaint-tallies.ts'
import { casesByPhone, contactToken, hasProvenPhone } from './confirmed-phone.ts'
import { type Erasure, erasureOf } from './erasure.ts'
import { countByKey, filterCases, guardedCases } from './guarded-cases.ts'
import { identityKeyOf } from './identity-of.ts'
import { type KeptComplaint, notFound } from './kept-complaint.ts'
import { guardToken, openGuard, sealGuard } from './kept-guard.ts'
import { fillInLater, laterInEvidence, laterInOutline, nothingYet } from './later-fields.ts'
import { noteCause } from './note-cause.ts'
import { type OlderPageStore, openOlderPages } from './older-page-store.ts'
import type { ScanQueue } from './scan-queue.ts'
import type { SearchFilter } from './search-filter.ts'
import { CaseSealedWrong, type ReportUnreadable, skipUnreadable, type UnreadableCase } from './unreadable-case.ts'

const byKeyVersion = foundByKeyVersion<KeptComplaint>(({ key, identity, evidence }) => [
  key,
  identity?.key ?? null,
  ...evidence.map((item) => item.key),
])

/** These keys of guarded cases are subtracted from the counts of others. */
const guardedKeys = ['guardToken', ...searchedKeys, 'categoryAndStatus', ...Object.keys(tallyKeys)]

export const complaintSpec: CollectionSpec<KeptComplaint> = {
  name: 'complaints',
  keys: {
    ...byKeyVersion.keys,
    series: ({ series }) => series,
    sequence: ({ sequence }) => sequence,
    filingKey: ({ filing }) => filing.keyHash,
    code: ({ codeHash }) => codeHash,
    receiptId: ({ receiptId }) => receiptId,
    status: ({ status }) => status,
    category: ({ category }) => category,
    handler: ({ handler }) => handler ?? 'none',
    receivedAt: ({ receivedAt }) => receivedAt,
    dueAt: (complaint) => nextDueAt(complaint.clocks) ?? withoutDate(complaint),
    runs: ({ clocks }) => (nextDueAt(clocks) === null ? null : 'yes'),
    undeliveredSince: ({ notices, destroyed }) => (destroyed ? null : undeliveredSince(notices)),
    noticeDueAt: ({ notices }) => earliestTryAt(notices),
    noticeLine: ({ notices }) => awaitedQueue(notices),
    alertsSince: ({ alerts, news }) => waitsSince(alerts, news),
    ...clockKeys,
    identityAskedAt: ({ identityAskedAt }) => identityAskedAt,
    guardedSince: ({ guard, status, receivedAt, destroyed }) =>
      guard && exits[status].length > 0 && !destroyed ? receivedAt : null,
    guardedFrom: ({ guard, receivedAt }) => (guard ? receivedAt : null),
    guardToken: ({ guard }) => guardToken(guard),
    provenPhoneFrom: ({ hasProvenPhone, status, receivedAt }) =>
      hasProvenPhone && isOneOf(openStatuses, status) ? receivedAt : null,
    contactToken: ({ identity }) => contactToken(identity),
    changedAt: ({ changedAt }) => changedAt ?? 0,
    wordsMark: ({ wordsMark, imported }) => (imported?.isGoing ? null : (wordsMark ?? 1)),
    channel: ({ channel }) => channel,
    outcome: ({ outcome }) => outcome ?? null,
    stars: ({ stars }) => stars ?? null,
    timeliness: (complaint) => timelinessOf(complaint),
    ...tallyKeys,
    evidenceSize: evidenceSizeOf,
    categoryAndStatus: ({ category, status }) => `${category} ${status}`,
    dataRequestDueAt: ({ dataRequestDueAt }) => dataRequestDueAt ?? null,
    lapsesAt: (complaint) => lapsesAt(complaint),
    passesOnSince: ({ passesOnSince, destroyed }) => (destroyed ? null : (passesOnSince ?? null)),
    movableUntil: ({ clocks, destroyed }) => (destroyed ? null : movableUntil(clocks)),
    tellsAt: (complaint) => (complaint.destroyed ? null : nextNoticeAt(complaint)),
    offerDueAt: (complaint) => offerDueAt(complaint),
    book: ({ imported }) => imported?.book ?? null,
    laporNotedAt: ({ laporSince }) => laporSince ?? null,
    laporMissingAt: (complaint) => laporMissingAt(complaint),
    ...scanKeys,
    ...retentionKeys,
    erasedAt: (complaint) => erasureOf(complaint)[0]?.at ?? null,
  },
  indexes: {
    ...byKeyVersion.indexes,
    series: { on: ['series', 'sequence'], unique: true },
    filingKey: { on: ['filingKey'], unique: true },
    code: { on: ['code'] },
    receipt: { on: ['receiptId'], acrossTenants: true },
    received: { on: ['receivedAt'] },
    status: { on: ['status', 'receivedAt'] },
    categoryStatus: { on: ['category', 'status', 'receivedAt'] },
    handler: { on: ['handler', 'status', 'receivedAt'], carries: ['category'] },
    due: { on: ['dueAt'], carries: ['status', 'category', 'handler'] },
    channel: { on: ['channel', 'receivedAt'], carries: ['category', 'status'] },
    outcome: { on: ['outcome', 'receivedAt'], carries: ['category', 'status'] },
    stars: { on: ['stars', 'receivedAt'], carries: ['category', 'status'] },
    timeliness: { on: ['timeliness', 'receivedAt'], carries: ['category', 'status'] },
    identityAsked: { on: ['identityAskedAt'] },
    guarded: { on: ['guardedSince'], acrossTenants: true },
    keptFromSome: { on: ['guardedFrom'], carries: guardedKeys },
    provenPhone: { on: ['provenPhoneFrom'], carries: ['contactToken'] },
    changed: { on: ['changedAt'], carries: searchedKeys },
    dataRequestDue: { on: ['dataRequestDueAt'] },
    undelivered: { on: ['undeliveredSince'] },
    noticeDue: { on: ['noticeLine', 'noticeDueAt'], acrossTenants: true },
    noticeWaiting: { on: ['noticeLine', 'noticeDueAt'] },
    overUntold: { on: ['overUntoldAt'], acrossTenants: true },
    nearUntold: { on: ['nearUntoldAt'] },
    longOverUntold: { on: ['longOverUntoldAt'] },
    alertsWait: { on: ['alertsSince'], acrossTenants: true },
    lapses: { on: ['lapsesAt'], acrossTenants: true },
    passesOn: { on: ['passesOnSince'], acrossTenants: true },
    tells: { on: ['tellsAt'], acrossTenants: true },
    offerDue: { on: ['offerDueAt'], acrossTenants: true },
    ofBook: { on: ['book'] },
    laporNoted: { on: ['laporNotedAt'] },
    laporMissing: { on: ['laporMissingAt'] },
    movable: { on: ['movableUntil'] },
    scanDue: { on: ['scanDueAt'], acrossTenants: true },
    unscanned: { on: ['unscannedSince'], acrossTenants: true },
    ended: { on: ['category', 'endedAt'] },
    identityEnded: { on: ['identityEndedAt'] },
    held: { on: ['heldSince'] },
    erased: { on: ['erasedAt'], acrossTenants: true },
  },
  counted: ['evidenceSize', 'categoryAndStatus', 'unscannedFiles', ...Object.keys(tallyKeys), ...byKeyVersion.counted],
}

/** Returns when time alone moves a complaint on, because the reporter's time to object, complete or return is over. */
export function lapsesAt({ status, clocks }: Pick<Complaint, 'status' | 'clocks'>): Instant | null {
  if (status === 'incomplete') return clockNamed(clocks, 'completion')?.dueAt ?? null
  if (status === 'withdrawn') return openUntil(clocks, 'reopening')
  if (status !== 'answered' && status !== 'closed' && status !== 'merged') return null
  return openUntil(clocks, 'objection_window')
}

/** A case of an old register is worked on without a running clock, so it comes last among the due ones. */
const withoutDate = ({ imported, status }: Draft<KeptComplaint>): Instant | null =>
  imported && isOneOf(openStatuses, status) ? AFTER_ALL : null

/**
 * The national channel should know these cases. Cases of other tenants, ended ones and those of an old register are
 * left out.
 */
const laporMissingAt = ({
  laporSince,
  status,
  receivedAt,
  destroyed,
  imported,
}: Draft<KeptComplaint>): Instant | null =>
  laporSince || destroyed || imported || status === 'merged' || status === 'forwarded' || status === 'withdrawn'
    ? null
    : receivedAt

/** An offer waits since then to be delivered to the other tenant or recalled from it. */
const offerDueAt = ({ offer, status }: Pick<Complaint, 'offer' | 'status'>): Instant | null =>
  offer && (offer.state !== 'waiting' || !canBecome(status, 'forwarded')) ? offer.since : null

function openUntil(clocks: Complaint['clocks'], name: ClockName): Instant | null {
  const window = clockNamed(clocks, name)
  return window && window.stoppedAt === null ? window.dueAt : null
}

export type StatusCounts = readonly { readonly category: string; readonly status: Status; readonly cases: number }[]

export type UnnumberedComplaint = Omit<Complaint, 'id' | 'version' | 'sequence'>

/** Each tenant sees only its own complaints. */
export interface ComplaintStore extends NoticeQueues, AlertQueue, ScanQueue, TalliedStore, MovableStore, BookStore {
  /**
   * Gives the complaint the next number of its series and resolves after the durable write.
   * @throws UniqueViolation `filingKey`
   */
  add(complaint: UnnumberedComplaint, numberOf: (sequence: number) => string): Promise<Complaint>
  find(tenant: TenantId, number: string): Promise<Complaint | null>
  findInSeries(tenant: TenantId, series: string, sequence: number): Promise<Complaint | null>
  /** Tells whether the case is hidden from somebody, without opening a dossier. */
  isGuarded(tenant: TenantId, number: string): Promise<boolean>
  /**
   * Lists open cases whose reporter confirmed this number, newest first.
   * @param phone country code and digits
   */
  withPhone(tenant: TenantId, phone: string, limit: number): Promise<readonly Complaint[]>
  withLaporId(tenant: TenantId, id: string): Promise<readonly Complaint[]>
  /** @throws Refusal `complaint/not-found`, also when the complaint belongs to another tenant */
  get(tenant: TenantId, number: string): Promise<Complaint>
  findByFilingKey(tenant: TenantId, keyHash: string): Promise<Complaint | null>
  knownFilings(tenant: TenantId, keyHashes: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Finds a complaint by its code alone: a wrong code finds nothing, whatever number came with it, in the same time as
   * for an unknown number.
   */
  findByCode(tenant: TenantId, codeHash: string): Promise<Complaint | null>
  /**
   * Loads, decides, saves. When only the machine wrote meanwhile, the decision is repeated on the current state.
   * @throws Refusal `complaint/not-found`, `case/destroyed`, and what `decide` throws
   */
  change(
    tenant: TenantId,
    number: string,
    decide: (complaint: Complaint) => Complaint | Promise<Complaint>,
  ): Promise<Complaint>
  /** Adds all older pages to the lists of a case, to show, print or count everything. */
  whole(complaint: Complaint): Promise<Complaint>
  olderPage(complaint: Complaint, name: string): Promise<OlderPage>
  readonly dropOlderPages: OlderPageStore['drop']
  findByReceipt(receiptId: string): Promise<Complaint | null>
  /** @param tell is called for cases that cannot be opened, which are left out */
  list(tenant: TenantId, query: Query, tell?: ReportUnreadable): Promise<Page<Complaint>>
  count(tenant: TenantId, query: CountQuery, most: number): Promise<number>
  /** Returns cases with all words, newest first, then those with some: `partial` items at the end of the page. */
  search(
    tenant: TenantId,
    text: string,
    query: SearchQuery,
    tell?: ReportUnreadable,
  ): Promise<Page<Complaint> & { readonly partial: number }>
  countBearing(tenant: TenantId, marks: readonly GuardMark[], filter: SearchFilter): Promise<number>
  countFound(tenant: TenantId, text: string, filter: SearchFilter, most: number): Promise<number>
  counts(tenant: TenantId): Promise<StatusCounts>
  countsBearing(tenant: TenantId, marks: readonly GuardMark[]): Promise<StatusCounts>
  guardedBy(tenant: TenantId, marks: readonly GuardMark[]): Promise<readonly KeptOutline[]>
  /** Returns the numbers of guarded cases with one of these marks, or of all if `marks` is `null`. */
  guardedNumbers(tenant: TenantId, marks: readonly GuardMark[] | null): Promise<ReadonlySet<string>>
  /** Lists open guarded cases of all tenants, and whether anybody is left to read them. */
  guarded(): Promise<readonly { readonly tenant: TenantId; readonly number: string; readonly isUnread: boolean }[]>
  readonly keyHolder: KeyHolder
  readonly segmentKeys: KeyHolder
  readonly index: IndexTender
  /** Lists later erasures of all tenants, oldest first. */
  erased(since: Instant, after: string | null): Promise<Page<Erasure>>
  /** Lists complaints of all tenants whose reporters are due a notice. */
  toTell(now: Instant, limit: number): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
  findWithJoinedNews(limit: number): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
  offersDue(limit: number): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
  /** Lists complaints of all tenants that time alone moves on. */
  lapsed(now: Instant, limit: number): Promise<readonly { readonly tenant: TenantId; readonly number: string }[]>
}

const MOST_TRIES = 20

/**
 * @param onWaiting called after a write that left a notice, an alert or news waiting
 * @param causeNow returns the current request, or `null`
 * @param mayWait the number of changed cases that may wait to be indexed
 */
export async function openComplaintStore(
  store: Store,
  vault: Vault,
  onWaiting: () => void,
  causeNow: () => string | null = () => null,
  mayWait?: number,
): Promise<ComplaintStore> {
  const kept = await store.collection(complaintSpec)
  const older = await openOlderPages(store, vault)
  const guarded = guardedCases(kept, vault, { carried: guardedKeys, of: complaintSpec.keys })
  const withPhone = casesByPhone(kept, vault)
  const segments = await openSegmentStore(store, vault)
  const source = searchSource(kept, async (found) => {
    const complaint = await skipUnreadable(opened(found))
    return complaint ? searchWordsOf(complaint) : []
  })
  const index = createSearchIndex(source, segments)
  const words = complaintSearch(index, guarded)

  /** @throws CaseSealedWrong */
  async function opened(found: KeptComplaint): Promise<Complaint> {
    try {
      return await openedWhole(found)
    } catch (cause) {
      throw cause instanceof SealRefused ? new CaseSealedWrong(describeUnreadable(found), cause) : cause
    }
  }

  async function openedWhole(found: KeptComplaint): Promise<Complaint> {
    const { wordsMark: _, changedAt: __, hasProvenPhone: ___, outcome: ____, stars: _____, ...rest } = found
    const { dossier: ______, linesToSeal = [], ...outline } = rest
    const tenant = found.tenant
    const guard = await openGuard(vault, found)
    const content = await openCase(vault, found)
    const dossier = fillInLater(nothingYet, content.dossier)
    if (linesToSeal.length > 0) Object.assign(dossier, { history: sortByTime([...dossier.history, ...linesToSeal]) })
    const evidence = outline.evidence.map((item) => ({
      ...fillInLater(laterInEvidence, item),
      sha256: content.hashes[item.id] ?? '',
    }))
    return Object.assign(fillInLater(laterInOutline, outline), {
      receivedDay: dayOf(outline),
      evidence,
      tenant,
      dossier,
      guard,
    })
  }

  async function sealed<C extends UnnumberedComplaint>({ dossier, ...complaint }: C, key: LaidKey) {
    // The dossier repeats the fields beside it, so it is sealed last.
    const guard = complaint.guard && (await sealGuard(vault, key, complaint, complaint.guard))
    const outline = { ...complaint, guard, evidence: complaint.evidence.map(withoutHash) }
    const content = { dossier, hashes: hashesOf(complaint.evidence) }
    const counted = countedOf({ dossier, destroyed: outline.destroyed })
    return {
      ...counted,
      ...outline,
      dossier: await sealDossier(vault, key, outline, outline, content),
      changedAt: changeMoment(),
      hasProvenPhone: hasProvenPhone(outline.identity, dossier),
    }
  }

  async function openedOf(found: readonly (KeptComplaint | null)[], tell?: ReportUnreadable): Promise<Complaint[]> {
    const cases = await Promise.all(found.map((one) => one && skipUnreadable(opened(one))))
    for (const [at, one] of found.entries()) if (one && !cases[at]) tell?.(describeUnreadable(one))
    return cases.filter((one) => one !== null)
  }

  async function casesOf(tenant: TenantId, ids: readonly string[], tell?: ReportUnreadable): Promise<Complaint[]> {
    return openedOf(await Promise.all(ids.map((id) => kept.get(tenant, id))), tell)
  }

  const complaints: ComplaintStore = {
    async add(given, numberOf) {
      const complaint = noteCause(null, given, causeNow())
      const { tenant, series } = complaint
      const key = { place: filedPlace(complaint, 'key'), wrapped: complaint.key }
      const [draft, wrapFor] = await Promise.all([sealed(complaint, key), vault.rewrapLater(key)])
      const wordsMark = newWordsMark()
      const added = await kept.insertNext('series', { tenant, series }, (sequence) => {
        const id = numberOf(sequence)
        return {
          ...draft,
          // Only now the number is known; from here on the key opens under this number alone.
          key: wrapFor(caseKeyPlace({ tenant, id })),
          wordsMark,
          tenant,
          id,
          sequence,
        }
      })
      onWaiting()
      return { ...complaint, id: added.id, version: added.version, sequence: added.sequence, key: added.key }
    },

    async find(tenant, number) {
      const found = await kept.get(tenant, number)
      return found && opened(found)
    },

    async findInSeries(tenant, series, sequence) {
      const { items } = await kept.find(tenant, { index: 'series', where: { series, sequence }, limit: 1 })
      return items[0] ? opened(items[0]) : null
    },

    isGuarded: async (tenant, number) => Boolean((await kept.get(tenant, number))?.guard),

    async withPhone(tenant, phone, limit) {
      return casesOf(tenant, await withPhone(tenant, phone, limit))
    },

    async withLaporId(tenant, id) {
      return casesOf(tenant, await words.bearing(tenant, laporWord(id), 10))
    },

    async get(tenant, number) {
      const found = await complaints.find(tenant, number)
      if (!found) throw notFound()
      return found
    },

    async findByFilingKey(tenant, keyHash) {
      const { items } = await kept.find(tenant, { index: 'filingKey', where: { filingKey: keyHash }, limit: 1 })
      return items[0] ? opened(items[0]) : null
    },

    async knownFilings(tenant, keyHashes) {
      const known = new Set<string>()
      // A query accepts at most 50 values.
      for (let at = 0; at < keyHashes.length; at += 50) {
        const filingKey = keyHashes.slice(at, at + 50)
        const { items } = await kept.find(tenant, { index: 'filingKey', where: { filingKey }, limit: 50 })
        for (const { filing } of items) known.add(filing.keyHash)
      }
      return known
    },

    async findByCode(tenant, codeHash) {
      const { items } = await kept.find(tenant, { index: 'code', where: { code: codeHash }, limit: 1 })
      return items[0] ? opened(items[0]) : null
    },

    async change(tenant, number, decide) {
      for (let tries = 0; tries < MOST_TRIES; tries++) {
        const lying = await kept.get(tenant, number)
        if (!lying) throw notFound()
        const stored = await opened(lying)
        refuseDestroyed(stored)
        if (stored.imported?.isGoing) throw notFound()
        const { complaint: before, pages } = turnPages(stored)
        const decided = await decide(before)
        if (decided === before) return before
        const caused = noteCause(before, withNews(before, decided), causeNow())
        const after = { ...caused, notices: leaveOvertakenToPage(caused.notices) }
        const changed = await sealed(after, caseKeyOf(after))
        refuseFull(before, after, changed.dossier)
        // Pages are written before the case that names them, so a crash leaves only pages that nobody reads.
        if (!after.destroyed) await older.put(stored, pages)
        const saved = await kept.replace({
          ...changed,
          wordsMark: haveSameWords(stored.dossier, after.dossier) ? (lying.wordsMark ?? 1) : newWordsMark(),
          version: before.version,
          id: number,
          tenant,
          sequence: before.sequence,
        })
        if (!saved) continue
        const adds = (key: 'notices' | 'alerts' | 'news') => after[key].length > before[key].length
        if (adds('notices') || adds('alerts') || adds('news')) onWaiting()
        return { ...after, version: saved.version }
      }
      throw new Refusal('conflict', 'case/changed-meanwhile')
    },

    async whole(complaint) {
      return complaint.dossier.older ? withOlder(complaint, await older.all(complaint)) : complaint
    },

    async olderPage(complaint, name) {
      const page = complaint.dossier.older && (await older.get(complaint, name as PageName))
      if (!page) throw new Refusal('not-found', 'case/page-unknown')
      return page
    },

    dropOlderPages: older.drop,

    async findByReceipt(receiptId) {
      const { items } = await kept.findAcrossTenants({ index: 'receipt', where: { receiptId }, limit: 1 })
      return items[0] ? opened(items[0]) : null
    },

    async list(tenant, query, tell) {
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await openedOf(items, tell), nextCursor }
    },

    count: (tenant, query, most) => kept.count(tenant, query, most),

    async search(tenant, text, query, tell) {
      const { ids, nextCursor, partial } = await words.search(tenant, text, query)
      const some = new Set(ids.slice(ids.length - partial))
      const items = await casesOf(tenant, ids, tell)
      return { items, nextCursor, partial: items.filter(({ id }) => some.has(id)).length }
    },

    countBearing: async (tenant, marks, filter) => filterCases(await guarded.bearing(tenant, marks), filter).length,

    countFound: words.countFound,

    counts: async (tenant) => statusCounts(await kept.countBy(tenant, 'categoryAndStatus')),

    countsBearing: async (tenant, marks) =>
      statusCounts(countByKey(await guarded.bearing(tenant, marks), 'categoryAndStatus')),

    guardedBy: async (tenant, marks) =>
      (await guarded.bearing(tenant, marks)).map(({ id, keys }) => ({ number: id, category: String(keys.category) })),

    guardedNumbers: guarded.numbersBearing,

    async guarded() {
      const found: { tenant: TenantId; number: string; isUnread: boolean }[] = []
      let after: string | null = null
      do {
        const page: Page<KeptComplaint> = await kept.findAcrossTenants({
          index: 'guarded',
          limit: 200,
          ...(after && { after }),
        })
        for (const { tenant, id, unreadSince } of page.items) {
          found.push({ tenant, number: id, isUnread: unreadSince !== null })
        }
        after = page.nextCursor
      } while (after)
      return found
    },

    async lapsed(now, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'lapses', range: { to: now }, limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async findWithJoinedNews(limit) {
      const { items } = await kept.findAcrossTenants({ index: 'passesOn', limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async offersDue(limit) {
      const { items } = await kept.findAcrossTenants({ index: 'offerDue', limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async toTell(now, limit) {
      const { items } = await kept.findAcrossTenants({ index: 'tells', range: { to: now }, limit })
      return items.map(({ tenant, id }) => ({ tenant, number: id }))
    },

    async erased(since, after) {
      const query = { index: 'erased', range: { from: since }, limit: 500, ...(after && { after }) }
      const { items, nextCursor } = await kept.findAcrossTenants(query)
      return { items: items.flatMap(erasureOf), nextCursor }
    },

    keyHolder: keyHolder(kept, vault, renewed(vault)),
    segmentKeys: segments.keyHolder,
    index: createIndexTender(index, segments, source, mayWait),

    ...complaintNotices(kept, vault, older),
    ...complaintAlerts(kept, vault),
    ...complaintTallies(kept, guarded),
    ...complaintMoves(kept),
    ...complaintScans(kept),
    ...complaintBooks(kept),
  }
  return complaints
}

const describeUnreadable = ({ id, status, category, guard }: KeptComplaint): UnreadableCase => ({
  ...{ number: id, status, category },
  guard: guard && { steward: guard.steward },
})

const statusCounts = (counts: Readonly<Record<string, number>>): StatusCounts =>
  Object.entries(counts).map(([value, cases]) => {
    const [category = '', status] = value.split(' ')
    return { category, status: status as Status, cases }
  })

const sortByTime = (history: readonly HistoryLine[]): HistoryLine[] =>
  history.toSorted(({ at: one }, { at: other }) => (one < other ? -1 : one > other ? 1 : 0))

/** A seal of an earlier version does not repeat the fields beside it, so the dossier is sealed again. */
const renewed =
  (vault: Vault) =>
  async (complaint: KeptComplaint, renewal: Renewal): Promise<KeptComplaint> => {
    const tenant = complaint.tenant
    const { identity } = complaint
    const after = {
      ...complaint,
      identity: identity && (await renewIdentity(complaint, identity, renewal)),
      evidence: await Promise.all(
        complaint.evidence.map(async (item) => ({ ...item, key: await renewal.key(keyOfFile(tenant, item)) })),
      ),
      key: await renewal.key(caseKeyOf(complaint)),
    }
    const hasSameIdentity = after.identity?.mark === identity?.mark
    if (isBound(complaint.dossier) && hasSameIdentity) return after
    const outline = fillInLater(laterInOutline, after)
    const content = await openCase(vault, complaint)
    return { ...after, dossier: await sealDossier(vault, caseKeyOf(after), after, outline, content) }
  }

async function renewIdentity(filed: Filed, before: SealedIdentity, renewal: Renewal): Promise<SealedIdentity> {
  const key = identityKeyOf(filed, before)
  const wasBound = isBound(before.identity)
  const identity = await renewal.seal(key, filedPlace(filed, 'identity'), before.identity)
  const contact = await renewal.seal(key, filedPlace(filed, 'contact'), before.contact)
  const renewed = { ...before, identity, contact, key: await renewal.key(key) }
  return wasBound ? renewed : { ...renewed, mark: tagOf(before.identity) }
}
