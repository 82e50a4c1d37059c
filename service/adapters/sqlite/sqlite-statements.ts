import type { Database, Statement } from './sqlite-engine.ts'

const MOST_KEPT = 500

/** Prepares each SQL text once. Texts follow from specs and the shapes of queries, so there are few. */
export function preparedOnce(database: Database): (sql: string) => Statement {
  const statements = new Map<string, Statement>()
  return (sql) => {
    const known = statements.get(sql)
    if (known) return known
    if (statements.size >= MOST_KEPT) statements.clear()
    const statement = database.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
}
