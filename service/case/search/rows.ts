/** One bit for each row of a table, or for each rank. */
export type Bits = Uint32Array<ArrayBuffer>

export const bitsOf = (size: number): Bits => new Uint32Array((size + 31) >>> 5)

export function allBits(size: number): Bits {
  const bits = bitsOf(size).fill(0xffffffff)
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1
  return bits
}

export const hasBit = (bits: Bits, at: number): boolean => ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

export function countBits(bits: Bits): number {
  let count = 0
  for (let at = 0; at < bits.length; at++) count += countOnes(bits[at] ?? 0)
  return count
}

/** Adds neighbours in parallel: pairs, then fours, then bytes, whose sum is in the highest byte. */
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

/** Keeps the bits that the others have too. */
export function keepBits(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) & (others[at] ?? 0)
  return bits
}

export function addBits(bits: Bits, others: Bits): Bits {
  for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (others[at] ?? 0)
  return bits
}

/** Yields the highest first, until `take` returns false. */
export function eachFromHighest(bits: Bits, take: (at: number) => boolean): void {
  for (let place = bits.length - 1; place >= 0; place--) {
    let word = bits[place] ?? 0
    while (word !== 0) {
      const bit = 31 - Math.clz32(word)
      if (!take(place * 32 + bit)) return
      word &= ~(1 << bit)
    }
  }
}

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

/** A step requires some words and excludes others, given by their places from the rarest on. */
export interface Step {
  readonly having: readonly number[]
  readonly lacking: readonly number[]
}

/**
 * Returns the steps of a search; each case belongs to at most one: first all words, then without the commonest, and so
 * on, then the same without the rarest. Of more than three words, half must match.
 */
export function stepsFor(words: number): readonly Step[] {
  const least = words <= 3 ? 1 : Math.ceil(words / 2)
  const places = Array.from({ length: words }, (_, at) => at)
  const steps = places.flatMap((first) =>
    places.slice(first).map((_, fewer) => {
      const last = words - fewer
      return {
        having: places.slice(first, last),
        lacking: [...places.slice(0, first), ...places.slice(last, last + 1)],
      }
    }),
  )
  return steps.filter(({ having }) => having.length >= least)
}

/** The ranks of the cases of each word: those that contain it, and those with what is near it. */
export interface RanksOfWords {
  readonly of: readonly Bits[]
  readonly near: readonly Bits[]
}

/**
 * Finds the newest cases of each place of a search. Each step has two places: for the cases that contain its words, and
 * for those that contain what is near one of them. Places are left empty once `most` cases are found.
 * @param order the words of the steps
 * @param from the first place of the page, and the rank below which it continues there
 * @param fits the ranks that may be found
 */
export function ranksBySteps(
  { of, near }: RanksOfWords,
  order: readonly number[],
  from: { readonly step: number; readonly behind: number },
  most: number,
  fits: Bits,
): readonly (readonly number[])[] {
  const found: number[][] = []
  let amount = 0
  for (const { having, lacking } of stepsFor(order.length)) {
    const bitsAt = (words: readonly Bits[], places: readonly number[]) =>
      places.flatMap((place) => words[order[place] ?? -1] ?? [])
    const [exact, alike, not] = [bitsAt(of, having), bitsAt(near, having), bitsAt(near, lacking)]
    for (const parts of [
      { all: exact, not, notAll: [] },
      { all: alike, not, notAll: exact },
    ]) {
      const place = found.length
      const below = place === from.step ? from.behind : Number.MAX_SAFE_INTEGER
      const ranks = place < from.step || amount >= most ? [] : newestWith({ fits, ...parts }, below, most)
      amount += ranks.length
      found.push(ranks)
    }
  }
  return found
}

interface Wanted {
  readonly fits: Bits
  readonly all: readonly Bits[]
  readonly not: readonly Bits[]
  /** One of these is missing, if there are any. */
  readonly notAll: readonly Bits[]
}

function newestWith({ fits, all, not, notAll }: Wanted, below: number, most: number): number[] {
  const ranks: number[] = []
  for (let at = Math.min(fits.length - 1, Math.floor(below / 32)); at >= 0 && ranks.length < most; at--) {
    let left = fits[at] ?? 0
    for (let n = 0; n < all.length && left !== 0; n++) left &= all[n]?.[at] ?? 0
    for (let n = 0; n < not.length && left !== 0; n++) left &= ~(not[n]?.[at] ?? 0)
    if (left !== 0 && notAll.length > 0) left &= ~notAll.reduce((every, one) => every & (one[at] ?? 0), -1)
    while (left !== 0 && ranks.length < most) {
      const bit = 31 - Math.clz32(left)
      left &= ~(1 << bit)
      if (at * 32 + bit < below) ranks.push(at * 32 + bit)
    }
  }
  return ranks
}
