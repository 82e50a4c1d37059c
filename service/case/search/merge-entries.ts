import { compareWords, type WordEntry } from './segment.ts'

export interface MergedSource {
  readonly words: AsyncGenerator<readonly WordEntry[]>
  /**
   * The index is the old place of a document and the value the new one; -1 leaves it out. Values rise apart from that.
   */
  readonly placeOf: Int32Array
}

interface OpenSource extends MergedSource {
  some: readonly WordEntry[]
  at: number
}

/** Yields each word of several sources once, in order, with all documents that contain it. */
export async function* mergeEntries(sources: readonly MergedSource[]): AsyncGenerator<WordEntry> {
  let left: OpenSource[] = sources.map((source) => ({ ...source, some: [], at: 0 }))
  for (;;) {
    for (const one of left) if (one.at >= one.some.length) await advance(one)
    left = left.filter(({ at, some }) => at < some.length)
    const word = findLeast(left)
    if (word === null) return
    const found: Int32Array[] = []
    for (const one of left) {
      const entry = one.some[one.at]
      if (entry?.word !== word) continue
      one.at++
      const places = movePlaces(entry.places, one.placeOf)
      if (places.length > 0) found.push(places)
    }
    const [only, ...others] = found
    if (only) yield { word, places: others.length === 0 ? only : mergePlaces(found) }
  }
}

async function advance(source: OpenSource): Promise<void> {
  do {
    const next = await source.words.next()
    source.some = next.done ? [] : next.value
    source.at = 0
    if (next.done) return
  } while (source.some.length === 0)
}

function findLeast(sources: readonly OpenSource[]): string | null {
  let word: string | null = null
  for (const { some, at } of sources) {
    const next = some[at]?.word
    if (next !== undefined && (word === null || compareWords(next, word) < 0)) word = next
  }
  return word
}

function movePlaces(places: Int32Array, placeOf: Int32Array): Int32Array {
  const kept = new Int32Array(places.length)
  let size = 0
  for (const place of places) {
    const to = placeOf[place] ?? -1
    if (to >= 0) kept[size++] = to
  }
  return kept.subarray(0, size)
}

function mergePlaces(lists: readonly Int32Array[]): Int32Array {
  const all = new Int32Array(lists.reduce((sum, { length }) => sum + length, 0))
  let size = 0
  for (const list of lists) {
    all.set(list, size)
    size += list.length
  }
  return all.sort()
}
