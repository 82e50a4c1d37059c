import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import type { SearchReading } from '../../storage/read-query.ts'
import { type Condition, choiceCondition, type SqlQuery, select } from './sqlite-query.ts'
import { columnOf, indexName, tableOf, termTableOf } from './sqlite-schema.ts'
import { storedValue, tokensOf } from './sqlite-text.ts'

/** Up to so many matches are looked up and sorted; beyond it, walking the order finds the newest sooner. */
export const FEW_MATCHES = 1_000

/** Asks whether the terms are common: answers at most one row more than `FEW_MATCHES`. */
export function matchStatement<D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string,
  terms: readonly string[],
): SqlQuery {
  const table = termTableOf(spec.name)
  return {
    sql: `SELECT count(*) AS matches FROM (SELECT rowid FROM ${table} WHERE ${table} MATCH ? LIMIT ?)`,
    values: [expressionOf(tenant, terms), FEW_MATCHES + 1],
  }
}

/** Rare terms: from the matches to their rows, sorted. Common ones: along an index in order, keeping what matches. */
export function searchStatement<D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string,
  { terms, orderBy, also, after, limit }: SearchReading,
  common: boolean,
): SqlQuery {
  const table = tableOf(spec.name)
  const words = termTableOf(spec.name)
  const order = columnOf(orderBy)
  const walked = common ? orderIndex(spec, orderBy) : undefined
  const conditions: Condition[] = [
    ['"tenant" = ?', storedValue(tenant)],
    [`${order} IS NOT NULL`],
    ...also.map(choiceCondition),
  ]
  if (after) conditions.push([`(${order}, "id") < (?, ?)`, ...after.map(storedValue)])
  if (terms.length > 0) {
    // The plus keeps SQLite from starting at the matches when the order is to be walked.
    const row = walked ? '+"row"' : '"row"'
    conditions.push([`${row} IN (SELECT rowid FROM ${words} WHERE ${words} MATCH ?)`, expressionOf(tenant, terms)])
  }
  const hint = walked ? `INDEXED BY "${indexName(spec.name, walked)}"` : terms.length > 0 ? 'NOT INDEXED' : ''
  const from = `SELECT "row", ${order}, "id" FROM ${table} ${hint}`
  return select(from, conditions, `ORDER BY ${order} DESC, "id" DESC LIMIT ?`, limit + 1)
}

/** An index of the tenant's documents that is in this order from its first key on. */
function orderIndex<D extends Kept>({ indexes }: CollectionSpec<D>, orderBy: string): string | undefined {
  return Object.keys(indexes).find((name) => {
    const index = indexes[name]
    return index?.on.length === 1 && index.on[0] === orderBy && !index.unique && !index.acrossTenants
  })
}

const expressionOf = (tenant: string, terms: readonly string[]): string =>
  tokensOf(tenant, terms)
    .map((token) => `"${token}"`)
    .join(' AND ')
