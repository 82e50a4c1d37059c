import type { Database, Prepare, Statement } from './sqlite-engine.ts'

const MOST_KEPT = 500

/** Prepares each SQL text once. Texts follow from specs and the shapes of queries, so there are few. */
export function preparedOnce(database: Database): Prepare {
  const statements = new Map<string, Statement>()
  return <Row>(sql: string) => {
    const known = statements.get(sql)
    // The same text selects rows of the same type.
    if (known) return known as Statement<Row>
    if (statements.size >= MOST_KEPT) statements.clear()
    const statement = database.prepare<Row>(sql)
    statements.set(sql, statement)
    return statement
  }
}
