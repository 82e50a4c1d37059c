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
  beginning(text: string): readonly string[]
}

export function createFreshWords(): FreshWords {
  const byRow = new Map<number, WordsOfRow>()
  const byWord = new Map<string, Set<number>>()
  /** Their words are in `byWord` only once somebody searches; a segment mostly takes them before. */
  const unsearched = new Set<number>()
  let size = 0

  function searched(): ReadonlyMap<string, ReadonlySet<number>> {
    for (const row of unsearched) {
      for (const word of byRow.get(row)?.words ?? []) {
        const rows = byWord.get(word)
        if (rows) rows.add(row)
        else byWord.set(word, new Set([row]))
      }
    }
    unsearched.clear()
    return byWord
  }

  function forget(row: number): void {
    const known = byRow.get(row)
    if (!known) return
    byRow.delete(row)
    size -= known.words.length
    if (unsearched.delete(row)) return
    for (const word of known.words) {
      const rows = byWord.get(word)
      rows?.delete(row)
      if (rows?.size === 0) byWord.delete(word)
    }
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
    rowsWith: (word) => searched().get(word) ?? [],
    has: (word) => searched().has(word),
    beginning: (text) => [...searched().keys()].filter((word) => word.startsWith(text)),
  }
}
