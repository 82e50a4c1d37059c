import { type CollectionSpec, type Kept, UniqueViolation } from '../../storage/collection.ts'
import type { Afterwards } from './sqlite-counts.ts'
import type { Prepare, SqlValue, StoredRow } from './sqlite-engine.ts'
import { violatedColumns } from './sqlite-errors.ts'
import { type OlderRowsAtHand, olderRows } from './sqlite-older-rows.ts'
import { columnOf, countTableOf, indexColumns, tableOf } from './sqlite-schema.ts'
import { storedValue } from './sqlite-text.ts'
import type { OlderRows, Row, TableShape } from './thread-orders.ts'

/** Writes rows with their counts, inside the transaction of the caller. */
export interface Rows extends Pick<OlderRowsAtHand, 'derive' | 'isFinished'> {
  insert(row: Row, afterwards: Afterwards): void
  /** It is `false` if the stored version is not the previous one. */
  replace(row: Row, afterwards: Afterwards): boolean
  delete(tenant: string, id: string, afterwards: Afterwards): boolean
}

export function rowsOf(shape: TableShape, prepare: Prepare): Rows {
  const table = tableOf(shape.name)
  const { keys } = shape
  const columns = keys.map(columnOf)
  const listed = ['"tenant"', '"id"', '"version"', ...columns, '"body"']
  const insertRow = prepare(`INSERT INTO ${table} (${listed.join(', ')}) VALUES (${listed.map(() => '?').join(', ')})`)
  const findRow = prepare<StoredRow>(
    `SELECT "row", "version"${columns.map((column) => `, ${column}`).join('')} FROM ${table} WHERE "tenant" = ? AND "id" = ?`,
  )
  const deleteRow = prepare(`DELETE FROM ${table} WHERE "row" = ?`)
  const counts = countsOf(shape, prepare)
  const namingTheIndex = <T>(write: () => T): T => {
    try {
      return write()
    } catch (error) {
      const index = shape.unique[violatedColumns(error) ?? '']
      throw index === undefined ? error : new UniqueViolation(index)
    }
  }

  /** Naming only the changed columns leaves the other indexes untouched, which is most of the cost of an update. */
  function changedKeys(before: (at: number) => SqlValue | undefined, after: readonly SqlValue[]) {
    let assignments = ''
    const values: SqlValue[] = []
    for (const [at, column] of columns.entries()) {
      if (before(at) === after[at]) continue
      assignments += `, ${column} = ?`
      values.push(after[at] ?? null)
    }
    return { assignments, values }
  }

  const { uncountedOf, ...older } = olderRows(shape, prepare, { changedKeys, namingTheIndex, move: counts.move })

  return {
    insert(row, afterwards) {
      const { lastInsertRowid } = namingTheIndex(() =>
        insertRow.run(row.tenant, row.id, row.version, ...row.keys, row.body),
      )
      counts.move(row.tenant, () => null, row.keys, afterwards, uncountedOf(Number(lastInsertRowid)))
    },

    replace(row, afterwards) {
      const stored = findRow.get(row.tenant, row.id)
      if (stored?.version !== row.version - 1) return false
      const before = (at: number) => stored[`k_${keys[at]}`]
      const { assignments, values } = changedKeys(before, row.keys)
      const update = prepare(`UPDATE ${table} SET "version" = ?, "body" = ?${assignments} WHERE "row" = ?`)
      namingTheIndex(() => update.run(row.version, row.body, ...values, stored.row))
      counts.move(row.tenant, before, row.keys, afterwards, uncountedOf(stored.row))
      return true
    },

    delete(tenant, id, afterwards) {
      const stored = findRow.get(storedValue(tenant), storedValue(id))
      if (!stored) return false
      deleteRow.run(stored.row)
      const before = (at: number) => stored[`k_${keys[at]}`]
      counts.move(storedValue(tenant), before, [], afterwards, uncountedOf(stored.row))
      return true
    },

    ...older,
  }
}

/** Counts documents by the values of their keys. */
function countsOf({ name, keys, counted }: TableShape, prepare: Prepare) {
  const places = counted.map((key) => ({ key, at: keys.indexOf(key) }))
  const addToCount = prepare(
    `INSERT INTO ${countTableOf(name)} VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "documents" = "documents" + excluded."documents"`,
  )
  // A value that no document has any more would be read with every count for ever.
  const forgetCount = prepare(
    `DELETE FROM ${countTableOf(name)} WHERE "tenant" = ? AND "key" = ? AND "value" = ? AND "documents" = 0`,
  )

  function count(tenant: SqlValue, key: string, value: SqlValue | undefined, by: 1 | -1, add: Afterwards): void {
    if (value === null || value === undefined) return
    add(JSON.stringify([name, tenant, key, value]), by, (documents) => {
      addToCount.run(tenant, key, value, documents)
      if (documents < 0) forgetCount.run(tenant, key, value)
    })
  }

  return {
    /** Takes a document out of the counts of its values before, and into those of its values after. */
    move(
      tenant: SqlValue,
      before: (at: number) => SqlValue | undefined,
      after: readonly SqlValue[],
      afterwards: Afterwards,
      uncounted: readonly string[] = [],
    ): void {
      for (const { key, at } of places) {
        if (before(at) === after[at] || uncounted.includes(key)) continue
        count(tenant, key, before(at), -1, afterwards)
        count(tenant, key, after[at], 1, afterwards)
      }
    },
  }
}

export const keysOfRow = <D extends Kept>({ keys }: CollectionSpec<D>, document: D): readonly SqlValue[] =>
  Object.values(keys).map((extract) => storedValue(extract(document) ?? null))

export const rowOf = <D extends Kept>(spec: CollectionSpec<D>, document: D): Row => ({
  tenant: storedValue(document.tenant),
  id: storedValue(document.id),
  version: document.version,
  keys: keysOfRow(spec, document),
  body: JSON.stringify(document),
})

/** SQLite names the columns of a violated constraint; the port names the index. */
export function shapeOfTable<D extends Kept>(
  { name, keys, indexes, counted = [] }: CollectionSpec<D>,
  older?: OlderRows,
): TableShape {
  const named = (columns: readonly string[]) =>
    columns.map((column) => `${name}.${column.replaceAll('"', '')}`).join(', ')
  const unique = Object.entries(indexes).filter(([, index]) => index.unique)
  return {
    name,
    keys: Object.keys(keys),
    counted,
    ...(older && { older }),
    unique: {
      [named(['"tenant"', '"id"'])]: 'id',
      ...Object.fromEntries(unique.map(([declared, index]) => [named(indexColumns(index)), declared])),
    },
  }
}
