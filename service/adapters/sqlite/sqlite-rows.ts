import { createHash } from 'node:crypto'
import { type CollectionSpec, type Kept, type KeyValue, UniqueViolation } from '../../storage/collection.ts'
import type { Afterwards } from './group-commit.ts'
import type { SqlValue, Statement } from './sqlite-engine.ts'
import { violatedColumns } from './sqlite-errors.ts'
import { firstRowAt, freeRowOf } from './sqlite-row-number.ts'
import { columnOf, countTableOf, indexColumns, tableOf, termTableOf } from './sqlite-schema.ts'
import { storedValue, tokenOfKey, tokensOf } from './sqlite-text.ts'

export type Prepare = (sql: string) => Statement

/** A document as its row: everything is worked out before the write waits for its turn. */
export interface Row {
  readonly tenant: SqlValue
  readonly id: SqlValue
  readonly version: number
  /** The lowest number that its row may have; `null`: whatever is next. */
  readonly firstRow: number | null
  /** In the order of the declared keys. */
  readonly keys: readonly SqlValue[]
  readonly words: string | null
  /** Tells whether the words changed without keeping them: the full-text index stores no copy. */
  readonly wordsDigest: string | null
  readonly body: string
}

/** A row that takes the place of one whose document is known, and whose words stay: nothing needs to be looked up. */
export interface Rewriting {
  readonly tenant: SqlValue
  readonly id: SqlValue
  readonly version: number
  readonly keysBefore: readonly SqlValue[]
  readonly keys: readonly SqlValue[]
  readonly body: string
}

type StoredRow = Readonly<Record<string, SqlValue>> & {
  readonly row: number
  readonly version: number
  readonly words: string | null
}

/** Writes rows with what hangs on them: counts and words. Writing runs inside the transaction of the caller. */
export interface Rows<D extends Kept> {
  rowOf(document: D): Row
  /** `null` where the two are found by other words, so that the whole row has to be looked at. */
  rewritingOf(before: D, document: D): Rewriting | null
  insert(row: Row, afterwards: Afterwards): void
  /** `false` when the stored version is not the one before the row's. */
  replace(row: Row, afterwards: Afterwards): boolean
  /** The same for a document that was read before. */
  rewrite(rewriting: Rewriting, afterwards: Afterwards): boolean
  delete(tenant: string, id: string, afterwards: Afterwards): boolean
}

export function rowsOf<D extends Kept>(spec: CollectionSpec<D>, prepare: Prepare): Rows<D> {
  const table = tableOf(spec.name)
  const keys = Object.keys(spec.keys)
  const extractors = Object.values(spec.keys)
  const placing = spec.words && {
    newestBy: keys.indexOf(spec.words.newestBy),
    narrowedBy: (spec.words.narrowedBy ?? []).map((key) => ({ key, at: keys.indexOf(key) })),
  }
  const columns = keys.map(columnOf)
  const counted = (spec.counted ?? []).map((key) => ({ key, at: keys.indexOf(key) }))
  const listed = ['"row"', '"tenant"', '"id"', '"version"', '"words"', ...columns, '"body"']
  const insertRow = prepare(`INSERT INTO ${table} (${listed.join(', ')}) VALUES (${listed.map(() => '?').join(', ')})`)
  const findRow = prepare(
    `SELECT "row", "version", "words"${columns.map((column) => `, ${column}`).join('')} FROM ${table} WHERE "tenant" = ? AND "id" = ?`,
  )
  const deleteRow = prepare(`DELETE FROM ${table} WHERE "row" = ?`)
  const addToCount = prepare(
    `INSERT INTO ${countTableOf(spec.name)} VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "documents" = "documents" + excluded."documents"`,
  )
  // A value that no document has any more would be read with every count for ever.
  const forgetCount = prepare(
    `DELETE FROM ${countTableOf(spec.name)} WHERE "tenant" = ? AND "key" = ? AND "value" = ? AND "documents" = 0`,
  )
  const lastRowBefore = prepare(`SELECT max("row") AS "row" FROM ${table} WHERE "row" < ?`)
  const insertWords = spec.words && prepare(`INSERT INTO ${termTableOf(spec.name)} (rowid, "words") VALUES (?, ?)`)
  const deleteWords = spec.words && prepare(`DELETE FROM ${termTableOf(spec.name)} WHERE rowid = ?`)
  const indexByColumns = violationNames(spec)

  const namingTheIndex = <T>(write: () => T): T => {
    try {
      return write()
    } catch (error) {
      const index = indexByColumns.get(violatedColumns(error) ?? '')
      throw index === undefined ? error : new UniqueViolation(index)
    }
  }

  function count(tenant: SqlValue, key: string, value: SqlValue | undefined, by: 1 | -1, { add }: Afterwards): void {
    if (value === null || value === undefined) return
    add(JSON.stringify([spec.name, tenant, key, value]), by, (documents) => {
      addToCount.run(tenant, key, value, documents)
      if (documents < 0) forgetCount.run(tenant, key, value)
    })
  }

  /** Naming only what changed leaves the other indexes untouched, which is most of the cost of an update. */
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

  function recount(
    tenant: SqlValue,
    before: (at: number) => SqlValue | undefined,
    after: readonly SqlValue[],
    afterwards: Afterwards,
  ): void {
    for (const { key, at } of counted) {
      if (before(at) === after[at]) continue
      count(tenant, key, before(at), -1, afterwards)
      count(tenant, key, after[at], 1, afterwards)
    }
  }

  // Any other statement makes the full-text index write out what it has gathered, so its turn comes last.
  function changeWords(row: number, digestBefore: SqlValue, words: string | null): void {
    if (digestBefore !== null) deleteWords?.run(row)
    if (words !== null) insertWords?.run(row, words)
  }

  const valuesOf = (document: D): KeyValue[] => extractors.map((extract) => extract(document) ?? null)

  /** Words are found by rows that follow on each other in time; what has no moment is not found by words. */
  function placeAmongWords(document: D, values: readonly KeyValue[]): Pick<Row, 'firstRow' | 'words'> {
    if (!spec.words || !placing) return { firstRow: null, words: null }
    const moment = values[placing.newestBy] ?? null
    const found = moment === null ? [] : spec.words.of(document)
    if (found.length === 0) return { firstRow: firstRowAt(moment), words: null }
    const narrowing = placing.narrowedBy.flatMap(({ key, at }) => {
      const value = values[at] ?? null
      return value === null ? [] : [tokenOfKey(document.tenant, key, value)]
    })
    return {
      firstRow: firstRowAt(moment),
      words: [...new Set([...tokensOf(document.tenant, found), ...narrowing])].join(' '),
    }
  }

  const lastBefore = (end: number): number | null => (lastRowBefore.get(end) as { readonly row: number | null }).row

  return {
    rowOf(document) {
      const values = valuesOf(document)
      const { firstRow, words } = placeAmongWords(document, values)
      return {
        tenant: storedValue(document.tenant),
        id: storedValue(document.id),
        version: document.version,
        firstRow,
        keys: values.map(storedValue),
        words,
        wordsDigest: words === null ? null : createHash('sha256').update(words).digest('base64url'),
        body: JSON.stringify(document),
      }
    },

    rewritingOf(before, document) {
      if (!placing || spec.words?.of(before) !== spec.words?.of(document)) return null
      const valuesBefore = valuesOf(before)
      const values = valuesOf(document)
      const placed = [placing.newestBy, ...placing.narrowedBy.map(({ at }) => at)]
      if (placed.some((at) => valuesBefore[at] !== values[at])) return null
      return {
        tenant: storedValue(document.tenant),
        id: storedValue(document.id),
        version: document.version,
        keysBefore: valuesBefore.map(storedValue),
        keys: values.map(storedValue),
        body: JSON.stringify(document),
      }
    },

    insert(row, afterwards) {
      const number = row.firstRow === null ? null : freeRowOf(row.firstRow, lastBefore)
      const { lastInsertRowid } = namingTheIndex(() =>
        insertRow.run(number, row.tenant, row.id, row.version, row.wordsDigest, ...row.keys, row.body),
      )
      for (const { key, at } of counted) count(row.tenant, key, row.keys[at], 1, afterwards)
      const at = Number(lastInsertRowid)
      if (row.words !== null) afterwards.change(at, () => changeWords(at, null, row.words))
    },

    replace(row, afterwards) {
      const stored = findRow.get(row.tenant, row.id) as StoredRow | undefined
      if (stored?.version !== row.version - 1) return false
      const before = (at: number) => stored[`k_${keys[at]}`]
      const { assignments, values } = changedKeys(before, row.keys)
      const update = prepare(`UPDATE ${table} SET "version" = ?, "words" = ?, "body" = ?${assignments} WHERE "row" = ?`)
      namingTheIndex(() => update.run(row.version, row.wordsDigest, row.body, ...values, stored.row))
      recount(row.tenant, before, row.keys, afterwards)
      if (stored.words !== row.wordsDigest)
        afterwards.change(stored.row, () => changeWords(stored.row, stored.words, row.words))
      return true
    },

    rewrite({ tenant, id, version, keysBefore, keys, body }, afterwards) {
      const before = (at: number) => keysBefore[at]
      const { assignments, values } = changedKeys(before, keys)
      const update = prepare(
        `UPDATE ${table} SET "version" = ?, "body" = ?${assignments} WHERE "tenant" = ? AND "id" = ? AND "version" = ?`,
      )
      const { changes } = namingTheIndex(() => update.run(version, body, ...values, tenant, id, version - 1))
      if (Number(changes) === 0) return false
      recount(tenant, before, keys, afterwards)
      return true
    },

    delete(tenant, id, afterwards) {
      const stored = findRow.get(storedValue(tenant), storedValue(id)) as StoredRow | undefined
      if (!stored) return false
      deleteRow.run(stored.row)
      for (const { key } of counted) count(storedValue(tenant), key, stored[`k_${key}`], -1, afterwards)
      if (stored.words !== null) afterwards.change(stored.row, () => changeWords(stored.row, stored.words, null))
      return true
    },
  }
}

/** SQLite names the columns of a broken constraint; the port names the index. */
function violationNames<D extends Kept>({ name, indexes }: CollectionSpec<D>): ReadonlyMap<string, string> {
  const named = (columns: readonly string[]) =>
    columns.map((column) => `${name}.${column.replaceAll('"', '')}`).join(', ')
  return new Map([
    [named(['"tenant"', '"id"']), 'id'],
    ...Object.entries(indexes)
      .filter(([, { unique }]) => unique)
      .map(([declared, index]): [string, string] => [named(indexColumns(index)), declared]),
  ])
}
