import type { CollectionSpec, Kept, Page, Query } from '../../storage/collection.ts'
import { cursorOf, type Reading, readQuery } from '../../storage/queries.ts'
import type { ReadDocument, SeenDocuments } from './seen-documents.ts'
import { originalValue, type SqlValue, storedValue, tableOf } from './sqlite-engine.ts'
import { allowsNothing, namesOf, nothing, pageOfRows, type Readers, type Reads, selectRows } from './sqlite-pages.ts'
import { placeColumns, selectsFor } from './sqlite-query.ts'
import type { FoundRow, PageOrder, StoreThread } from './writer.ts'

/** So many documents are looked up; more are a list, which may take its time. */
const MOST_LOOKED_UP = 10

/** A longer page is an export or a task over all documents, which nobody reads again. */
const MOST_SHOWN = 150

const named = ['"tenant"', '"id"', '"version"']

/** Reads whole documents. What this process saw last does not come from the store's thread again. */
export function documentReads<D extends Kept>(
  spec: CollectionSpec<D>,
  { lookups, lists }: Readers,
  seen: SeenDocuments<D>,
): Pick<Reads<D>, 'get' | 'several' | 'find'> {
  const seek = `SELECT ${[...named, '"body"'].join(', ')} FROM ${tableOf(spec.name)} WHERE "tenant" = ? AND "id" = ?`

  function documentIn(row: FoundRow): ReadDocument<D> {
    const { version, body } = row
    const text = String(body)
    const { tenant, id } = nameIn(row)
    const last = seen.last(tenant, id)
    return [last?.version === version ? last : JSON.parse(text), text.length]
  }

  /** One order to the thread seeks each of them, so that the answers keep their order. */
  function read(thread: StoreThread, names: readonly Name[]): Promise<readonly D[]> {
    const selects = names.map(({ tenant, id }) => ({ sql: seek, values: [storedValue(tenant), storedValue(id)] }))
    return seen.read(async () => (await selectRows(thread, selects)).map(documentIn))
  }

  async function lookUp(tenant: string | null, query: Query, reading: Reading): Promise<Page<D>> {
    const columns = [...new Set([...named, '"body"', ...placeColumns(reading)])]
    let nextCursor: string | null = null
    const items = await seen.read(async () => {
      const found = await selectRows(lookups, selectsFor(spec.name, query.index, tenant, reading, columns))
      const page = pageOfRows(reading, found, documentIn)
      nextCursor = page.nextCursor
      return page.items
    })
    return { items, nextCursor }
  }

  /** @returns `null` where somebody wrote one of them between the two questions */
  async function seenPage(thread: StoreThread, order: PageOrder) {
    const { rows, end } = await thread.ask({ ...order, columns: named })
    const page = rows.map((row) => ({ ...nameIn(row), version: row.version }))
    const known = page.map(({ tenant, id }) => seen.last(tenant, id))
    const missing = page.filter(({ version }, at) => known[at]?.version !== version)
    const others = missing.length > 0 ? await read(thread, missing) : []
    const items = inOrder(page, [...known, ...others])
    return items.length === page.length ? { items, end } : null
  }

  async function wholePage(thread: StoreThread, order: PageOrder) {
    const { rows, end } = await thread.ask(order)
    return { items: rows.map(({ body }): D => JSON.parse(String(body))), end }
  }

  return {
    async get(tenant, id) {
      const [found] = [seen.last(tenant, id) ?? (await read(lookups, [{ tenant, id }]))[0]]
      return found ?? null
    },

    async several(tenant, ids) {
      const known = ids.map((id) => seen.last(tenant, id))
      const missing = ids.filter((_, at) => !known[at]).map((id) => ({ tenant, id }))
      if (missing.length === 0) return known.filter((one) => one !== undefined)
      const others = await read(missing.length <= MOST_LOOKED_UP ? lookups : lists, missing)
      const byId = new Map([...known, ...others].map((one) => [one?.id, one]))
      return ids.flatMap((id) => byId.get(id) ?? [])
    },

    async find(tenant, query) {
      const reading = readQuery(spec, query, tenant === null)
      if (allowsNothing(reading)) return nothing
      const isLookup = reading.limit <= MOST_LOOKED_UP && reading.also.length === 0
      if (isLookup && reading.bound.every(({ values }) => values.length === 1)) return lookUp(tenant, query, reading)
      const thread = isLookup ? lookups : lists
      const order = pageOrder(spec.name, query.index, tenant, reading)
      const isReadAgain = spec.readAgain && reading.limit <= MOST_SHOWN
      const { items, end } = (isReadAgain && (await seenPage(thread, order))) || (await wholePage(thread, order))
      return { items, nextCursor: end ? cursorOf(reading.scope, end) : null }
    },
  }
}

interface Version extends Name {
  readonly version: SqlValue | undefined
}

/** Leaves out those of which there is another version. */
function inOrder<D extends Kept>(page: readonly Version[], found: readonly (D | undefined)[]): readonly D[] {
  const nameOf = ({ tenant, id, version }: Version) => JSON.stringify([tenant, id, version])
  const byName = new Map(found.flatMap((one) => (one ? [[nameOf(one), one] as const] : [])))
  return page.flatMap((one) => byName.get(nameOf(one)) ?? [])
}

interface Name {
  readonly tenant: string
  readonly id: string
}

const nameIn = ({ tenant = null, id = null }: FoundRow): Name => ({
  tenant: String(originalValue(tenant)),
  id: String(originalValue(id)),
})

const pageOrder = (collection: string, index: string, tenant: string | null, reading: Reading): PageOrder => ({
  act: 'page',
  collection,
  selects: selectsFor(collection, index, tenant, reading),
  columns: ['"body"'],
  place: namesOf(placeColumns(reading)),
  descending: reading.descending,
  limit: reading.limit,
})
