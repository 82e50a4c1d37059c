import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { readCount, readQuery } from '../../storage/queries.ts'
import type { SeenDocuments } from './seen-documents.ts'
import { documentReads } from './sqlite-documents.ts'
import { allowsNothing, nothing, pageOfRows, type Readers, type Reads, selectRows } from './sqlite-pages.ts'
import { countsOf, selectsFor } from './sqlite-query.ts'
import { countTableOf, tableOf } from './sqlite-schema.ts'
import { originalValue, storedValue } from './sqlite-text.ts'

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
