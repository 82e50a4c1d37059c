import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { Database } from './sqlite-engine.ts'
import { columnOf, countTableOf, tableOf } from './sqlite-schema.ts'
import type { OlderRows } from './thread-orders.ts'

/** What is left of an upgrade when the collection is used already. */
export interface Upgrade {
  /** It is `null` where only indexes are missing. */
  readonly older: BegunUpgrade | null
  /** In their order; a `name` is that of the declared index that is made. */
  readonly indexes: readonly { readonly name: string | null; readonly statement: string }[]
}

export interface BegunUpgrade extends OlderRows {
  /** Keys that older rows do not have. */
  readonly keys: readonly string[]
}

type Plan = Pick<BegunUpgrade, 'keys' | 'uncounted' | 'forgotten'>

/** Another version of the program takes a table of this shape for one that must be made anew. */
export const unfinishedShape = (shape: string): string => `unfinished ${shape}`

export function begunUpgrade(database: Database, name: string): BegunUpgrade | null {
  const found = database
    .prepare<{ readonly after: number; readonly until: number; readonly plan: string }>(
      'SELECT "after", "until", "plan" FROM "aduan_upgrade" WHERE "name" = ?',
    )
    .get(name)
  if (!found) return null
  const plan: Plan = JSON.parse(found.plan)
  return { after: found.after, until: found.until, ...plan }
}

/** Adds columns for the keys that are new, in no time, and notes which rows do not have them. */
export function beginUpgrade<D extends Kept>(
  database: Database,
  { name, keys, counted = [] }: CollectionSpec<D>,
  known: string,
): BegunUpgrade {
  const before = declaredBefore(database, name, known)
  const columns = columnsOf(database, name).flatMap((column) => (column.startsWith('k_') ? column.slice(2) : []))
  const declared = Object.keys(keys)
  for (const key of declared) {
    if (!columns.includes(key)) database.exec(`ALTER TABLE ${tableOf(name)} ADD COLUMN ${columnOf(key)}`)
  }
  const missing = declared.filter((key) => !before.keys.includes(key) || !columns.includes(key))
  const plan: Plan = {
    keys: missing,
    uncounted: counted.filter((key) => !before.counted.includes(key) || missing.includes(key)),
    forgotten: columns.filter((key) => !declared.includes(key)),
  }
  const stay = counted.filter((key) => !plan.uncounted.includes(key))
  const kept = stay.map(() => '?').join(', ')
  database.prepare(`DELETE FROM ${countTableOf(name)} WHERE "key" NOT IN (${kept})`).run(...stay)
  // Earlier versions kept hashes of words in a table of their own.
  database.exec(`DROP TABLE IF EXISTS "${name}_term"`)
  const sql = `SELECT max("row") AS "until" FROM ${tableOf(name)}`
  const until = database.prepare<{ readonly until: number }>(sql).get()?.until ?? 0
  database
    .prepare('INSERT OR REPLACE INTO "aduan_upgrade" VALUES (?, ?, ?, ?)')
    .run(name, 0, until, JSON.stringify(plan))
  return { after: 0, until, ...plan }
}

/** What all rows have. An upgrade that was not finished left some of them without. */
function declaredBefore(database: Database, name: string, known: string) {
  const begun = known.startsWith(unfinishedShape('')) ? begunUpgrade(database, name) : null
  const { keys, counted } = readShape(begun ? known.slice(unfinishedShape('').length) : known)
  return {
    keys: keys.filter((key) => !begun?.keys.includes(key)),
    counted: counted.filter((key) => !begun?.uncounted.includes(key)),
  }
}

/** The shape of another version. Where it cannot be read, everything is derived anew. */
function readShape(shape: string): { readonly keys: readonly string[]; readonly counted: readonly string[] } {
  try {
    const { keys, counted }: { readonly keys?: unknown; readonly counted?: unknown } = JSON.parse(shape)
    return { keys: namesIn(keys), counted: namesIn(counted) }
  } catch {
    return { keys: [], counted: [] }
  }
}

const namesIn = (listed: unknown): readonly string[] => (Array.isArray(listed) ? listed.map(String) : [])

export function columnsOf(database: Database, name: string): readonly string[] {
  const sql = 'SELECT "name" FROM pragma_table_info(?)'
  return database
    .prepare<{ readonly name: string }>(sql)
    .all(name)
    .map((column) => column.name)
}
