import { type Collection, type CollectionSpec, firstVersionOf, type Kept } from '../../storage/collection.ts'
import { readQuery, readSeries, rememberNothing, rememberReads, type Series } from '../../storage/queries.ts'
import type { NumberClaims } from './number-claims.ts'
import { seeNothing, seenDocuments, seeWritten } from './seen-documents.ts'
import type { Readers } from './sqlite-pages.ts'
import { type SqlQuery, selectsFor } from './sqlite-query.ts'
import { readsOf } from './sqlite-reads.ts'
import { rowOf, shapeOfTable } from './sqlite-rows.ts'
import { columnOf, indexName, tableOf } from './sqlite-schema.ts'
import { storedValue } from './sqlite-text.ts'
import type { Answers, WriteOrder } from './thread-orders.ts'
import type { Writer } from './writer.ts'

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
