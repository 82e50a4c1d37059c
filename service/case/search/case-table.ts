import type { IndexRow, KeyValue, Range } from '../../storage/collection.ts'
import { type CaseNames, createCaseNames } from './case-names.ts'
import { allBits, type Bits, clearBit, createRowOrder } from './rows.ts'

export interface CaseColumns {
  readonly keys: readonly string[]
  /** A search can filter by these keys; each has some thousands of values at most. */
  readonly narrowedBy: readonly string[]
  /** Results are ordered by this moment, which never changes. */
  readonly newestBy: string
  /** A search can set bounds on these moments. */
  readonly moments: readonly string[]
  /** This whole number changes with the text of the case; `null` means that the case has no text. */
  readonly mark: string
  /** The key has a value once something in the case was erased. */
  readonly erased: string
}

export interface Narrowing {
  readonly narrow?: Readonly<Record<string, KeyValue | readonly KeyValue[]>>
  /** The bounds are inclusive and on one key with a moment. */
  readonly within?: Range & { readonly key: string }
  readonly hidden?: ReadonlySet<string>
  /** Words count only in cases that have one of these; numbers count in all. */
  readonly readBy?: readonly string[]
}

interface MomentColumn {
  readonly at: number
  of: Float64Array<ArrayBuffer>
}

interface CodeColumn {
  readonly at: number
  readonly known: Map<KeyValue, number>
  of: Uint16Array<ArrayBuffer>
}

/** Holds the values of all rows column by column, so that a million rows take little memory. */
export interface ColumnStore {
  readonly bytesPerRow: number
  readonly capacity: number
  readonly newest: { readonly of: Float64Array }
  readonly marks: Uint32Array
  isErased(row: number): boolean
  grow(size: number): void
  /** @returns true when the mark of the row changed */
  write(row: number, values: readonly KeyValue[], isNew: boolean): boolean
  /** @param rowAt the old row of each new one */
  reorder(rowAt: Int32Array): void
  /** Keeps of these rows those that fit. */
  keepFitting(rows: Bits, narrowing: Omit<Narrowing, 'hidden'>): Bits
}

/** @param room the number of rows that fit at first */
export function createColumnStore(columns: CaseColumns, room: number): ColumnStore {
  const at = (key: string) => columns.keys.indexOf(key)
  const moments = new Map<string, MomentColumn>(
    columns.moments.map((key) => [key, { at: at(key), of: new Float64Array(room) }]),
  )
  const codes = new Map<string, CodeColumn>(
    columns.narrowedBy.map((key) => [key, { at: at(key), known: new Map([[null, 0]]), of: new Uint16Array(room) }]),
  )
  const newest = moments.get(columns.newestBy)
  if (!newest) throw new TypeError('The order of a search is a key with moments.')
  const [markAt, erasedAt] = [at(columns.mark), at(columns.erased)]
  let marks = new Uint32Array(room)
  let erasures = new Uint8Array(room)

  return {
    newest,
    bytesPerRow: 4 + 1 + 12 + 8 * moments.size + 2 * codes.size,
    get capacity() {
      return marks.length
    },
    get marks() {
      return marks
    },
    isErased: (row) => erasures[row] === 1,

    grow(size) {
      if (size <= marks.length) return
      const larger = Math.max(size, Math.ceil(marks.length * 1.5))
      marks = copyInto(new Uint32Array(larger), marks)
      erasures = copyInto(new Uint8Array(larger), erasures)
      for (const column of moments.values()) column.of = copyInto(new Float64Array(larger), column.of)
      for (const column of codes.values()) column.of = copyInto(new Uint16Array(larger), column.of)
    },

    write(row, values, isNew) {
      for (const { at, of } of moments.values()) of[row] = momentIn(values[at] ?? null)
      for (const column of codes.values()) column.of[row] = codeOf(column, values[column.at] ?? null)
      erasures[row] = values[erasedAt] === null ? 0 : 1
      const mark = Number(values[markAt] ?? 0)
      if (!isNew && marks[row] === mark) return false
      marks[row] = mark
      return true
    },

    reorder(rowAt) {
      marks = marks.map((_, row) => marks[rowAt[row] ?? 0] ?? 0)
      erasures = erasures.map((_, row) => erasures[rowAt[row] ?? 0] ?? 0)
      for (const column of moments.values()) column.of = column.of.map((_, row) => column.of[rowAt[row] ?? 0] ?? 0)
      for (const column of codes.values()) column.of = column.of.map((_, row) => column.of[rowAt[row] ?? 0] ?? 0)
    },

    keepFitting(rows, { narrow = {}, within }) {
      for (const [key, wanted] of Object.entries(narrow)) {
        const column = codes.get(key)
        if (!column) throw new TypeError(`A search is not narrowed by "${key}".`)
        keepCodes(rows, column, Array.isArray(wanted) ? wanted : [wanted as KeyValue])
      }
      if (within) keepMoments(rows, moments.get(within.key), within)
      return rows
    },
  }
}

function copyInto<A extends { set(from: A): void }>(to: A, from: A): A {
  to.set(from)
  return to
}

function codeOf({ known }: CodeColumn, value: KeyValue): number {
  const code = known.get(value)
  if (code !== undefined) return code
  known.set(value, known.size)
  return known.size - 1
}

function keepCodes(rows: Bits, { known, of }: CodeColumn, values: readonly KeyValue[]): void {
  const isAllowed = new Uint8Array(known.size)
  for (const value of values) {
    const code = known.get(value)
    if (code !== undefined) isAllowed[code] = 1
  }
  for (let at = 0; at < rows.length; at++) {
    const before = rows[at] ?? 0
    if (before === 0) continue
    let fitting = 0
    for (let bit = 0; bit < 32; bit++) fitting |= (isAllowed[of[at * 32 + bit] ?? 0] ?? 0) << bit
    rows[at] = before & fitting
  }
}

function keepMoments(
  rows: Bits,
  column: MomentColumn | undefined,
  { key, from, to }: NonNullable<Narrowing['within']>,
): void {
  if (!column) throw new TypeError(`"${key}" has no moments.`)
  const { of } = column
  const first = from === undefined ? Number.NEGATIVE_INFINITY : momentIn(from)
  const last = to === undefined ? Number.POSITIVE_INFINITY : momentIn(to)
  for (let at = 0; at < rows.length; at++) {
    const before = rows[at] ?? 0
    if (before === 0) continue
    let fitting = 0
    for (let bit = 0; bit < 32; bit++) {
      const moment = of[at * 32 + bit] ?? Number.NaN
      if (moment >= first && moment <= last) fitting |= 1 << bit
    }
    rows[at] = before & fitting
  }
}

const momentIn = (value: KeyValue): number =>
  value === null ? Number.NaN : typeof value === 'number' ? value : Date.parse(value)

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
