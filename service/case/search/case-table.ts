import type { IndexRow } from '../../storage/collection.ts'
import { type CaseColumns, createColumnStore, type Narrowing } from './case-columns.ts'
import { type CaseNames, createCaseNames } from './case-names.ts'
import { allBits, type Bits, clearBit } from './row-bits.ts'
import { createRowOrder } from './row-order.ts'

export interface Rank {
  readonly moment: number
  readonly id: string
}

/**
 * Holds in memory what is known about each case of a tenant without opening it. A case has a row, whose number is
 * permanent, and a rank: its place in the order by moment.
 */
export interface CaseTable {
  readonly size: number
  readonly bytes: number
  /**
   * Adds or updates a row.
   * @returns its number when the text of the case changed, else -1
   */
  take(row: IndexRow): number
  /** Renumbers the rows in the order by moment, while nobody uses their numbers yet. */
  renumber(): void
  /** Ranks the rows that were added since; the ranks hold until another row is added. */
  order(): void
  rowOf(id: string): number | undefined
  idOf(row: number): string
  markOf(row: number): number
  isErased(row: number): boolean
  momentOf(row: number): number
  rowAt(rank: number): number
  /** Returns the rank below which all older cases lie. */
  rankBefore(place: Rank): number
  /** Returns the rows that fit. */
  fitting(narrowing: Narrowing): Bits
  /** Returns the ranks of these rows. */
  ranksOf(rows: Bits): Bits
  /** Returns these rows, the oldest first. */
  sort(rows: Int32Array): Int32Array
}

/** The number of rows that fit at first. */
const ROOM = 64

export function createCaseTable(columns: CaseColumns): CaseTable {
  const store = createColumnStore(columns, ROOM)
  let names: CaseNames = createCaseNames()
  const hiddenBefore = new WeakMap<ReadonlySet<string>, readonly number[]>()
  const isBehind = (row: number, other: number): boolean => {
    const difference = (store.newest.of[row] ?? 0) - (store.newest.of[other] ?? 0)
    return difference > 0 || (difference === 0 && names.idOf(row) > names.idOf(other))
  }
  const order = createRowOrder(isBehind)

  function hiddenRows(hidden: ReadonlySet<string>): readonly number[] {
    const known = hiddenBefore.get(hidden)
    if (known) return known
    const rows = [...hidden].flatMap((id) => names.placeOf(id) ?? [])
    // The row of a case that is not here yet may come.
    if (rows.length === hidden.size) hiddenBefore.set(hidden, rows)
    return rows
  }

  return {
    get size() {
      return names.size
    },
    get bytes() {
      return store.capacity * store.bytesPerRow + order.bytes + 4_096
    },
    rowOf: (id) => names.placeOf(id),
    idOf: (row) => names.idOf(row),
    markOf: (row) => store.marks[row] ?? 0,
    isErased: store.isErased,
    momentOf: (row) => store.newest.of[row] ?? 0,
    rowAt: order.rowAt,
    order: () => order.extend(names.size),
    ranksOf: order.ranksOf,
    sort: order.sort,

    take({ id, values }) {
      const known = names.placeOf(id)
      const row = known ?? names.add(id)
      store.grow(names.size)
      return store.write(row, values, known === undefined) ? row : -1
    },

    renumber() {
      const rowAt = order.sort(Int32Array.from({ length: names.size }, (_, row) => row))
      const before = names
      names = createCaseNames()
      for (const row of rowAt) names.add(before.idOf(row))
      store.reorder(rowAt)
      order.restart(names.size)
    },

    rankBefore({ moment, id }) {
      let [low, high] = [0, names.size]
      while (low < high) {
        const middle = (low + high) >>> 1
        const row = order.rowAt(middle)
        const there = store.newest.of[row] ?? 0
        if (there < moment || (there === moment && names.idOf(row) < id)) low = middle + 1
        else high = middle
      }
      return low
    },

    fitting({ hidden, ...narrowing }) {
      const rows = allBits(names.size)
      if (hidden) for (const row of hiddenRows(hidden)) clearBit(rows, row)
      return store.keepFitting(rows, narrowing)
    },
  }
}
