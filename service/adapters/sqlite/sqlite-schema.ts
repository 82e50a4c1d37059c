import type { CollectionSpec, Index, Kept } from '../../storage/collection.ts'

/** A key's column has a prefix, so that no key collides with the columns that every table has. */
export const columnOf = (key: string): string => `"k_${key}"`
export const tableOf = (collection: string): string => `"${collection}"`
export const countTableOf = (collection: string): string => `"${collection}_count"`
export const indexName = (collection: string, index: string): string => `${collection}_${index}`

/** A unique index needs no id to make its order total. */
export function indexColumns({ on, unique, acrossTenants, carries = [] }: Index): readonly string[] {
  const keys = on.map(columnOf)
  const carried = carries.map(columnOf)
  if (acrossTenants) return unique ? keys : [...keys, '"id"', '"tenant"', ...carried]
  return unique ? ['"tenant"', ...keys] : ['"tenant"', ...keys, '"id"', ...carried]
}

/** `CREATE INDEX` statements by the index's name in SQL. */
export function indexStatements<D extends Kept>({ name, indexes }: CollectionSpec<D>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(indexes).map(([declared, index]) => {
      const inSql = indexName(name, declared)
      const columns = indexColumns(index).join(', ')
      const nonNull = index.on.map((key) => `${columnOf(key)} IS NOT NULL`).join(' AND ')
      const kind = index.unique ? 'UNIQUE INDEX' : 'INDEX'
      return [inSql, `CREATE ${kind} "${inSql}" ON ${tableOf(name)} (${columns}) WHERE ${nonNull}`]
    }),
  )
}

/** The body is the last column: reading a key must not walk through a long document. */
export function tableStatements<D extends Kept>({ name, keys }: CollectionSpec<D>): readonly string[] {
  const columns = Object.keys(keys).map((key) => `${columnOf(key)}, `)
  return [
    `CREATE TABLE ${tableOf(name)} ("row" INTEGER PRIMARY KEY, "tenant" TEXT NOT NULL, "id" TEXT NOT NULL,
      "version" INTEGER NOT NULL, ${columns.join('')}"body" TEXT NOT NULL, UNIQUE ("tenant", "id"))`,
    `CREATE TABLE ${countTableOf(name)} ("tenant" TEXT NOT NULL, "key" TEXT NOT NULL, "value" NOT NULL,
      "documents" INTEGER NOT NULL, PRIMARY KEY ("tenant", "key", "value")) WITHOUT ROWID`,
  ]
}
