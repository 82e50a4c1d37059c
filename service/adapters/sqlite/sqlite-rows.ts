import {
  type CollectionSpec,
  type Kept,
  StoreFull,
  StoreUnavailable,
  UniqueViolation,
} from '../../storage/collection.ts'
import {
  columnOf,
  countTableOf,
  indexColumns,
  type Prepare,
  type SqlValue,
  type StoredRow,
  storedValue,
  tableOf,
} from './sqlite-engine.ts'
import type { DerivedRow, Failure, OlderRows, Row, TableShape } from './writer.ts'

/**
 * Defers additions until all writes of the transaction are made: additions to the same sum are added up and written
 * once.
 */
export type Afterwards = (sum: string, by: number, write: (by: number) => void) => void

export interface Addition {
  readonly by: number
  readonly write: (by: number) => void
}

/** Simultaneous filings count in the same few sums, and a case that changes takes from one what it adds to another. */
export const addTogether =
  (sums: Map<string, Addition>): Afterwards =>
  (sum, by, write) => {
    sums.set(sum, { by: by + (sums.get(sum)?.by ?? 0), write })
  }

export const atOnce: Afterwards = (_sum, by, write) => write(by)

export interface OlderRowsAtHand {
  /** By which keys a row is not counted yet: it is counted by them when they are derived, and not before. */
  uncountedOf(row: number): readonly string[]
  /** Gives older rows their keys, in the order of their numbers, unless they were written since, and counts them. */
  derive(rows: readonly DerivedRow[]): void
  isFinished(): boolean
}

type Before = (at: number) => SqlValue | undefined

interface Writing {
  changedKeys(before: Before, after: readonly SqlValue[]): { readonly assignments: string; readonly values: SqlValue[] }
  namingTheIndex<T>(write: () => T): T
  move(tenant: SqlValue, before: Before, after: readonly SqlValue[], afterwards: Afterwards): void
}

/** The rows of a table whose keys an earlier version derived, inside the transaction of the caller. */
export function olderRows(
  { name, keys, older }: TableShape,
  prepare: Prepare,
  { changedKeys, namingTheIndex, move }: Writing,
): OlderRowsAtHand {
  if (!older) return { uncountedOf: () => [], derive: () => {}, isFinished: () => true }
  const table = tableOf(name)
  const columns = keys.map((key) => `, ${columnOf(key)}`).join('')
  const find = prepare<StoredRow & Pick<Row, 'tenant' | 'id'>>(
    `SELECT "row", "tenant", "id", "version"${columns} FROM ${table} WHERE "row" = ?`,
  )
  const findLeft = prepare(`SELECT 1 FROM ${table} WHERE "row" > ? AND "row" <= ? LIMIT 1`)
  const findNote = prepare<{ readonly after: number }>('SELECT "after" FROM "aduan_upgrade" WHERE "name" = ?')
  const note = prepare('UPDATE "aduan_upgrade" SET "after" = ? WHERE "name" = ?')
  /** All rows are derived once nothing is noted any more. A transaction that fails takes its note back. */
  const derivedUntil = (): number => findNote.get(name)?.after ?? Infinity

  function derive(
    { row, id, version, keys: derived }: DerivedRow,
    { uncounted, forgotten }: OlderRows,
    add: Afterwards,
  ) {
    const stored = find.get(row)
    if (!stored) return
    const before = (at: number) => stored[`k_${keys[at]}`]
    // The process that wrote it since derived its keys; another document may have its number by now.
    const isAsRead = stored.id === id && stored.version === version
    const after = isAsRead ? derived : keys.map((_, at) => before(at) ?? null)
    const { assignments, values } = changedKeys(before, after)
    const emptied = forgotten.map((key) => `, ${columnOf(key)} = NULL`).join('')
    if (assignments || emptied) {
      const update = prepare(`UPDATE ${table} SET "version" = "version"${assignments}${emptied} WHERE "row" = ?`)
      namingTheIndex(() => update.run(...values, row))
    }
    const countedBefore = (at: number) => (uncounted.includes(keys[at] ?? '') ? null : before(at))
    move(stored.tenant, countedBefore, after, add)
  }

  return {
    uncountedOf: (row) => (row <= older.until && row > derivedUntil() ? older.uncounted : []),

    derive(rows) {
      const last = rows.at(-1)?.row
      if (last === undefined) return
      const additions = new Map<string, Addition>()
      for (const one of rows) derive(one, older, addTogether(additions))
      for (const { by, write } of additions.values()) if (by !== 0) write(by)
      note.run(last, name)
    },

    isFinished: () => findLeft.get(derivedUntil(), older.until) === undefined,
  }
}

/** Sentences for operators by SQLite's primary result codes about file, disk or lock. */
const sentences: Readonly<Record<number, string>> = {
  3: 'The store’s file may not be opened: check its owner and permissions.',
  5: 'Another process has the store open or keeps it busy. One service at a time may use a data folder: stop the other, or choose another folder.',
  7: 'There is not enough memory for the store.',
  8: 'The store’s file or its folder cannot be written: check permissions, and whether the disk is mounted read-only.',
  10: 'The disk refused to read or write the store’s file: it may be full, over quota, or failing.',
  11: 'The store’s file is damaged. Stop the service and restore the last backup.',
  13: 'The disk is full: the store cannot write. Free some space; nothing that was confirmed is lost.',
  14: 'The store’s file cannot be opened: check that its folder exists and may be written.',
  26: 'The store’s file is damaged or not a store at all. Restore the last backup, or choose another folder.',
}

const FULL = 13
const CONSTRAINT = 19

export function unavailable(error: unknown): StoreUnavailable | null {
  if (error instanceof Error && 'code' in error && error.code === 'ERR_INVALID_STATE') {
    return new StoreUnavailable('The store is closed.', { cause: error })
  }
  const code = primaryCode(error)
  const sentence = sentences[code]
  if (!sentence) return null
  return code === FULL ? new StoreFull(sentence, { cause: error }) : new StoreUnavailable(sentence, { cause: error })
}

/** The error as another thread can receive it. */
export function failureOf(error: unknown): Failure {
  if (error instanceof UniqueViolation) return { kind: 'unique', index: error.index }
  const refused = unavailable(error)
  if (refused)
    return { kind: refused instanceof StoreFull ? 'full' : 'unavailable', message: refused.message, cause: error }
  return { kind: 'fault', message: error instanceof Error ? error.message : String(error), cause: error }
}

/** The columns of a violated unique constraint, such as `cases.tenant, cases.id`; `null` for any other error. */
export function violatedColumns(error: unknown): string | null {
  if (!(error instanceof Error) || primaryCode(error) !== CONSTRAINT) return null
  return /^UNIQUE constraint failed: (.+)$/.exec(error.message)?.[1] ?? null
}

function primaryCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0
  return typeof code === 'number' ? code & 0xff : 0
}

/** Writes rows with their counts, inside the transaction of the caller. */
export interface Rows extends Pick<OlderRowsAtHand, 'derive' | 'isFinished'> {
  insert(row: Row, afterwards: Afterwards): void
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
