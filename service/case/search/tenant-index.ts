import { betweenRequests, type Portion } from '../../shared/repeat.ts'
import type { IndexRow, Page } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { type CaseColumns, type CaseTable, createCaseTable, type Narrowing, type Rank } from './case-table.ts'
import { createFreshWords, type FreshWords } from './case-words.ts'
import { type Bits, clearBit, eachFromHighest, hasBit, setBit } from './rows.ts'
import { openSegment, readDocuments, type SegmentDocument } from './segment.ts'
import type { SegmentStore } from './segment-store.ts'
import {
  type KeptWords,
  keepWords,
  type LoadedSegment,
  MOST_WORDS,
  masksOf,
  segmentRows,
  segmentWords,
  type WantedWord,
  type WordMasks,
} from './segment-words.ts'

export interface SearchSource {
  readonly columns: CaseColumns
  /** Whether other processes change cases too, whose changes and segments may come late. */
  readonly hasOtherWriters: boolean
  /**
   * Returns rows in the order in which the cases changed.
   * @param since milliseconds; `null` returns all of them
   */
  changed(tenant: TenantId, since: number | null, after: string | null, limit: number): Promise<Page<IndexRow>>
  /** Returns the first rows, which may have been read for somebody else since `begun` (`performance.now`). */
  changedLately(tenant: TenantId, since: number, begun: number): Promise<Page<IndexRow>>
  /** Returns from where the next look must read, if it is asked for before this one reads. */
  nextFrom(): number
  /** Whether it is sure that no case changed since then, from where `nextFrom` had the next look read. */
  isUnchanged(tenant: TenantId, since: number): boolean
  /** Returns the moment of the last change in milliseconds, or 0 if there are no cases. */
  newestChange(tenant: TenantId): Promise<number>
  countChanged(tenant: TenantId, most: number): Promise<number>
  /** Returns the words of a case as it is now, and their mark, or `null` if there is no such case. */
  wordsOf(tenant: TenantId, id: string): Promise<{ readonly mark: number; readonly words: readonly string[] } | null>
}

/** A search queries this view while the index does not change. Ranks identify cases; the newest has the highest. */
export interface IndexView {
  readonly size: number
  /**
   * What is hidden, or of another category than those asked for, has no part in the result, so nobody learns from it
   * which words such cases contain.
   * @param words at most `MOST_WORDS`
   */
  masks(words: readonly WantedWord[], narrowing?: Pick<Narrowing, 'hidden' | 'narrow' | 'readBy'>): Promise<WordMasks>
  /** Returns the ranks that fit. */
  fitting(narrowing: Narrowing): Bits
  idAt(rank: number): string
  placeAt(rank: number): Rank
  rankBefore(place: Rank): number
}

/** One process holds a tenant's index in memory, and its callers use it one after another. */
export interface TenantIndex {
  readonly table: CaseTable
  readonly loaded: ReadonlyMap<string, LoadedSegment>
  readonly fresh: FreshWords['byRow']
  readonly missing: number
  readonly bytes: number
  /**
   * Takes in what changed.
   * @param most the number of cases to open, newest first
   * @param begun looks only near, for a request that began then (`performance.now`): the rest is left to `isBehind`
   * @param portion what there is to do is done in portions
   */
  refresh(most: number, begun?: number, portion?: Portion): Promise<void>
  /** Whether late changes and new segments of other processes were not looked for lately. */
  readonly isBehind: boolean
  view(): IndexView
}

const PAGE = 500
const OPENED_AT_ONCE = 16

/** Clocks of processes may differ, and writes may take time, by this many milliseconds. */
const LATE = 2 * 60_000
/** Late changes are rare, so most refreshes look back only this far (milliseconds), and farther now and then. */
const SELDOM_LATE = 10_000

interface IndexState {
  readonly tenant: TenantId
  readonly source: SearchSource
  readonly segments: SegmentStore
  readonly table: CaseTable
  readonly loaded: Map<string, LoadedSegment>
  readonly fresh: FreshWords
  readonly missing: Set<number>
  readonly kept: KeptWords
  /** The next look reads what changed from there on. */
  from: number | null
  /** The process reads it from its own clock. */
  lookedFarAt: number
}

export function createTenantIndex(tenant: TenantId, source: SearchSource, segments: SegmentStore): TenantIndex {
  const table = createCaseTable(source.columns)
  const loaded = new Map<string, LoadedSegment>()
  const fresh = createFreshWords()
  const missing = new Set<number>()
  const kept = keepWords()
  const state: IndexState = {
    ...{ tenant, source, segments, table, loaded, fresh, missing, kept },
    ...{ from: null, lookedFarAt: 0 },
  }

  return {
    table,
    loaded,
    fresh: fresh.byRow,
    get missing() {
      return missing.size
    },
    get bytes() {
      let bytes = table.bytes + fresh.size * 60 + missing.size * 40 + kept.rows.bytes + kept.lists.bytes
      for (const { rows } of loaded.values()) bytes += rows.length * 8 + 50_000
      return bytes
    },

    get isBehind() {
      return isBehind(state)
    },

    async refresh(most, begun, portion = betweenRequests) {
      const isFirst = state.from === null
      const isNear = begun !== undefined && !isFirst
      const isCurrent = isNear && state.from !== null && source.isUnchanged(tenant, state.from)
      if (!isCurrent) await takeChanges(state, isNear ? begun : null, portion)
      if (!isNear) {
        const orphaned = await takeSegments(state, portion)
        findMissing(state, isFirst ? everyRow(table.size) : orphaned)
      }
      if (missing.size > 0) await openMissing(state, most, portion)
    },

    view: () => viewOf(state),
  }
}

const isBehind = ({ source, lookedFarAt }: IndexState): boolean =>
  source.hasOtherWriters && Date.now() - lookedFarAt > SELDOM_LATE

async function takeChanges(state: IndexState, near: number | null, portion: Portion): Promise<void> {
  const { tenant, source, table, fresh, missing, from } = state
  const next = source.nextFrom()
  const now = Date.now()
  const isFirst = from === null
  const isFar = near === null && isBehind(state)
  const since = isFar && !isFirst ? state.lookedFarAt - LATE : from
  let after: string | null = null
  do {
    const isLately = near !== null && since !== null && after === null
    const page: Page<IndexRow> = isLately
      ? await source.changedLately(tenant, since, near)
      : await portion(() => source.changed(tenant, since, after, PAGE))
    for (const row of page.items) {
      const changed = table.take(row)
      if (changed >= 0 && !isFirst) {
        fresh.forget(changed)
        missing.add(changed)
        for (const { current, lowest } of state.loaded.values()) clearBit(current, changed - lowest)
      }
    }
    after = page.nextCursor
  } while (after)
  state.from = next
  if (isFar || isFirst) state.lookedFarAt = now
  if (isFirst) table.renumber()
  table.order()
}

/** @returns the rows of segments that are gone */
async function takeSegments(state: IndexState, portion: Portion): Promise<readonly number[]> {
  const { tenant, segments, loaded } = state
  const names = new Set(await segments.names(tenant))
  for (const name of names) if (!loaded.has(name)) await load(state, name, portion)
  const orphaned: number[] = []
  for (const [name, { rows }] of loaded) {
    if (names.has(name)) continue
    loaded.delete(name)
    state.kept.rows.forget(name)
    state.kept.lists.forget(name)
    for (const row of rows) if (row >= 0) orphaned.push(row)
  }
  return orphaned
}

async function load(state: IndexState, name: string, portion: Portion): Promise<void> {
  const { tenant, segments, table, loaded, kept } = state
  const found = await segments.find(tenant, name)
  if (!found) return
  const rows = new Int32Array(found.map.documents)
  const marks = new Uint32Array(found.map.documents)
  const take = ({ id, mark }: SegmentDocument, place: number) => {
    rows[place] = table.rowOf(id) ?? -1
    marks[place] = mark
  }
  await readDocuments(found.map, found.read, take, portion)
  const segment = await openSegment(found.map, found.read)
  const own = segmentRows(rows)
  const one = { ...own, segment, words: segmentWords(name, segment, own, kept), marks }
  loaded.set(name, one)
  cover(state, one)
}

/** Marks the documents of a segment as indexed and drops their fresh words. */
function cover({ table, fresh, missing }: IndexState, { rows, marks, lowest, current }: LoadedSegment): void {
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? -1
    if (row < 0 || table.markOf(row) !== marks[place]) continue
    setBit(current, row - lowest)
    missing.delete(row)
    if (fresh.byRow.has(row)) fresh.forget(row)
  }
}

function* everyRow(size: number): Generator<number> {
  for (let row = 0; row < size; row++) yield row
}

/** Finds which of these rows have words that neither a segment nor the memory has. */
function findMissing({ table, fresh, missing, loaded }: IndexState, rows: Iterable<number>): void {
  const segments = [...loaded.values()]
  for (const row of rows) {
    const mark = table.markOf(row)
    const isKnown =
      mark === 0 ||
      segments.some(({ current, lowest }) => hasBit(current, row - lowest)) ||
      fresh.byRow.get(row)?.mark === mark
    if (!isKnown) missing.add(row)
  }
}

async function openMissing(state: IndexState, most: number, portion: Portion): Promise<void> {
  const { table, missing } = state
  const wanted = [...missing].sort((one, other) => table.momentOf(other) - table.momentOf(one)).slice(0, most)
  for (let at = 0; at < wanted.length; at += OPENED_AT_ONCE) {
    const some = wanted.slice(at, at + OPENED_AT_ONCE)
    await portion(() => Promise.all(some.map((row) => openWords(state, row))))
  }
}

async function openWords({ tenant, source, table, fresh, missing }: IndexState, row: number): Promise<void> {
  const found = await source.wordsOf(tenant, table.idOf(row))
  missing.delete(row)
  if (found && table.markOf(row) !== 0) fresh.remember(row, { words: found.words, mark: table.markOf(row) })
}

function viewOf(state: IndexState): IndexView {
  const { table } = state
  return {
    size: table.size,
    masks: (words, narrowing) => masksOf(state, words.slice(0, MOST_WORDS), narrowing),
    fitting: (narrowing) => table.ranksOf(table.fitting(narrowing)),
    idAt: (rank) => table.idOf(table.rowAt(rank)),
    placeAt(rank) {
      const row = table.rowAt(rank)
      return { moment: table.momentOf(row), id: table.idOf(row) }
    },
    rankBefore: (place) => table.rankBefore(place),
  }
}

export interface AlikeCase {
  readonly id: string
  /** How many telling words both have. */
  readonly shared: number
  /** The share of what the words of the one tell, from 0 to 1. */
  readonly likeness: number
}

/** A word in more of the cases than this tells nothing, except in a unit with few. */
const MOST_SHARE = 0.03
const FEW = 10

/**
 * By chance two complaints share less. Of 200 invented ones of one sentence each, on 40 subjects, it finds one for every
 * second, and half of those are on the same subject (`tests/search-quality`).
 */
const LEAST_LIKENESS = 0.25
const LEAST_SHARED = 2

/**
 * Finds cases that share telling words with one, the likest first. A word tells the more, the fewer cases have it, so
 * words that everybody writes count nothing in any language.
 * @param words those of one text
 */
export async function findAlike(
  view: IndexView,
  words: readonly string[],
  narrowing: Narrowing,
): Promise<readonly AlikeCase[]> {
  const found = new Map<number, { shared: number; weight: number }>()
  let whole = 0
  for (let at = 0; at < words.length; at += MOST_WORDS) {
    const some = words.slice(at, at + MOST_WORDS).map((word) => ({ forms: [word], typed: null, categories: [] }))
    const { of, cases, visible } = await view.masks(some, narrowing)
    const most = Math.max(FEW, visible * MOST_SHARE)
    const weights = cases.map((having) => (having === 0 || having > most ? 0 : Math.log((visible + FEW) / having)))
    whole += weights.reduce((sum, weight) => sum + weight, 0)
    for (const [place, weight] of weights.entries()) {
      const ranks = of[place]
      if (weight === 0 || !ranks) continue
      eachFromHighest(ranks, (rank) => {
        const before = found.get(rank) ?? { shared: 0, weight: 0 }
        found.set(rank, { shared: before.shared + 1, weight: before.weight + weight })
        return true
      })
    }
  }
  const fits = view.fitting(narrowing)
  return [...found]
    .filter(([, { shared, weight }]) => shared >= LEAST_SHARED && weight >= whole * LEAST_LIKENESS)
    .filter(([rank]) => hasBit(fits, rank))
    .map(([rank, { shared, weight }]) => ({ id: view.idAt(rank), shared, likeness: weight / whole }))
    .sort((one, other) => other.likeness - one.likeness)
}
