import { giveWay } from '../../shared/repeat.ts'
import type { IndexRow, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/tenant-id.ts'
import { type CaseColumns, type CaseTable, createCaseTable, type Narrowing, type Rank } from './case-table.ts'
import { openSegment, readDocuments, type Segment } from './segment.ts'
import type { SegmentStore } from './segment-store.ts'

export interface SearchSource {
  readonly columns: CaseColumns
  /**
   * Returns rows in the order in which the cases changed.
   * @param since milliseconds; `null` returns all of them
   */
  changed(tenant: TenantId, since: number | null, after: string | null, limit: number): Promise<Page<IndexRow>>
  /** Returns the moment of the last change in milliseconds, or 0 if there are no cases. */
  newestChange(tenant: TenantId): Promise<number>
  countChanged(tenant: TenantId, most: number): Promise<number>
  /** Returns the words of a case as it is now, and their mark, or `null` if there is no such case. */
  wordsOf(tenant: TenantId, id: string): Promise<{ readonly mark: number; readonly words: readonly string[] } | null>
}

export interface WordMasks {
  /** The index is the rank; bit n is set where the case contains a form of word n. */
  readonly of: Uint8Array
  readonly cases: readonly number[]
}

export const MOST_WORDS = 8

/** A search queries this view while the index does not change. Ranks identify cases; the newest has the highest. */
export interface IndexView {
  readonly size: number
  /** @param words each with its equivalent forms; at most `MOST_WORDS` */
  masks(words: readonly (readonly string[])[]): Promise<WordMasks>
  fits(narrowing: Narrowing): (rank: number) => boolean
  idAt(rank: number): string
  placeAt(rank: number): Rank
  rankBefore(place: Rank): number
}

/** For a segment in memory, `rows` gives the row of each of its documents and `marks` the text that was indexed. */
export interface LoadedSegment {
  readonly segment: Segment
  /** The index is the place of a document; -1 means that its case is unknown. */
  readonly rows: Int32Array
  readonly marks: Uint32Array
}

interface FreshWords {
  readonly mark: number
  readonly words: readonly string[]
}

/** One process holds a tenant's index in memory, and its callers use it one after another. */
export interface UnitIndex {
  readonly table: CaseTable
  readonly loaded: ReadonlyMap<string, LoadedSegment>
  readonly fresh: ReadonlyMap<number, FreshWords>
  readonly missing: number
  readonly bytes: number
  /**
   * Takes in what changed.
   * @param most the number of cases to open, newest first
   */
  refresh(most: number): Promise<void>
  view(): IndexView
}

const PAGE = 500
const OPENED_AT_ONCE = 16

/** Clocks of processes may differ, and writes may take time, by this many milliseconds. */
const LATE = 2 * 60_000
/** Late changes are rare, so most refreshes look back only this far (milliseconds), and farther now and then. */
const SELDOM_LATE = 10_000

export function createUnitIndex(tenant: TenantId, source: SearchSource, segments: SegmentStore): UnitIndex {
  const table = createCaseTable(source.columns)
  const loaded = new Map<string, LoadedSegment>()
  const fresh = new Map<number, FreshWords>()
  const freshByWord = new Map<string, Set<number>>()
  let missing = new Set<number>()
  let freshSize = 0
  /** This is a time of the process's own clock. */
  let lookedAt: number | null = null
  let lookedFarAt = 0

  function forget(row: number): void {
    const known = fresh.get(row)
    if (!known) return
    fresh.delete(row)
    freshSize -= known.words.length
    for (const word of known.words) {
      const rows = freshByWord.get(word)
      rows?.delete(row)
      if (rows?.size === 0) freshByWord.delete(word)
    }
  }

  function remember(row: number, words: FreshWords): void {
    forget(row)
    fresh.set(row, words)
    freshSize += words.words.length
    for (const word of words.words) {
      const rows = freshByWord.get(word)
      if (rows) rows.add(row)
      else freshByWord.set(word, new Set([row]))
    }
  }

  async function takeChanges(): Promise<void> {
    const now = Date.now()
    const isFirst = lookedAt === null
    const isFar = now - lookedFarAt > SELDOM_LATE
    const since = lookedAt === null ? null : isFar ? lookedFarAt - LATE : lookedAt - SELDOM_LATE
    let after: string | null = null
    do {
      const page: Page<IndexRow> = await source.changed(tenant, since, after, PAGE)
      for (const row of page.items) {
        const changed = table.take(row)
        if (changed >= 0 && !isFirst) {
          forget(changed)
          missing.add(changed)
        }
      }
      after = page.nextCursor
      if (after) await giveWay(1)
    } while (after)
    lookedAt = now
    if (isFar || isFirst) lookedFarAt = now
    if (isFirst) {
      table.renumber()
      findMissing()
    }
    table.order()
  }

  async function load(name: string): Promise<void> {
    const found = await segments.find(tenant, name)
    if (!found) return
    const rows = new Int32Array(found.map.documents)
    const marks = new Uint32Array(found.map.documents)
    await readDocuments(found.map, found.read, ({ id, mark }, place) => {
      rows[place] = table.rowOf(id) ?? -1
      marks[place] = mark
    })
    loaded.set(name, { segment: await openSegment(found.map, found.read), rows, marks })
    cover(rows, marks)
  }

  /** Marks the documents of a segment as indexed and drops their fresh words. */
  function cover(rows: Int32Array, marks: Uint32Array): void {
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? -1
      if (row < 0 || table.markOf(row) !== marks[place]) continue
      missing.delete(row)
      if (fresh.has(row)) forget(row)
    }
  }

  function findMissing(): void {
    missing = new Set()
    for (let row = 0; row < table.size; row++) {
      const mark = table.markOf(row)
      if (mark !== 0 && fresh.get(row)?.mark !== mark) missing.add(row)
    }
    for (const { rows, marks } of loaded.values()) cover(rows, marks)
  }

  async function takeSegments(): Promise<void> {
    const names = new Set(await segments.names(tenant))
    for (const name of names) if (!loaded.has(name)) await load(name)
    const gone = [...loaded.keys()].filter((name) => !names.has(name))
    for (const name of gone) loaded.delete(name)
    if (gone.length > 0) findMissing()
  }

  async function openMissing(most: number): Promise<void> {
    const wanted = [...missing].sort((one, other) => table.momentOf(other) - table.momentOf(one)).slice(0, most)
    for (let at = 0; at < wanted.length; at += OPENED_AT_ONCE) {
      await Promise.all(wanted.slice(at, at + OPENED_AT_ONCE).map(openWords))
      await giveWay(1)
    }
  }

  async function openWords(row: number): Promise<void> {
    const found = await source.wordsOf(tenant, table.idOf(row))
    missing.delete(row)
    if (found && table.markOf(row) !== 0) remember(row, { words: found.words, mark: table.markOf(row) })
  }

  /**
   * Sets the bit of a word in the mask of each case that contains it.
   * @returns how many masks lacked it
   */
  async function markWord(word: string, bit: number, masks: Uint8Array): Promise<number> {
    let cases = 0
    const { marks: current, rankOf } = table.columns()
    for (const { segment, rows, marks } of loaded.values()) {
      await segment.eachPlaceOf(word, (place) => {
        const row = rows[place] ?? -1
        if (row < 0 || current[row] !== marks[place]) return
        const rank = rankOf ? (rankOf[row] ?? 0) : row
        const mask = masks[rank] ?? 0
        if ((mask & bit) !== 0) return
        masks[rank] = mask | bit
        cases++
      })
    }
    for (const row of freshByWord.get(word) ?? []) {
      const rank = table.rankOf(row)
      const mask = masks[rank] ?? 0
      if ((mask & bit) !== 0) continue
      masks[rank] = mask | bit
      cases++
    }
    return cases
  }

  return {
    table,
    loaded,
    fresh,
    get missing() {
      return missing.size
    },
    get bytes() {
      let bytes = table.bytes + freshSize * 60 + missing.size * 40
      for (const { rows } of loaded.values()) bytes += rows.length * 8 + 50_000
      return bytes
    },

    async refresh(most) {
      await takeChanges()
      await takeSegments()
      if (missing.size > 0) await openMissing(most)
    },

    view: () => ({
      size: table.size,
      async masks(words) {
        const of = new Uint8Array(table.size)
        const cases: number[] = []
        for (const [at, forms] of words.slice(0, MOST_WORDS).entries()) {
          let having = 0
          for (const form of new Set(forms)) having += await markWord(form, 1 << at, of)
          cases.push(having)
        }
        return { of, cases }
      },
      fits(narrowing) {
        const fits = table.fits(narrowing)
        return (rank) => fits(table.rowAt(rank))
      },
      idAt: (rank) => table.idOf(table.rowAt(rank)),
      placeAt(rank) {
        const row = table.rowAt(rank)
        return { moment: table.momentOf(row), id: table.idOf(row) }
      },
      rankBefore: (place) => table.rankBefore(place),
    }),
  }
}
