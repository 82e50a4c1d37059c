import { betweenRequests, once, type Portion, type TaskPace } from '../../shared/repeat.ts'
import type { TenantId } from '../../storage/place.ts'
import type { SearchIndex } from './search-index.ts'
import { compareWords, type SegmentDocument, WORDS_FORM, type WordEntry } from './segment.ts'
import type { SegmentStore } from './segment-store.ts'
import type { LoadedSegment } from './segment-words.ts'
import type { SearchSource, TenantIndex } from './tenant-index.ts'

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

/** So many cases may wait for a segment; a process that starts opens them at the first search. */
export const MAY_WAIT = 1_000
const MOST_IN_ONE = 4_000
const MERGED_AT = 4

interface Plan {
  /** `null` where nothing is written. */
  readonly documents: Iterable<SegmentDocument> | null
  readonly entries: AsyncIterable<WordEntry> | Iterable<WordEntry>
  readonly instead: readonly string[]
  readonly form?: number
}

export interface IndexTender {
  /**
   * @param stopping aborts between two segments
   * @param pace has it rest while people work, unless one of them waits for this very index
   */
  tend(tenant: TenantId, stopping?: AbortSignal, pace?: TaskPace): Promise<void>
}

const unpaced: TaskPace = { portion: (work) => work() }

/** @param mayWait the number of cases that may wait for a segment */
export function createIndexTender(
  index: SearchIndex,
  segments: SegmentStore,
  source: SearchSource,
  mayWait = MAY_WAIT,
): IndexTender {
  const settled = new Map<TenantId, string>()
  /** A change since then makes the unit worth a look. */
  const lookedFrom = new Map<TenantId, number>()

  /** Tells whether the index changed since; it reads two rows. */
  async function stateOf(tenant: TenantId): Promise<{ readonly state: string; readonly isSmall: boolean }> {
    const names = await segments.names(tenant)
    const newest = await source.newestChange(tenant)
    const isSmall = names.length === 0 && (await source.countChanged(tenant, mayWait)) <= mayWait
    return { state: `${newest} ${names.join(' ')}`, isSmall }
  }

  async function carryOut(
    tenant: TenantId,
    { documents, entries, instead, form }: Plan,
    portion: Portion,
  ): Promise<void> {
    if (documents) await segments.add(tenant, documents, inPortions(entries, portion), form)
    for (const name of instead) await segments.remove(tenant, name)
  }

  return {
    async tend(tenant, stopping, pace = unpaced) {
      const before = lookedFrom.get(tenant)
      if (before !== undefined && source.isUnchanged(tenant, before)) return
      const from = source.nextFrom()
      const { state, isSmall } = await stateOf(tenant)
      if (isSmall || settled.get(tenant) === state) {
        lookedFrom.set(tenant, from)
        return
      }
      const portion = portionsUntilAwaited(index, tenant, pace)
      const paced: Portion = (work) => betweenRequests(() => pace.portion(work))
      for (;;) {
        const plan = await index.inTurn(tenant, async (unit) => {
          await unit.refresh(MOST_IN_ONE, undefined, portion)
          return (
            (await portion(async () => planOfFresh(unit, mayWait) ?? planOfMerge(unit, mayWait))) ??
            (await planOfRenewal(unit, { tenant, source, portion }, mayWait))
          )
        })
        if (!plan) break
        if (stopping?.aborted) return
        // No search waits for what is written here.
        await carryOut(tenant, plan, paced)
      }
      await segments.sweep(tenant)
      settled.set(tenant, (await stateOf(tenant)).state)
    },
  }
}

/** Has portions rest while people work, until one of them waits for this very index, which the tender may hold. */
function portionsUntilAwaited(index: SearchIndex, tenant: TenantId, pace: TaskPace): Portion {
  return (work) =>
    betweenRequests(() => {
      const begin = once(work)
      return new Promise((resolve, reject) => {
        const settle = () => void begin().then(resolve, reject)
        const stop = index.onceAwaited(tenant, settle)
        pace.portion(begin).finally(stop).then(resolve, reject)
      })
    })
}

/** Yields words with so many places in one portion. */
const PLACES_IN_A_PORTION = 50_000

async function* inPortions(
  entries: AsyncIterable<WordEntry> | Iterable<WordEntry>,
  portion: Portion,
): AsyncGenerator<WordEntry> {
  const left = Symbol.asyncIterator in entries ? entries[Symbol.asyncIterator]() : entries[Symbol.iterator]()
  for (let isOver = false; !isOver; ) {
    yield* await portion(async () => {
      const some: WordEntry[] = []
      for (let places = 0; places < PLACES_IN_A_PORTION; ) {
        const next = await left.next()
        isOver = next.done === true
        if (next.done) break
        some.push(next.value)
        places += next.value.places.length
      }
      return some
    })
  }
}

function planOfFresh({ fresh, table, missing }: TenantIndex, mayWait: number): Plan | null {
  if (fresh.size < mayWait && !(missing > 0 && fresh.size > 0)) return null
  return { ...planOfWords(table, fresh), instead: [] }
}

type KnownWords = ReadonlyMap<number, { readonly mark: number; readonly words: readonly string[] }>

function planOfWords(table: TenantIndex['table'], fresh: KnownWords): Omit<Plan, 'instead'> {
  const rows = table.sort(Int32Array.from(fresh.keys()))
  const documents: SegmentDocument[] = []
  const placesOf = new Map<string, number[]>()
  for (const row of rows) {
    const known = fresh.get(row)
    if (!known) continue
    const place = documents.push({ id: table.idOf(row), mark: known.mark }) - 1
    for (const word of known.words) {
      const places = placesOf.get(word)
      if (places) places.push(place)
      else placesOf.set(word, [place])
    }
  }
  const entries = [...placesOf]
    .sort(([one], [other]) => compareWords(one, other))
    .map(([word, places]) => ({ word, places: Int32Array.from(places) }))
  return { documents, entries }
}

/**
 * Writes some cases of segments of an earlier form anew, with the words that cases are given now; removes those
 * segments once all their cases are elsewhere.
 */
async function planOfRenewal(
  { loaded, table, fresh }: TenantIndex,
  { tenant, source, portion }: { readonly tenant: TenantId; readonly source: SearchSource; readonly portion: Portion },
  most: number,
): Promise<Plan | null> {
  const old = [...loaded].filter(([, { segment }]) => segment.map.form < WORDS_FORM)
  if (old.length === 0) return null
  const isDone = new Uint8Array(table.size)
  for (const row of fresh.keys()) isDone[row] = 1
  for (const one of loaded.values())
    if (one.segment.map.form === WORDS_FORM) eachLive(one, table, (row) => (isDone[row] = 1))
  const wanted = new Set<number>()
  for (const [, one] of old) eachLive(one, table, (row) => isDone[row] === 1 || wanted.size >= most || wanted.add(row))
  if (wanted.size === 0) return { documents: null, entries: [], instead: old.map(([name]) => name) }
  const words = new Map<number, { mark: number; words: readonly string[] }>()
  for (const row of wanted) {
    const found = await portion(() => source.wordsOf(tenant, table.idOf(row)))
    words.set(row, { mark: table.markOf(row), words: found?.words ?? [] })
  }
  return { ...planOfWords(table, words), instead: [] }
}

function eachLive({ rows, marks }: LoadedSegment, table: TenantIndex['table'], take: (row: number) => void): void {
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? -1
    if (row >= 0 && table.markOf(row) === marks[place]) take(row)
  }
}

interface Weighed {
  readonly name: string
  readonly loaded: LoadedSegment
  readonly live: number
  readonly hasErased: boolean
}

function weigh(name: string, loaded: LoadedSegment, { table }: TenantIndex): Weighed {
  const { rows, marks } = loaded
  let live = 0
  let hasErased = false
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? -1
    if (row >= 0 && table.markOf(row) === marks[place]) live++
    else if (row < 0 || table.markOf(row) === 0 || table.isErased(row)) hasErased = true
  }
  return { name, loaded, live, hasErased }
}

const levelOf = ({ live }: Weighed, mayWait: number): number =>
  Math.max(0, Math.floor(Math.log(live / mayWait) / Math.log(MERGED_AT)))

/** Replans segments that hold erased or mostly outdated documents, and merges those of similar size. */
function planOfMerge(unit: TenantIndex, mayWait: number): Plan | null {
  const all = [...unit.loaded].map(([name, loaded]) => weigh(name, loaded, unit))
  const stale = all.filter(({ hasErased, live, loaded }) => hasErased || live < (loaded.rows.length * 2) / 3)
  if (stale.length > 0) return planMerging(unit, stale)
  for (const one of all) {
    const form = one.loaded.segment.map.form
    const alike = all.filter(
      (other) => levelOf(other, mayWait) === levelOf(one, mayWait) && other.loaded.segment.map.form === form,
    )
    if (alike.length >= MERGED_AT) return planMerging(unit, alike)
  }
  return null
}

function planMerging({ table }: TenantIndex, chosen: readonly Weighed[]): Plan {
  const from = new Int16Array(table.size)
  const placeIn = new Int32Array(table.size)
  for (const [at, { loaded }] of chosen.entries()) {
    const { rows, marks } = loaded
    for (let place = 0; place < rows.length; place++) {
      const row = rows[place] ?? -1
      // A process that crashed between two writes may have left a case in two segments.
      if (row < 0 || from[row] !== 0 || table.markOf(row) !== marks[place]) continue
      from[row] = at + 1
      placeIn[row] = place
    }
  }
  const amount = chosen.reduce((sum, { live }) => sum + live, 0)
  const rows = new Int32Array(amount)
  const marks = new Uint32Array(amount)
  const placeOf = chosen.map(({ loaded }) => new Int32Array(loaded.rows.length).fill(-1))
  let size = 0
  for (let rank = 0; rank < table.size; rank++) {
    const row = table.rowAt(rank)
    const source = placeOf[(from[row] ?? 0) - 1]
    if (!source) continue
    rows[size] = row
    marks[size] = table.markOf(row)
    source[placeIn[row] ?? 0] = size++
  }
  function* documents(): Generator<SegmentDocument> {
    for (let at = 0; at < size; at++) yield { id: table.idOf(rows[at] ?? 0), mark: marks[at] ?? 0 }
  }
  const sources = chosen.map(({ loaded }, at) => ({
    words: loaded.segment.walk(),
    placeOf: placeOf[at] ?? new Int32Array(0),
  }))
  const form = Math.min(...chosen.map(({ loaded }) => loaded.segment.map.form))
  return { documents: documents(), entries: mergeEntries(sources), instead: chosen.map(({ name }) => name), form }
}
