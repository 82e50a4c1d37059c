interface WordsOfRow {
  readonly mark: number
  readonly words: readonly string[]
}

/** Holds the words of cases that no segment has yet. */
export interface FreshWords {
  readonly byRow: ReadonlyMap<number, WordsOfRow>
  /** This counts the words of all rows. */
  readonly size: number
  remember(row: number, words: WordsOfRow): void
  forget(row: number): void
  rowsWith(word: string): Iterable<number>
  has(word: string): boolean
  /** @param text at least `HEAD` letters */
  beginning(text: string): readonly string[]
}

/** Words lie together that begin with the same letters, so that a beginning is looked for among few. */
const HEAD = 3

const noWords: ReadonlyMap<string, ReadonlySet<number>> = new Map()

export function createFreshWords(): FreshWords {
  const byRow = new Map<number, WordsOfRow>()
  const byHead = new Map<string, Map<string, Set<number>>>()
  /** Their words are in `byHead` only once somebody searches; a segment mostly takes them before. */
  const unsearched = new Set<number>()
  let size = 0

  const headOf = (word: string): string => word.slice(0, HEAD)

  function add(word: string, row: number): void {
    const words = byHead.get(headOf(word)) ?? new Map<string, Set<number>>()
    byHead.set(headOf(word), words.set(word, (words.get(word) ?? new Set()).add(row)))
  }

  function remove(word: string, row: number): void {
    const words = byHead.get(headOf(word))
    const rows = words?.get(word)
    rows?.delete(row)
    if (rows?.size === 0) words?.delete(word)
    if (words?.size === 0) byHead.delete(headOf(word))
  }

  /** Returns the words that begin like this one, with their rows. */
  function searched(word: string): ReadonlyMap<string, ReadonlySet<number>> {
    for (const row of unsearched) for (const one of byRow.get(row)?.words ?? []) add(one, row)
    unsearched.clear()
    return byHead.get(headOf(word)) ?? noWords
  }

  function forget(row: number): void {
    const known = byRow.get(row)
    if (!known) return
    byRow.delete(row)
    size -= known.words.length
    if (unsearched.delete(row)) return
    for (const word of known.words) remove(word, row)
  }

  return {
    byRow,
    get size() {
      return size
    },
    forget,
    remember(row, words) {
      forget(row)
      byRow.set(row, words)
      size += words.words.length
      unsearched.add(row)
    },
    rowsWith: (word) => searched(word).get(word) ?? [],
    has: (word) => searched(word).has(word),
    beginning: (text) => [...searched(text).keys()].filter((word) => word.startsWith(text)),
  }
}
