import type { Model } from 'mongoose'
import type { IndexRow, Kept, Page, Query } from '../../storage/collection.ts'
import { cursorOf, readQuery } from '../../storage/queries.ts'
import type { RecentDocuments } from '../../storage/sealed-documents.ts'
import { type CountedDocuments, type Counts, countsOf } from './mongo-counts.ts'
import { documentFields, documentName, documentOf, isThere, type MongoDocument } from './mongo-documents.ts'
import { persist, withHint } from './mongo-errors.ts'
import { indexName } from './mongo-indexes.ts'
import { fieldOf, findQuery } from './mongo-query.ts'

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
