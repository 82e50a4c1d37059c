import { type Collection, type CollectionSpec, firstVersionOf, type Kept } from '../../storage/collection.ts'
import { readCount, readQuery, readSeries, rememberNothing, rememberReads, type Series } from '../../storage/queries.ts'
import { type SeenDocuments, seeNothing, seenDocuments, seeWritten } from './seen-documents.ts'
import { documentReads } from './sqlite-documents.ts'
import { columnOf, countTableOf, indexName, originalValue, storedValue, tableOf } from './sqlite-engine.ts'
import { allowsNothing, nothing, pageOfRows, type Readers, type Reads, selectRows } from './sqlite-pages.ts'
import { countsOf, type SqlQuery, selectsFor } from './sqlite-query.ts'
import { rowOf, shapeOfTable } from './sqlite-rows.ts'
import type { Answers, WriteOrder, Writer } from './writer.ts'

interface Claim {
  readonly number: number
  /** Claims of an earlier round follow a number that was not used. */
  readonly round: number
}

/** Says which number of a series is probably the next, so that many may be claimed before the first is written. */
export interface NumberClaims {
  knows(series: string): boolean
  begin(series: string, highest: number): void
  claim(series: string): Claim
  /** The claim was not the next number, because an earlier one was not used. */
  correct(series: string, claim: Claim, highest: number): void
}

/** More series than are ever filled at once; one that is forgotten is looked up again. */
const MOST_KNOWN = 10_000

export function numberClaims(): NumberClaims {
  const known = new Map<string, Claim>()
  return {
    knows: (series) => known.has(series),
    begin(series, highest) {
      if (known.has(series)) return
      if (known.size >= MOST_KNOWN) known.clear()
      known.set(series, { number: highest, round: 0 })
    },
    claim(series) {
      const { number, round } = known.get(series) ?? { number: 0, round: 0 }
      const claim = { number: number + 1, round }
      known.set(series, claim)
      return claim
    },
    correct(series, claim, highest) {
      const last = known.get(series)
      // The first that fails begins a new round; the others of its round only claim again.
      if (!last || last.round === claim.round) known.set(series, { number: highest, round: claim.round + 1 })
    },
  }
}

export function readsOf<D extends Kept>(spec: CollectionSpec<D>, readers: Readers, seen: SeenDocuments<D>): Reads<D> {
  const { lists } = readers
  const table = tableOf(spec.name)
  const walkOn = `SELECT "body" FROM ${table} WHERE "tenant" = ? AND "id" > ? ORDER BY "id" LIMIT `
  const documentOf = (body: string): D => JSON.parse(body)

  return {
    ...documentReads(spec, readers, seen),

    // No id is empty, so every id comes after the empty one.
    async walk(tenant, after, limit) {
      const found = await selectRows(lists, [
        { sql: walkOn + limit, values: [storedValue(tenant), storedValue(after ?? '')] },
      ])
      return found.map(({ body }) => documentOf(String(body)))
    },

    async rows(tenant, query) {
      const reading = readQuery(spec, query, false)
      if (allowsNothing(reading)) return nothing
      const { on, carries = [] } = reading.index
      const keys = [...on, ...carries].map((key) => `k_${key}`)
      const columns = ['"id"', ...keys.map((key) => `"${key}"`)]
      const found = await selectRows(lists, selectsFor(spec.name, query.index, tenant, reading, columns))
      return pageOfRows(reading, found, (row) => ({
        id: String(originalValue(row.id ?? '')),
        values: keys.map((key) => originalValue(row[key] ?? null)),
      }))
    },

    async count(tenant, query, most) {
      const reading = readCount(spec, query)
      if (allowsNothing(reading)) return 0
      const counts = await selectRows(lists, countsOf(spec.name, query.index, tenant, reading, limitAbove(most)))
      return Math.min(
        counts.reduce((sum, { documents }) => sum + Number(documents), 0),
        most + 1,
      )
    },

    async countBy(tenant, key, { from, to } = {}) {
      if (!spec.counted?.includes(key)) throw new TypeError(`${spec.name} does not count "${key}".`)
      const bounds = `${from === undefined ? '' : 'AND "value" >= ?'} ${to === undefined ? '' : 'AND "value" <= ?'}`
      const sql = `SELECT "value", "documents" FROM ${countTableOf(spec.name)}
        WHERE "tenant" = ? AND "key" = ? AND "documents" > 0 ${bounds}`
      const bound = [from, to].filter((one) => one !== undefined).map(storedValue)
      const found = await selectRows(lists, [{ sql, values: [storedValue(tenant), key, ...bound] }])
      return Object.fromEntries(
        found.map(({ value, documents }) => [String(originalValue(value ?? '')), Number(documents)]),
      )
    },
  }
}

/** A negative limit means none to SQLite. */
const limitAbove = (most: number): number => (Number.isFinite(most) ? most + 1 : -1)

/** Rows and SQL are made here; threads carry them out and wait for the disk. */
export function sqliteCollection<D extends Kept>(
  spec: CollectionSpec<D>,
  writer: Writer,
  readers: Readers,
  numbers: NumberClaims,
  isKnownAlready = false,
): Collection<D> {
  const collection = spec.name
  const seen = spec.readAgain ? seenDocuments<D>(() => readers.lookups.isClosed) : seeNothing<D>()
  const asked = readsOf(spec, readers, seen)
  const { forgetWith, ...reads } = spec.readOften ? rememberReads(asked, 'this process') : rememberNothing(asked)
  let isKnown = isKnownAlready

  function write<O extends WriteOrder>(order: O): Promise<Answers[O['act']]> {
    // Orders are carried out in their order, so this one need not be awaited.
    if (!isKnown) writer.know(shapeOfTable(spec))
    isKnown = true
    return forgetWith(() => writer.write(order))
  }

  async function highestNow(query: SqlQuery): Promise<number> {
    const [rows = []] = await readers.lookups.ask({ act: 'select', selects: [query] })
    return Number(rows[0]?.highest ?? 0)
  }

  return {
    writers: 'this process',

    async insert(draft) {
      const document = firstVersionOf(draft)
      const row = rowOf(spec, document)
      await write({ act: 'insert', collection, row })
      seen.wrote(document, row.body.length)
      return document
    },

    // The writer takes a number only if it is the next one, so one that is claimed and not used leaves no gap.
    async insertNext(index, where, build, behind = 0) {
      const highest = highestOf(collection, index, readSeries(spec, index, where))
      const series = JSON.stringify([collection, index, highest.values])
      if (!numbers.knows(series)) numbers.begin(series, Math.max(behind, await highestNow(highest)))
      for (;;) {
        const claim = numbers.claim(series)
        const document = firstVersionOf(build(claim.number))
        const row = rowOf(spec, document)
        const other = await write({ act: 'insertNumbered', collection, row, highest, behind, number: claim.number })
        if (other !== null) {
          numbers.correct(series, claim, other)
          continue
        }
        seen.wrote(document, row.body.length)
        return document
      }
    },

    replace(document) {
      const next = { ...document, version: document.version + 1 }
      const row = rowOf(spec, next)
      return seeWritten(seen, next, row.body.length, () => write({ act: 'replace', collection, row }))
    },

    delete: (tenant, id) => write({ act: 'delete', collection, tenant, id }).finally(() => seen.forget(tenant, id)),

    async deleteAcrossTenants(index, range, limit) {
      const reading = readQuery(spec, { index, range, limit }, true)
      const selects = selectsFor(collection, index, null, reading)
      return write({ act: 'deleteFound', collection, selects, limit }).finally(seen.forgetAll)
    },

    ...reads,
    recall: reads.get,
    findAcrossTenants: (query) => reads.find(null, query),
    count: (tenant, query, most = Infinity) => reads.count(tenant, query, most),
  }
}

function highestOf(collection: string, index: string, { tenant, bound, numberKey }: Series): SqlQuery {
  const number = columnOf(numberKey)
  const conditions = [
    ...(tenant === null ? [] : ['"tenant" = ?']),
    ...bound.map(([key]) => `${columnOf(key)} = ?`),
    `${number} IS NOT NULL`,
  ]
  return {
    sql: `SELECT ${number} AS "highest" FROM ${tableOf(collection)} INDEXED BY "${indexName(collection, index)}"
      WHERE ${conditions.join(' AND ')} ORDER BY ${number} DESC LIMIT 1`,
    values: [...(tenant === null ? [] : [tenant]), ...bound.map(([, value]) => value)].map(storedValue),
  }
}
