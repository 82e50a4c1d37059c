import type { CollectionSpec, Kept } from '../../storage/collection.ts'
import { placeOf } from '../../storage/cursor.ts'
import type { SearchReading, WordReading } from '../../storage/read-query.ts'
import { type Condition, type SqlQuery, select } from './sqlite-query.ts'
import { columnOf, tableOf, termTableOf } from './sqlite-schema.ts'
import { storedValue, tokenOfKey, tokensOf } from './sqlite-text.ts'

/**
 * The rows that the words find, the newest first. The full-text index meets words and narrowing keys in one walk over
 * row numbers, which are moments: so it stops at the limit however common the words are.
 */
export function searchStatement<D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string,
  reading: SearchReading,
): SqlQuery {
  const { after, scope, limit } = reading
  const place: Condition[] =
    after === null ? [] : [[`${foundRow(spec)} < CAST(? AS INTEGER)`, ...placeOf(after, scope, 1)]]
  return select(
    `SELECT "row" FROM ${foundIn(spec)}`,
    [...conditionsOf(spec, tenant, reading), ...place],
    `ORDER BY ${foundRow(spec)} DESC LIMIT ?`,
    limit + 1,
  )
}

/** From so many finds on it is quicker to gather what lies within bounds once than to look up each find. */
export const MANY_FOUND = 5_000

/**
 * @param lookUp whether each find is looked up to see if it lies within bounds. Otherwise an index gives all that do, once;
 * the plus keeps the full-text index from being asked for one of them after the other.
 */
export function foundCountStatement<D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string,
  reading: WordReading,
  limit: number,
  lookUp: boolean,
): SqlQuery {
  const conditions = conditionsOf(spec, tenant, reading)
  const [found, ...bounds] = conditions
  const within = bounds.map(([sql]) => sql).join(' AND ')
  const gathered: Condition = [
    `+rowid IN (SELECT "row" FROM ${tableOf(spec.name)} WHERE ${within})`,
    ...bounds.flatMap(([, ...values]) => values),
  ]
  const among = reading.within ? [gathered] : []
  return select(
    `SELECT count(*) AS "documents" FROM (SELECT 1 FROM ${lookUp ? foundIn(spec) : termTableOf(spec.name)}`,
    lookUp || !found ? conditions : [found, ...among],
    'LIMIT ?)',
    limit,
  )
}

export const foundByStatement = <D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string,
  reading: WordReading,
  key: string,
): SqlQuery =>
  select(
    `SELECT ${columnOf(key)} AS "value", count(*) AS "documents" FROM ${foundIn(spec)}`,
    [...conditionsOf(spec, tenant, reading), [`${columnOf(key)} IS NOT NULL`]],
    'GROUP BY 1 LIMIT ?',
    -1,
  )

const foundRow = <D extends Kept>({ name }: CollectionSpec<D>): string => `${termTableOf(name)}.rowid`

const foundIn = <D extends Kept>(spec: CollectionSpec<D>): string =>
  `${termTableOf(spec.name)} CROSS JOIN ${tableOf(spec.name)} ON "row" = ${foundRow(spec)}`

function conditionsOf<D extends Kept>({ name }: CollectionSpec<D>, tenant: string, reading: WordReading): Condition[] {
  const { within } = reading
  return [
    [`${termTableOf(name)} MATCH ?`, expressionOf(tenant, reading)],
    ['"tenant" = ?', storedValue(tenant)],
    ...(within?.from === undefined ? [] : [[`${columnOf(within.key)} >= ?`, storedValue(within.from)] as const]),
    ...(within?.to === undefined ? [] : [[`${columnOf(within.key)} <= ?`, storedValue(within.to)] as const]),
  ]
}

function expressionOf(tenant: string, { words, narrow, without }: WordReading): string {
  const narrowed = narrow.map(({ key, values }) =>
    values.flatMap((value) => (value === null ? [] : [tokenOfKey(tenant, key, value)])),
  )
  const all = joined([...words.map((forms) => tokensOf(tenant, forms)), ...narrowed].map(anyOf), 'AND')
  return without.length > 0 ? `${all} NOT ${anyOf(tokensOf(tenant, without))}` : all
}

const anyOf = (tokens: readonly string[]): string =>
  joined(
    tokens.map((token) => `"${token}"`),
    'OR',
  )

const joined = (parts: readonly string[], operator: 'AND' | 'OR'): string =>
  parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(` ${operator} `)})`
