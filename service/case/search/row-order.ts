import { type Bits, clearBit, hasBit, setBit } from './row-bits.ts'

/** Keeps the order of the rows by moment: the rank of a row is its place in that order. */
export interface RowOrder {
  readonly bytes: number
  rowAt(rank: number): number
  /** Returns the ranks of these rows. */
  ranksOf(rows: Bits): Bits
  /** Ranks the rows that were added since. */
  extend(size: number): void
  /** Sorts rows in place by moment. */
  sort(rows: Int32Array): Int32Array
  /** The rows up to `size` were renumbered, so that rows are ranks. */
  restart(size: number): void
}

/**
 * Cases come in the order of their moments but for a few that come together or are entered late. So ranks are rows up
 * to the first case that was overtaken, and only the ranks from there on are kept.
 * @param isBehind tells whether a row comes after another one
 */
export function createRowOrder(isBehind: (row: number, other: number) => boolean): RowOrder {
  let ordered = 0
  /** Below this rank, ranks are rows. */
  let regular = 0
  /** The rows of the ranks from there on. */
  let others = new Int32Array(0)

  const compare = (one: number, other: number): number => (one === other ? 0 : isBehind(one, other) ? 1 : -1)
  const rowAt = (rank: number): number => (rank < regular ? rank : (others[rank - regular] ?? 0))

  function isSorted(from: number, to: number): boolean {
    for (let row = Math.max(from, 1); row < to; row++) if (!isBehind(row, row - 1)) return false
    return true
  }

  /** Returns the rank that a row takes among those that are in order. */
  function rankFor(row: number): number {
    let [low, high] = [0, ordered]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (isBehind(row, rowAt(middle))) low = middle + 1
      else high = middle
    }
    return low
  }

  return {
    get bytes() {
      return others.length * 4
    },
    rowAt,

    ranksOf(rows) {
      if (others.length === 0) return rows
      const ranks = rows.slice()
      for (let at = 0; at < others.length; at++) {
        if (hasBit(rows, others[at] ?? 0)) setBit(ranks, regular + at)
        else clearBit(ranks, regular + at)
      }
      return ranks
    },

    extend(size) {
      if (size === ordered) return
      if (regular === ordered && isSorted(ordered, size)) {
        ordered = size
        regular = size
        return
      }
      const newer = Int32Array.from({ length: size - ordered }, (_, at) => ordered + at).sort(compare)
      const first = rankFor(newer[0] ?? 0)
      const older = Int32Array.from({ length: ordered - first }, (_, at) => rowAt(first + at))
      const merged = mergeRows(older, newer, isBehind)
      others = regular < first ? joined(others.subarray(0, first - regular), merged) : merged
      regular = Math.min(regular, first)
      ordered = size
    },

    sort: (rows) => rows.sort(compare),

    restart(size) {
      ordered = size
      regular = size
      others = new Int32Array(0)
    },
  }
}

function joined(one: Int32Array, other: Int32Array): Int32Array<ArrayBuffer> {
  const both = new Int32Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

function mergeRows(
  older: Int32Array,
  newer: Int32Array,
  isBehind: (row: number, other: number) => boolean,
): Int32Array<ArrayBuffer> {
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
