import { expect, it } from 'vitest'
import { patience } from './patience.ts'

/** Hundreds of requests one after the other take long on a busy machine. */
const ALL_ROWS_WITHIN = patience(1_800_000)

/**
 * Writes one case that checks each of these rows, and fails with a line for every row that does not hold. Thousands of
 * rows as cases of their own take longer to report than to check, and say nothing of how much is tested.
 */
export function itInEach<Row>(rows: Iterable<Row>, title: string, check: (row: Row) => unknown): void {
  it(title, { timeout: ALL_ROWS_WITHIN }, () => inEach(rows, check))
}

/** Checks all rows before it fails. */
export async function inEach<Row>(rows: Iterable<Row>, check: (row: Row) => unknown): Promise<void> {
  const failures: string[] = []
  let checked = 0
  for (const row of rows) {
    checked++
    try {
      await check(row)
    } catch (error) {
      failures.push(`${nameOf(row)}: ${whatFailed(error)}`)
    }
  }
  if (failures.length > 0) throw new Error(failures.join('\n'))
  expect(checked, 'rows to check').toBeGreaterThan(0)
}

const MOST_OF_A_ROW = 120
const MOST_OF_A_FAILURE = 1_000

function nameOf(row: unknown): string {
  const parts = Array.isArray(row) ? row : [row]
  const names = parts.map((part: unknown) =>
    typeof part === 'string' || part instanceof RegExp ? String(part) : (JSON.stringify(part) ?? String(part)),
  )
  return names.join(' ').slice(0, MOST_OF_A_ROW)
}

/** An assertion says in its message no more than the beginning of what it found. */
function whatFailed(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error)
  const found = error instanceof Error && 'actual' in error ? ` (found ${JSON.stringify(error.actual)})` : ''
  return `${message}${found}`.slice(0, MOST_OF_A_FAILURE)
}
