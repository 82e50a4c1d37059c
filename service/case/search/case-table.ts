import type { IndexRow, KeyValue, Range } from '../../storage/collection.ts'
import { type CaseNames, createCaseNames } from './case-names.ts'

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
}

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
  rankOf(row: number): number
  /**
   * Returns the marks and ranks of all rows for fast access until a row is added. If `rankOf` is `null`, rows are
   * ranks.
   */
  columns(): { readonly marks: Uint32Array; readonly rankOf: Int32Array | null }
  rowAt(rank: number): number
  /** Returns the rank below which all older cases lie. */
  rankBefore(place: Rank): number
  fits(narrowing: Narrowing): (row: number) => boolean
}

interface Codes {
  readonly known: Map<KeyValue, number>
  of: Uint16Array<ArrayBuffer>
}

/** @param room the number of rows that fit at first */
export function createCaseTable(columns: CaseColumns, room = 64): CaseTable {
  const { keys, narrowedBy, newestBy, moments, mark, erased } = columns
  let names: CaseNames = createCaseNames()
  const at = (key: string) => keys.indexOf(key)
  const momentKeys = new Map(moments.map((key) => [key, { at: at(key), of: new Float64Array(room) }]))
  const codes = new Map<string, Codes & { readonly at: number }>(
    narrowedBy.map((key) => [
      key,
      { at: at(key), known: new Map<KeyValue, number>([[null, 0]]), of: new Uint16Array(room) },
    ]),
  )
  let marks = new Uint32Array(room)
  let erasures = new Uint8Array(room)
  const newest = momentKeys.get(newestBy)
  if (!newest) throw new TypeError('The order of a search is a key with moments.')
  const [markAt, erasedAt] = [at(mark), at(erased)]
  /** `null` means that rows were added in the order of their moments. */
  let ranks: { readonly rankOf: Int32Array; readonly rowAt: Int32Array } | null = null
  const hiddenBefore = new WeakMap<ReadonlySet<string>, Uint8Array>()
  let ordered = 0

  function grow(size: number): void {
    if (size <= marks.length) return
    const larger = Math.max(size, Math.ceil(marks.length * 1.5))
    const into = <A extends { set(from: A): void }>(to: A, from: A): A => {
      to.set(from)
      return to
    }
    marks = into(new Uint32Array(larger), marks)
    erasures = into(new Uint8Array(larger), erasures)
    for (const column of momentKeys.values()) column.of = into(new Float64Array(larger), column.of)
    for (const column of codes.values()) column.of = into(new Uint16Array(larger), column.of)
  }

  const isBehind = (row: number, other: number): boolean => {
    const difference = (newest.of[row] ?? 0) - (newest.of[other] ?? 0)
    return difference > 0 || (difference === 0 && names.idOf(row) > names.idOf(other))
  }

  const compare = (one: number, other: number): number => (one === other ? 0 : isBehind(one, other) ? 1 : -1)

  function isSortedFrom(begin: number): boolean {
    for (let row = begin + 1; row < names.size; row++) if (!isBehind(row, row - 1)) return false
    return true
  }

  function codeOf({ known }: Codes, value: KeyValue): number {
    const found = known.get(value)
    if (found !== undefined) return found
    known.set(value, known.size)
    return known.size - 1
  }

  function hiddenRows(hidden: ReadonlySet<string>): Uint8Array {
    const known = hiddenBefore.get(hidden)
    if (known && known.length === names.size) return known
    const isHidden = new Uint8Array(names.size)
    for (const id of hidden) {
      const row = names.placeOf(id)
      if (row !== undefined) isHidden[row] = 1
    }
    hiddenBefore.set(hidden, isHidden)
    return isHidden
  }

  const table: CaseTable = {
    get size() {
      return names.size
    },
    get bytes() {
      return marks.length * (4 + 1 + 12 + 8 * momentKeys.size + 2 * codes.size + (ranks ? 8 : 0)) + 4_096
    },

    take({ id, values }) {
      const known = names.placeOf(id)
      const row = known ?? names.add(id)
      grow(names.size)
      for (const { at, of } of momentKeys.values()) of[row] = momentIn(values[at] ?? null)
      for (const column of codes.values()) column.of[row] = codeOf(column, values[column.at] ?? null)
      erasures[row] = values[erasedAt] === null ? 0 : 1
      const now = Number(values[markAt] ?? 0)
      if (known !== undefined && marks[row] === now) return -1
      marks[row] = now
      return row
    },

    renumber() {
      const rowAt = Int32Array.from({ length: names.size }, (_, row) => row).sort(compare)
      const before = names
      names = createCaseNames()
      for (const row of rowAt) names.add(before.idOf(row))
      marks = marks.map((_, row) => marks[rowAt[row] ?? 0] ?? 0)
      erasures = erasures.map((_, row) => erasures[rowAt[row] ?? 0] ?? 0)
      for (const column of momentKeys.values()) column.of = column.of.map((_, row) => column.of[rowAt[row] ?? 0] ?? 0)
      for (const column of codes.values()) column.of = column.of.map((_, row) => column.of[rowAt[row] ?? 0] ?? 0)
      ordered = names.size
    },

    order() {
      const begin = ordered
      ordered = names.size
      if (begin === names.size) return
      const isAppended = !ranks && (begin === 0 || isBehind(begin, begin - 1)) && isSortedFrom(begin)
      if (isAppended) return
      const older = ranks?.rowAt ?? Int32Array.from({ length: begin }, (_, row) => row)
      const newer = Array.from({ length: names.size - begin }, (_, at) => begin + at).sort(compare)
      const rowAt = new Int32Array(names.size)
      let [one, other] = [0, 0]
      for (let rank = 0; rank < rowAt.length; rank++) {
        const [old, late] = [older[one], newer[other]]
        const isOld = old !== undefined && (late === undefined || isBehind(late, old))
        rowAt[rank] = (isOld ? old : late) ?? 0
        if (isOld) one++
        else other++
      }
      const rankOf = new Int32Array(names.size)
      for (let rank = 0; rank < rowAt.length; rank++) rankOf[rowAt[rank] ?? 0] = rank
      ranks = { rankOf, rowAt }
    },

    rowOf: (id) => names.placeOf(id),
    idOf: (row) => names.idOf(row),
    markOf: (row) => marks[row] ?? 0,
    isErased: (row) => erasures[row] === 1,
    momentOf: (row) => newest.of[row] ?? 0,

    rankOf: (row) => (ranks ? (ranks.rankOf[row] ?? 0) : row),

    columns: () => ({ marks, rankOf: ranks?.rankOf ?? null }),

    rowAt: (rank) => (ranks ? (ranks.rowAt[rank] ?? 0) : rank),

    rankBefore({ moment, id }) {
      let [low, high] = [0, names.size]
      while (low < high) {
        const middle = (low + high) >>> 1
        const row = table.rowAt(middle)
        const there = newest.of[row] ?? 0
        if (there < moment || (there === moment && names.idOf(row) < id)) low = middle + 1
        else high = middle
      }
      return low
    },

    fits({ narrow = {}, within, hidden }) {
      const tests: ((row: number) => boolean)[] = []
      for (const [key, wanted] of Object.entries(narrow)) {
        const column = codes.get(key)
        if (!column) throw new TypeError(`A search is not narrowed by "${key}".`)
        const values: readonly KeyValue[] = Array.isArray(wanted) ? wanted : [wanted as KeyValue]
        const isAllowed = new Uint8Array(column.known.size)
        for (const value of values) {
          const code = column.known.get(value)
          if (code !== undefined) isAllowed[code] = 1
        }
        const { of } = column
        tests.push((row) => isAllowed[of[row] ?? 0] === 1)
      }
      if (within) {
        const column = momentKeys.get(within.key)
        if (!column) throw new TypeError(`"${within.key}" has no moments.`)
        const { of } = column
        const from = within.from === undefined ? Number.NEGATIVE_INFINITY : momentIn(within.from)
        const to = within.to === undefined ? Number.POSITIVE_INFINITY : momentIn(within.to)
        tests.push((row) => {
          const there = of[row] ?? Number.NaN
          return there >= from && there <= to
        })
      }
      if (hidden && hidden.size > 0) {
        const isHidden = hiddenRows(hidden)
        tests.push((row) => isHidden[row] !== 1)
      }
      return (row) => {
        for (const test of tests) if (!test(row)) return false
        return true
      }
    },
  }
  return table
}

const momentIn = (value: KeyValue): number =>
  value === null ? Number.NaN : typeof value === 'number' ? value : Date.parse(value)
