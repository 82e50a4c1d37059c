import { laporIdIn } from '../../case/words/search-words.ts'
import { type Day, parseDay } from '../../shared/instant.ts'
import { Refusal } from '../../shared/refusal.ts'

/** A line copied out of SP4N-LAPOR!. */
export interface LaporLine {
  /** Counted from 1, as in an editor. */
  readonly line: number
  readonly id: string
  readonly day: Day | null
  /** The other cells, such as the status. */
  readonly note: string
}

export interface BadLine {
  readonly line: number
  readonly code: 'no-id' | 'several-ids' | 'bad-date' | 'twice'
}

export const MOST_LINES = 2_000

/**
 * Numbers, dates and statuses, one case a line: separated by tabs, semicolons or commas, in any order, with or
 * without a line of headings. @throws Refusal `lapor/too-many-lines`
 */
export function readLaporList(text: string): {
  readonly lines: readonly LaporLine[]
  readonly bad: readonly BadLine[]
} {
  const rows = text.split(/\r\n?|\n/).map((row, at) => ({ row, line: at + 1 }))
  const filled = rows.filter(({ row }) => row.trim() !== '')
  if (filled.length > MOST_LINES) throw new Refusal('invalid', 'lapor/too-many-lines', { most: MOST_LINES })
  const lines: LaporLine[] = []
  const bad: BadLine[] = []
  const known = new Set<string>()
  for (const [at, { row, line }] of filled.entries()) {
    const read = readRow(row)
    // Headings have no number in them.
    if (read === 'no-id' && at === 0 && !/\d/.test(row)) continue
    const code = typeof read === 'string' ? read : known.has(read.id) ? 'twice' : null
    if (code) bad.push({ line, code })
    if (typeof read === 'string' || code) continue
    known.add(read.id)
    lines.push({ line, ...read })
  }
  return { lines, bad }
}

function readRow(row: string): Omit<LaporLine, 'line'> | BadLine['code'] {
  const cells = cellsOf(row)
  const ids = cells.flatMap((cell) => laporIdIn(cell) ?? [])
  const [id] = ids
  if (!id) return 'no-id'
  if (ids.length > 1) return 'several-ids'
  const others = cells.filter((cell) => cell !== '' && laporIdIn(cell) === null)
  const dates = others.filter(isLikeADate)
  const days = dates.map(dayIn)
  if (days.includes(null)) return 'bad-date'
  const note = others.filter((cell) => !dates.includes(cell)).join(' · ')
  return { id, day: days[0] ?? null, note: note.slice(0, 200) }
}

/** A tab or a semicolon always separates cells, a comma only if neither occurs. */
function cellsOf(row: string): readonly string[] {
  const separator = row.includes('\t') ? '\t' : row.includes(';') ? ';' : ','
  return row.split(separator).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .trim(),
  )
}

const isLikeADate = (cell: string): boolean => /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(\s.*)?$/.test(cell)

/** `2026-11-20`, `20/11/2026`, `20-11-2026 10:15`; `null` for a date that does not exist. */
function dayIn(cell: string): Day | null {
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(cell)
  const ours = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/.exec(cell)
  const [year, month, day] = iso ? iso.slice(1) : ours ? [ours[3], ours[2], ours[1]] : []
  const written = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`
  const at = new Date(`${written}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(written) ? parseDay(written) : null
}
