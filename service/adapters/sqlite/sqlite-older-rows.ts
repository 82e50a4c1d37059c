import { type Addition, type Afterwards, addTogether } from './sqlite-counts.ts'
import type { Prepare, SqlValue, StoredRow } from './sqlite-engine.ts'
import { columnOf, tableOf } from './sqlite-schema.ts'
import type { DerivedRow, OlderRows, Row, TableShape } from './thread-orders.ts'

export interface OlderRowsAtHand {
  /** By which keys a row is not counted yet: it is counted by them when they are derived, and not before. */
  uncountedOf(row: number): readonly string[]
  /** Gives older rows their keys, in the order of their numbers, unless they were written since, and counts them. */
  derive(rows: readonly DerivedRow[]): void
  /** Whether no older row is left. */
  isFinished(): boolean
}

type Before = (at: number) => SqlValue | undefined

/** How rows of a table are written. */
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
