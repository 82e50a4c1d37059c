import {
  type Collection,
  type CollectionSpec,
  firstVersionOf,
  type Kept,
  type Range,
} from '../../storage/collection.ts'
import { readQuery } from '../../storage/read-query.ts'
import { readSeries, type Series } from '../../storage/read-series.ts'
import type { Afterwards, GroupCommit } from './group-commit.ts'
import { unavailable } from './sqlite-errors.ts'
import { selectsFor } from './sqlite-query.ts'
import { readsOf } from './sqlite-reads.ts'
import { type Prepare, rowsOf } from './sqlite-rows.ts'
import { columnOf, indexName, tableOf } from './sqlite-schema.ts'
import { originalValue, storedValue } from './sqlite-text.ts'

/** Reads answer at once; writes wait for the commit that they share. */
export function sqliteCollection<D extends Kept>(
  spec: CollectionSpec<D>,
  prepare: Prepare,
  commits: GroupCommit,
): Collection<D> {
  const rows = rowsOf(spec, prepare)
  const reads = readsOf(spec, prepare)

  function highestNumber(index: string, { tenant, bound, numberKey }: Series): number {
    const number = columnOf(numberKey)
    const conditions = [
      ...(tenant === null ? [] : ['"tenant" = ?']),
      ...bound.map(([key]) => `${columnOf(key)} = ?`),
      `${number} IS NOT NULL`,
    ]
    const highest = prepare<{ readonly highest: number }>(
      `SELECT ${number} AS "highest" FROM ${tableOf(spec.name)} INDEXED BY "${indexName(spec.name, index)}"
        WHERE ${conditions.join(' AND ')} ORDER BY ${number} DESC LIMIT 1`,
    )
    const values = [...(tenant === null ? [] : [tenant]), ...bound.map(([, value]) => value)]
    return highest.get(...values.map(storedValue))?.highest ?? 0
  }

  function deleteOldest(index: string, range: Range, limit: number, afterwards: Afterwards): number {
    const reading = readQuery(spec, { index, range, limit }, true)
    const found = selectsFor(spec.name, index, null, reading).flatMap(({ sql, values }) =>
      prepare<{ readonly tenant: string; readonly id: string }>(sql).all(...values),
    )
    const named = found.slice(0, limit)
    return named.filter(({ tenant, id }) => rows.delete(originalValue(tenant), originalValue(id), afterwards)).length
  }

  async function answer<T>(read: () => T): Promise<T> {
    try {
      return await commits.seen(read)
    } catch (error) {
      throw unavailable(error) ?? error
    }
  }

  return {
    async insert(draft) {
      const document = firstVersionOf(draft)
      const row = rows.rowOf(document)
      await commits.run((afterwards) => rows.insert(row, afterwards))
      return document
    },

    // The number is read and taken inside one write, and writes run one after the other.
    async insertNext(index, where, build) {
      const series = readSeries(spec, index, where)
      return commits.run((afterwards) => {
        const document = firstVersionOf(build(highestNumber(index, series) + 1))
        rows.insert(rows.rowOf(document), afterwards)
        return document
      })
    },

    async replace(document) {
      const next = { ...document, version: document.version + 1 }
      const row = rows.rowOf(next)
      const isWritten = await commits.run((afterwards) => rows.replace(row, afterwards))
      return isWritten ? next : null
    },

    delete: (tenant, id) => commits.run((afterwards) => rows.delete(tenant, id, afterwards)),
    deleteAcrossTenants: async (index, range, limit) =>
      commits.run((afterwards) => deleteOldest(index, range, limit, afterwards)),

    get: (tenant, id) => answer(() => reads.get(tenant, id)),
    find: (tenant, query) => answer(() => reads.find(tenant, query)),
    findAcrossTenants: (query) => answer(() => reads.find(null, query)),
    walk: (tenant, after, limit) => answer(() => reads.walk(tenant, after, limit)),
    rows: (tenant, query) => answer(() => reads.rows(tenant, query)),
    count: (tenant, query, most = Infinity) => answer(() => reads.count(tenant, query, most)),
    countBy: (tenant, key, range) => answer(() => reads.countBy(tenant, key, range)),
  }
}
