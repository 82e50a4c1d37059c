/** Keeps the order of the rows by moment: the rank of a row is its place in that order. */
export interface RowOrder {
  readonly size: number
  /** `null` means that rows were added in the order of their moments, so that rows are ranks. */
  readonly ranks: { readonly rankOf: Int32Array; readonly rowAt: Int32Array } | null
  rankOf(row: number): number
  rowAt(rank: number): number
  /** Ranks the rows that were added since. */
  extend(size: number): void
  /** Sorts rows in place by moment. */
  sort(rows: Int32Array): Int32Array
  /** The rows up to `size` were renumbered, so that rows are ranks. */
  restart(size: number): void
}

/** @param isBehind tells whether a row comes after another one */
export function createRowOrder(isBehind: (row: number, other: number) => boolean): RowOrder {
  let ranks: RowOrder['ranks'] = null
  let ordered = 0

  const compare = (one: number, other: number): number => (one === other ? 0 : isBehind(one, other) ? 1 : -1)

  function isSorted(from: number, to: number): boolean {
    for (let row = Math.max(from, 1); row < to; row++) if (!isBehind(row, row - 1)) return false
    return true
  }

  return {
    get size() {
      return ordered
    },
    get ranks() {
      return ranks
    },
    rankOf: (row) => (ranks ? (ranks.rankOf[row] ?? 0) : row),
    rowAt: (rank) => (ranks ? (ranks.rowAt[rank] ?? 0) : rank),

    extend(size) {
      const begin = ordered
      ordered = size
      if (begin === size || (!ranks && isSorted(begin, size))) return
      const older = ranks?.rowAt ?? Int32Array.from({ length: begin }, (_, row) => row)
      const newer = Int32Array.from({ length: size - begin }, (_, at) => begin + at).sort(compare)
      const rowAt = mergeRows(older, newer, isBehind)
      const rankOf = new Int32Array(size)
      for (let rank = 0; rank < size; rank++) rankOf[rowAt[rank] ?? 0] = rank
      ranks = { rankOf, rowAt }
    },

    sort: (rows) => rows.sort(compare),

    restart(size) {
      ordered = size
    },
  }
}

function mergeRows(
  older: Int32Array,
  newer: Int32Array,
  isBehind: (row: number, other: number) => boolean,
): Int32Array {
  const merged = new Int32Array(older.length + newer.length)
  let [one, other] = [0, 0]
  for (let rank = 0; rank < merged.length; rank++) {
    const [old, late] = [older[one], newer[other]]
    const isOld = old !== undefined && (late === undefined || isBehind(late, old))
    merged[rank] = (isOld ? old : late) ?? 0
    if (isOld) one++
    else other++
  }
  return merged
}
