import { type CollectionSpec, compareKeys, type Kept, type KeyValue, type Query } from '../../storage/collection.ts'
import { type Choice, type Reading, readQuery, type Within } from '../../storage/queries.ts'
import { columnOf, indexName, type SqlValue, storedValue, tableOf } from './sqlite-engine.ts'

export interface SqlQuery {
  readonly sql: string
  readonly values: readonly SqlValue[]
}

export type Condition = readonly [sql: string, ...values: SqlValue[]]

/** More sub-selects than this would be a scan in disguise. */
const MOST_SELECTS = 200

/** The statements of `find`, which a test has SQLite explain. */
export function findStatements<D extends Kept>(
  spec: CollectionSpec<D>,
  tenant: string | null,
  query: Query,
): SqlQuery[] {
  return selectsFor(spec.name, query.index, tenant, readQuery(spec, query, tenant === null))
}

export const placeColumns = ({ open, tail }: Reading): readonly string[] => [
  ...open.map(columnOf),
  ...tail.map((name) => `"${name}"`),
]

/**
 * One select per combination of bound values, each with the limit: every one walks its own stretch of the index in
 * order and stops, while a single `IN` would sort all that it finds.
 */
export function selectsFor(
  collection: string,
  index: string,
  tenant: string | null,
  reading: Reading,
  columns = ['"row"', ...placeColumns(reading)],
): SqlQuery[] {
  const direction = reading.descending ? 'DESC' : 'ASC'
  // A unique index orders its documents without the id, which it does not hold.
  const order = reading.index.unique && reading.open.length > 0 ? reading.open.map(columnOf) : placeColumns(reading)
  const rest = [...openConditions(reading, order), ...filterConditions(reading)]
  return boundCombinations(collection, index, reading).map((bound) =>
    select(
      `SELECT ${columns.join(', ')} FROM ${tableOf(collection)} INDEXED BY "${indexName(collection, index)}"`,
      [...(tenant === null ? [] : [['"tenant" = ?', storedValue(tenant)] as const]), ...bound, ...rest],
      `ORDER BY ${order.map((column) => `${column} ${direction}`).join(', ')} LIMIT ${reading.limit + 1}`,
    ),
  )
}

/** One count per combination of bound values, each of no more than `limit` documents. */
export function countsOf(
  collection: string,
  index: string,
  tenant: string,
  reading: Reading,
  limit: number,
): SqlQuery[] {
  return boundCombinations(collection, index, reading).map((bound) =>
    select(
      `SELECT count(*) AS "documents" FROM (SELECT 1 FROM ${tableOf(collection)} INDEXED BY "${indexName(collection, index)}"`,
      [['"tenant" = ?', storedValue(tenant)], ...bound, ...openConditions(reading, []), ...filterConditions(reading)],
      `LIMIT ${limit})`,
    ),
  )
}

function boundCombinations(collection: string, index: string, { bound }: Reading): readonly (readonly Condition[])[] {
  const combinations = combinationsOf(bound)
  if (combinations.length > MOST_SELECTS) throw new TypeError(`${collection}.${index}: too many values in "where".`)
  return combinations
}

/** @param end with its limit in digits: SQLite plans a statement anew each time that it is given another limit as a value */
export function select(from: string, conditions: readonly Condition[], end: string): SqlQuery {
  const where = conditions.map(([sql]) => sql).join(' AND ')
  return { sql: `${from} WHERE ${where} ${end}`, values: conditions.flatMap(([, ...values]) => values) }
}

const filterConditions = ({ also, within }: Reading): readonly Condition[] => [
  ...also.map(choiceCondition),
  ...within.flatMap(withinConditions),
]

function withinConditions({ key, range: { from, to } }: Within): readonly Condition[] {
  const column = columnOf(key)
  const bounds: Condition[] = [[`${column} IS NOT NULL`]]
  if (from !== undefined) bounds.push([`${column} >= ?`, storedValue(from)])
  if (to !== undefined) bounds.push([`${column} <= ?`, storedValue(to)])
  return bounds
}

export function choiceCondition({ key, values }: Choice): Condition {
  const column = columnOf(key)
  const nonNull = values.filter((value) => value !== null).map(storedValue)
  const among: Condition = [`${column} IN (${nonNull.map(() => '?').join(', ')})`, ...nonNull]
  return nonNull.length === values.length ? among : [`(${column} IS NULL OR ${among[0]})`, ...nonNull]
}

function combinationsOf(bound: readonly Choice[]): readonly (readonly Condition[])[] {
  return bound.reduce<readonly (readonly Condition[])[]>(
    (combinations, { key, values }) =>
      combinations.flatMap((before) => values.map((value) => [...before, equals(key, value)])),
    [[]],
  )
}

const equals = (key: string, value: KeyValue): Condition => [`${columnOf(key)} = ?`, storedValue(value)]

/**
 * Bounds on the open keys: the tighter one of range and cursor on the side where a page begins, so that SQLite seeks
 * to it.
 */
function openConditions({ open, range, descending, after }: Reading, order: readonly string[]): Condition[] {
  const [first, ...others] = open.map(columnOf)
  const beginning = descending ? range.to : range.from
  const end = descending ? range.from : range.to
  const ahead = beginning !== undefined && after?.[0] !== undefined && isAhead(beginning, after[0], descending)
  const conditions: Condition[] = others.map((column) => [`${column} IS NOT NULL`])
  if (after && !ahead) {
    const place = after.slice(0, order.length).map(storedValue)
    const marks = place.map(() => '?').join(', ')
    conditions.push([`(${order.join(', ')}) ${descending ? '<' : '>'} (${marks})`, ...place])
  } else if (first && beginning !== undefined) {
    conditions.push([`${first} ${descending ? '<=' : '>='} ?`, storedValue(beginning)])
  }
  if (first && end !== undefined) conditions.push([`${first} ${descending ? '>=' : '<='} ?`, storedValue(end)])
  if (first) conditions.push([`${first} IS NOT NULL`])
  return conditions
}

function isAhead(beginning: string | number, place: string | number, descending: boolean): boolean {
  const difference = compareKeys(beginning, place)
  return descending ? difference < 0 : difference > 0
}
