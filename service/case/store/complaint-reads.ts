import type { RuleStore } from '../../offices/rules.ts'
import type { Instant } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'
import type { Collection, CollectionSpec, CountQuery, KeyValue, Page, Query } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import type { Vault } from '../../storage/vault.ts'
import { withOlder } from '../older-pages.ts'
import type { Complaint } from '../shape/complaint.ts'
import type { OlderPage, PageName } from '../shape/correspondence.ts'
import { laporWord } from '../words/search-words.ts'
import type { ComplaintSearch } from './complaint-search.ts'
import { complaintSpec } from './complaint-spec.ts'
import { casesByContact, hasProvenContact, type SenderContact } from './confirmed-phone.ts'
import { type KeptComplaint, notFound, type ReportUnreadable, type SearchFilter } from './kept-complaint.ts'
import type { OlderPageStore } from './older-page-store.ts'
import { openComplaint, openComplaints } from './open-complaint.ts'

/** The store reads cases with these. */
export interface CaseParts {
  readonly kept: Collection<KeptComplaint>
  readonly vault: Vault
  readonly older: OlderPageStore
  readonly rules: Pick<RuleStore, 'on'>
}

export interface ComplaintReads {
  find(tenant: TenantId, number: string): Promise<Complaint | null>
  findInSeries(tenant: TenantId, series: string, sequence: number): Promise<Complaint | null>
  /** Tells whether the case is hidden from somebody, without opening a dossier. */
  isGuarded(tenant: TenantId, number: string): Promise<boolean>
  /** Lists open cases whose reporter confirmed this address or number, newest first. */
  withContact(tenant: TenantId, sender: SenderContact, limit: number): Promise<readonly Complaint[]>
  withLaporId(tenant: TenantId, id: string): Promise<readonly Complaint[]>
  /** Returns the numbers of cases of a reporter by their marks, newest first, without opening any. */
  ofReporter(
    tenant: TenantId,
    marks: readonly string[],
    limit: number,
    filter: SearchFilter,
  ): Promise<readonly string[]>
  /** @throws Refusal `complaint/not-found`, also when the complaint belongs to another tenant */
  get(tenant: TenantId, number: string): Promise<Complaint>
  findByFilingKey(tenant: TenantId, keyHash: string): Promise<Complaint | null>
  knownFilings(tenant: TenantId, keyHashes: readonly string[]): Promise<ReadonlySet<string>>
  /**
   * Finds a complaint by its code alone, and cases that were split from it: a wrong code finds nothing, whatever number
   * came with it, in the same time as for an unknown number.
   */
  findByCode(tenant: TenantId, codeHash: string): Promise<readonly Complaint[]>
  /** Finds complaints by a code that was replaced since, which opens none of them. */
  findByOldCode(tenant: TenantId, codeHash: string): Promise<readonly Complaint[]>
  /** Adds all older pages to the lists of a case, to show, print or count everything. */
  whole(complaint: Complaint): Promise<Complaint>
  olderPage(complaint: Complaint, name: string): Promise<OlderPage>
  readonly dropOlderPages: OlderPageStore['drop']
  findByReceipt(receiptId: string): Promise<Complaint | null>
  /** @param tell is called for cases that cannot be opened, which are left out */
  list(tenant: TenantId, query: Query, tell?: ReportUnreadable): Promise<Page<Complaint>>
  /** Lists cases in the order in which they changed, without opening any. */
  changedSince(
    tenant: TenantId,
    asked: { readonly since: number; readonly after?: string; readonly limit: number },
  ): Promise<Page<CaseChange>>
  /**
   * Lists cases in the order of an index, without opening any.
   * @param by the moment that they wait for; the one by which the index orders them if absent
   */
  waiting(tenant: TenantId, query: Query, by?: string): Promise<readonly WaitingCase[]>
  count(tenant: TenantId, query: CountQuery, most: number): Promise<number>
  /** Opens these cases in their order; `tell` is called for those that cannot be opened. */
  several(tenant: TenantId, numbers: readonly string[], tell?: ReportUnreadable): Promise<readonly Complaint[]>
}

export interface CaseChange {
  readonly number: string
  /** Milliseconds by the clock of the process that wrote it; 0 for a case from before this was kept. */
  readonly changedAt: number
}

/** `at` is when the wait ends or began. */
export interface WaitingCase {
  readonly number: string
  readonly at: Instant
  /** What the index tells of the case, by its keys. */
  readonly keys: Readonly<Record<string, KeyValue>>
}

export async function casesOf(
  { kept, vault }: Pick<CaseParts, 'kept' | 'vault'>,
  tenant: TenantId,
  ids: readonly string[],
  tell?: ReportUnreadable,
): Promise<Complaint[]> {
  return openComplaints(vault, await kept.several(tenant, ids), tell)
}

/** Returns those of the hashes under which something was filed. */
async function knownAmong(kept: CaseParts['kept'], tenant: TenantId, keyHashes: readonly string[]) {
  const known = new Set<string>()
  // A query accepts at most 50 values.
  for (let at = 0; at < keyHashes.length; at += 50) {
    const filingKey = keyHashes.slice(at, at + 50)
    const { items } = await kept.find(tenant, { index: 'filingKey', where: { filingKey }, limit: 50 })
    for (const { filing } of items) known.add(filing.keyHash)
  }
  return known
}

export function complaintReads(parts: CaseParts, words: ComplaintSearch): ComplaintReads {
  const { kept, vault, older } = parts
  const numbersByContact = casesByContact(kept, vault)
  const first = async (tenant: TenantId, query: Omit<Query, 'limit'>): Promise<Complaint | null> => {
    const { items } = await kept.find(tenant, { ...query, limit: 1 })
    return items[0] ? openComplaint(vault, items[0]) : null
  }

  const reads: ComplaintReads = {
    async find(tenant, number) {
      const found = await kept.get(tenant, number)
      return found && openComplaint(vault, found)
    },

    findInSeries: (tenant, series, sequence) => first(tenant, { index: 'series', where: { series, sequence } }),

    isGuarded: async (tenant, number) => Boolean((await kept.get(tenant, number))?.guard),

    async withContact(tenant, sender, limit) {
      const cases = await casesOf(parts, tenant, await numbersByContact(tenant, sender, limit))
      return cases.filter(({ identity, dossier }) => hasProvenContact(identity, dossier, sender.channel))
    },

    withLaporId: async (tenant, id) => casesOf(parts, tenant, await words.bearing(tenant, [laporWord(id)], 10)),

    ofReporter: words.bearing,

    async get(tenant, number) {
      const found = await reads.find(tenant, number)
      if (!found) throw notFound()
      return found
    },

    findByFilingKey: (tenant, keyHash) => first(tenant, { index: 'filingKey', where: { filingKey: keyHash } }),

    knownFilings: (tenant, keyHashes) => knownAmong(kept, tenant, keyHashes),

    findByCode: (tenant, codeHash) => allByCode(parts, tenant, { index: 'code', where: { code: codeHash } }),

    findByOldCode: (tenant, codeHash) => allByCode(parts, tenant, { index: 'oldCode', where: { oldCode: codeHash } }),

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
      return items[0] ? openComplaint(vault, items[0]) : null
    },

    async list(tenant, query, tell) {
      const { items, nextCursor } = await kept.find(tenant, query)
      return { items: await openComplaints(vault, items, tell), nextCursor }
    },

    changedSince: (tenant, asked) => changesIn(kept, tenant, asked),

    waiting: (tenant, query, by) => rowsInOrder(kept, tenant, query, by),

    count: (tenant, query, most) => kept.count(tenant, query, most),

    several: (tenant, numbers, tell) => casesOf(parts, tenant, numbers, tell),
  }
  return reads
}

const indexes: CollectionSpec<KeptComplaint>['indexes'] = complaintSpec.indexes

/** A complaint and the cases that were split from it. */
const MOST_BY_CODE = 10

/** A case that cannot be opened does not keep its reporter from the others. */
async function allByCode(
  { kept, vault }: CaseParts,
  tenant: TenantId,
  query: Omit<Query, 'limit'>,
): Promise<readonly Complaint[]> {
  const { items } = await kept.find(tenant, { ...query, limit: MOST_BY_CODE })
  const [only] = items
  return only && items.length === 1 ? [await openComplaint(vault, only)] : openComplaints(vault, items)
}

async function rowsInOrder(
  kept: Collection<KeptComplaint>,
  tenant: TenantId,
  query: Query,
  by?: string,
): Promise<readonly WaitingCase[]> {
  const { items } = await kept.rows(tenant, query)
  const { on, carries = [] } = indexes[query.index] ?? { on: [] }
  const names = [...on, ...carries]
  const at = by ?? on[Object.keys(query.where ?? {}).length] ?? ''
  return items.map(({ id, values }) => {
    const keys = Object.fromEntries(names.map((name, place) => [name, values[place] ?? null]))
    return { number: id, at: String(keys[at]) as Instant, keys }
  })
}

async function changesIn(
  kept: Collection<KeptComplaint>,
  tenant: TenantId,
  { since, ...paging }: { readonly since: number; readonly after?: string; readonly limit: number },
): Promise<Page<CaseChange>> {
  const { items, nextCursor } = await kept.rows(tenant, { index: 'changed', range: { from: since }, ...paging })
  return { items: items.map(({ id, values }) => ({ number: id, changedAt: Number(values[0]) })), nextCursor }
}
