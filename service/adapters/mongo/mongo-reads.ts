import type { Model } from 'mongoose'
import {
  type CollectionSpec,
  type CountQuery,
  compareKeys,
  type IndexRow,
  type Kept,
  type KeyValue,
  type Page,
  type Query,
  type Range,
} from '../../storage/collection.ts'
import { cursorOf, readCount, readQuery } from '../../storage/queries.ts'
import type { RecentDocuments } from '../../storage/sealed-documents.ts'
import {
  COUNTING,
  documentFields,
  documentName,
  documentOf,
  indexName,
  isThere,
  type MongoDocument,
} from './mongo-documents.ts'
import { type CountingMark, persist, withHint } from './mongo-errors.ts'
import { uncountedOf } from './mongo-sums.ts'
import {
  countedAs,
  fieldOf,
  findQuery,
  monthOf,
  type Sum,
  sumPlace,
  touchedBy,
  unescapeName,
  within,
} from './mongo-values.ts'

export interface Counts {
  /** The server stops one document beyond `most`. */
  count(tenant: string, query: CountQuery, most?: number): Promise<number>
  countBy(tenant: string, key: string, range?: Range): Promise<Record<string, number>>
}

export interface CountedDocuments<D extends Kept> {
  readonly spec: CollectionSpec<D>
  readonly documents: Model<MongoDocument>
  readonly mark: CountingMark
}

/** Beyond so many documents that the sums do not know yet, all documents are walked instead. */
const MOST_OPEN = 1_000
/** More sums than a key has in eighty years. */
const MOST_READ = MOST_OPEN + 1_000

/** In milliseconds: where there is no sum, another process is asked after no more often than this. */
const ASK_EVERY = 5_000

export function countsOf<D extends Kept>(counted: CountedDocuments<D>): Counts {
  const { spec, documents, mark } = counted
  let askedAt = Number.NEGATIVE_INFINITY

  /** Nothing lies there before the first document, and after another process began to count anew. */
  async function maySumsBeElsewhere(): Promise<boolean> {
    if (performance.now() - askedAt < ASK_EVERY) return false
    askedAt = performance.now()
    return (await mark.refresh()) || !mark.isWhole
  }

  async function countBy(tenant: string, key: string, range: Range): Promise<Record<string, number>> {
    if (!mark.isWhole) await mark.refresh()
    if (!mark.isWhole) return walkedCounts(documents, tenant, key, range)
    const { open, sums } = await readCounts(counted, tenant, key, range)
    if (sums.length === 0 && (await maySumsBeElsewhere())) return countBy(tenant, key, range)
    if (open.length > MOST_OPEN) return walkedCounts(documents, tenant, key, range)
    return countsIn(
      sums,
      // What bears another mark is in none of these sums, whatever it was counted as there.
      open.map((one) => ({ ...uncountedOf(spec, one), ...(one.shape !== mark.value && { history: [{}] }) })),
      sumsOf(tenant, mark.value, key),
      range,
    )
  }

  return {
    async count(tenant, query, most = Infinity) {
      const { filter } = findQuery(tenant, readCount(spec, query))
      const stop = Number.isFinite(most) ? [{ $limit: most + 1 }] : []
      const question = () =>
        documents.aggregate<{ documents: number }>([
          { $match: filter },
          ...stop,
          { $group: { _id: null, documents: one } },
        ])
      const [found] = await persist(() =>
        withHint(indexName(query.index), (index) => (index ? question().option({ hint: index }) : question()).exec()),
      )
      return found?.documents ?? 0
    },

    async countBy(tenant, key, range = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      return countBy(tenant, key, range)
    },
  }
}

const one = { $sum: 1 }

type LyingDocument = MongoDocument | (Sum & { readonly counting: 'sum' })

/**
 * Reads the sums and what they do not know yet with one command, documents first: one that is counted meanwhile is
 * noted in the sum.
 */
async function readCounts<D extends Kept>(
  { documents, mark }: CountedDocuments<D>,
  tenant: string,
  key: string,
  range: Range,
) {
  const filter = {
    $or: [
      { counting: 'open', tenant },
      ...monthsWithin(range).map((month) => ({ counting: 'sum', tenant, key, ...month })),
    ],
  }
  const ofDocuments = { id: 1, version: 1, counted: 1, [fieldOf(key)]: 1, [`left.${key}`]: 1 }
  const ofSums = { tenant: 1, shape: 1, key: 1, month: 1, rev: 1, counts: 1, applied: 1 }
  const found = await persist(() =>
    documents.collection
      .find<LyingDocument>(filter)
      .project<LyingDocument>({ counting: 1, ...ofDocuments, ...ofSums })
      .sort({ counting: 1 })
      .limit(MOST_READ)
      .batchSize(MOST_READ + 1)
      .hint(COUNTING)
      .toArray(),
  )
  return {
    open: found.flatMap((one) => (one.counting === 'sum' ? [] : [one])),
    sums: found.flatMap((one) => (one.counting === 'sum' && one.shape === mark.value ? [one] : [])),
  }
}

/** Sums by month, and always the one of values that begin with none. */
function monthsWithin({ from, to }: Range): readonly { readonly month?: unknown }[] {
  const first = from === undefined ? '' : monthOf(from)
  const last = to === undefined ? '' : monthOf(to)
  if (first === '' && last === '') return [{}]
  return [{ month: '' }, { month: { $gt: '', ...(first && { $gte: first }), ...(last && { $lte: last }) } }]
}

const sumsOf = (tenant: string, shape: string, key: string) => (month: string) => ({
  ...sumPlace(tenant, shape, key, month),
  ...{ rev: 0, counts: {}, applied: {} },
})

function countsIn(
  sums: readonly Sum[],
  open: readonly ReturnType<typeof uncountedOf>[],
  emptySum: (month: string) => Sum,
  { from, to }: Range,
): Record<string, number> {
  const counts = new Map<string, number>()
  const add = (value: KeyValue, by: number) => {
    if (value !== null) counts.set(String(value), (counts.get(String(value)) ?? 0) + by)
  }
  const byMonth = new Map(sums.map((sum) => [sum.month, sum]))
  for (const sum of sums) for (const [name, by] of Object.entries(sum.counts)) add(unescapeName(name), by)
  const { key } = emptySum('')
  for (const document of open) {
    for (const [touched, month] of touchedBy(document)) {
      if (touched !== key) continue
      add(countedAs(byMonth.get(month) ?? emptySum(month), document), -1)
      add(within(month, document.values[key]), 1)
    }
  }
  // Numbers lie as texts in a sum, where they are names.
  const isNumber = typeof (from ?? to) === 'number'
  const isWithin = (text: string): boolean => {
    const value = isNumber ? Number(text) : text
    return (from === undefined || compareKeys(value, from) >= 0) && (to === undefined || compareKeys(value, to) <= 0)
  }
  return Object.fromEntries([...counts].filter(([value, documents]) => documents > 0 && isWithin(value)))
}

/** Counts by reading every document of the tenant. */
export async function walkedCounts(
  documents: Model<MongoDocument>,
  tenant: string,
  key: string,
  { from, to }: Range,
): Promise<Record<string, number>> {
  const field = fieldOf(key)
  const bounds = { ...(from !== undefined && { $gte: from }), ...(to !== undefined && { $lte: to }) }
  const filter = { tenant, ...(Object.keys(bounds).length > 0 && { [field]: bounds }) }
  const counts = await persist(() =>
    documents
      .aggregate<{ _id: string | number; documents: number }>([
        { $match: { $and: [filter, { [field]: { $ne: null } }] } },
        { $group: { _id: `$${field}`, documents: one } },
      ])
      .exec(),
  )
  return Object.fromEntries(counts.map(({ _id, documents: count }) => [String(_id), count]))
}

export interface Reads<D extends Kept> extends Counts {
  get(tenant: string, id: string): Promise<D | null>
  several(tenant: string, ids: readonly string[]): Promise<readonly D[]>
  /** It searches across tenants if `tenant` is `null`. */
  find(tenant: string | null, query: Query): Promise<Page<D>>
  walk(tenant: string, after: string | null, limit: number): Promise<readonly D[]>
  rows(tenant: string, query: Query): Promise<Page<IndexRow>>
}

export function readsOf<D extends Kept>(counted: CountedDocuments<D>, recent: RecentDocuments<D>): Reads<D> {
  const { spec, documents } = counted

  function read(found: MongoDocument): D {
    const document = documentOf<D>(found)
    recent.keep(document)
    return document
  }

  async function page(
    tenant: string | null,
    query: Query,
    fields: Readonly<Record<string, number>>,
  ): Promise<Page<MongoDocument>> {
    const reading = readQuery(spec, query, tenant === null)
    const { filter, sort, place } = findQuery(tenant, reading)
    const question = () =>
      documents
        .find(filter, fields)
        .sort(sort)
        .limit(reading.limit + 1)
    const found = await persist(() =>
      withHint(indexName(query.index), (index) =>
        (index ? question().hint(index) : question()).lean<MongoDocument[]>().exec(),
      ),
    )
    const items = found.slice(0, reading.limit)
    const last = found.length > reading.limit ? items.at(-1) : undefined
    const at = last && place.map((field) => placeValue(last, field))
    return { items, nextCursor: at ? cursorOf(reading.scope, at) : null }
  }

  return {
    ...countsOf(counted),
    several: async (tenant, ids) => inOrder(ids, (await namedDocuments(documents, tenant, ids)).map(read)),

    async get(tenant, id) {
      const found = await persist(() =>
        documents
          .findOne({ _id: documentName(tenant, id), tenant, ...isThere }, documentFields)
          .lean<MongoDocument>()
          .exec(),
      )
      return found && read(found)
    },

    async find(tenant, query) {
      const { open } = readQuery(spec, query, tenant === null)
      const fields = { ...documentFields, ...projectionOf(open) }
      const { items, nextCursor } = await page(tenant, query, fields)
      return { items: items.map(read), nextCursor }
    },

    async walk(tenant, after, limit) {
      const first = documentName(tenant, '')
      const from = after === null ? { $gte: first } : { $gt: documentName(tenant, after) }
      // Ids follow a slash; the next character after the slash is a bound above all of them.
      const _id = { ...from, $lt: `${first.slice(0, -1)}0` }
      const question = () =>
        documents
          .find({ tenant, _id, ...isThere }, documentFields)
          .sort({ _id: 1 })
          .limit(limit)
          .hint('_id_')
      return (await persist(() => question().lean<MongoDocument[]>().exec())).map((one) => documentOf<D>(one))
    },

    async rows(tenant, query) {
      const { on, carries = [] } = readQuery(spec, query, false).index
      const keys = [...on, ...carries]
      // Only fields of the index are projected, so that the server reads no document.
      const fields = { _id: 0, id: 1, ...projectionOf(keys) }
      const { items, nextCursor } = await page(tenant, query, fields)
      return {
        items: items.map((one) => ({ id: one.id, values: keys.map((key) => one.keys?.[key] ?? null) })),
        nextCursor,
      }
    },
  }
}

async function namedDocuments(documents: Model<MongoDocument>, tenant: string, ids: readonly string[]) {
  if (ids.length === 0) return []
  const _id = { $in: ids.map((id) => documentName(tenant, id)) }
  // A batch for all of them: by default the server gives 101 documents, and the rest with a second command.
  const question = () =>
    documents
      .find({ tenant, _id, ...isThere }, documentFields)
      .batchSize(ids.length + 1)
      .hint('_id_')
  return persist(() => question().lean<MongoDocument[]>().exec())
}

function inOrder<D extends Kept>(ids: readonly string[], found: readonly D[]): readonly D[] {
  const byId = new Map(found.map((one) => [one.id, one]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

const projectionOf = (keys: readonly string[]) => Object.fromEntries(keys.map((key) => [fieldOf(key), 1]))

function placeValue({ id, tenant, keys }: MongoDocument, field: string): string | number {
  if (field === 'id') return id
  if (field === 'tenant') return tenant
  return keys[field.slice(fieldOf('').length)] ?? ''
}
