import { type Collection, InvalidCursor } from '../../storage/collection.ts'
import type { TenantId } from '../../storage/place.ts'
import { cursorOf, placeOf } from '../../storage/queries.ts'
import type { CaseColumns, Narrowing } from '../search/case-table.ts'
import { type Bits, countBits, eachFromHighest, keepBits, ranksBySteps, stepsFor } from '../search/rows.ts'
import { type SearchIndex, wroteSince } from '../search/search-index.ts'
import type { WantedWord, WordMasks } from '../search/segment-words.ts'
import { type AlikeCase, findAlike, type IndexView, type SearchSource } from '../search/tenant-index.ts'
import { type AskedWord, nameWords, parseSearch } from '../words/search-words.ts'
import type { KeptComplaint, RecentChanges, SearchFilter } from './kept-complaint.ts'
import type { GuardedCases } from './tenant-guards.ts'

export interface SearchQuery extends SearchFilter {
  readonly after?: string
  readonly limit: number
}

/** Cases with every word come first, then those with what is near to every word, then those with some. */
export interface FoundCases {
  readonly ids: readonly string[]
  /** This many items at the end of the page have only some of the words. */
  readonly partial: number
  readonly nextCursor: string | null
}

const narrowedBy = ['status', 'category', 'handler', 'runs', 'channel', 'outcome', 'stars', 'timeliness'] as const

export const searchedKeys = ['wordsMark', 'erasedAt', 'receivedAt', 'dueAt', ...narrowedBy] as const

const columns: CaseColumns = {
  keys: ['changedAt', ...searchedKeys],
  narrowedBy,
  newestBy: 'receivedAt',
  moments: ['receivedAt', 'dueAt'],
  mark: 'wordsMark',
  erased: 'erasedAt',
}

/** @param wordsOf opens a case */
export const searchSource = (
  kept: Collection<KeptComplaint>,
  recent: RecentChanges,
  wordsOf: (complaint: KeptComplaint) => Promise<readonly string[]>,
): SearchSource => ({
  columns,
  hasOtherWriters: kept.writers !== 'this process',
  nextFrom: () => recent.nextFrom(),
  isUnchanged: (tenant, since) => kept.writers === 'this process' && !wroteSince(tenant, since),
  changedLately: (tenant, since, begun) => recent.read(tenant, 'index', since, begun),
  changed: (tenant, since, after, limit) =>
    kept.rows(tenant, {
      index: 'changed',
      ...(since !== null && { range: { from: since } }),
      ...(after && { after }),
      limit,
    }),
  async newestChange(tenant) {
    const { items } = await kept.rows(tenant, { index: 'changed', order: 'descending', limit: 1 })
    return Number(items[0]?.values[0] ?? 0)
  },
  countChanged: (tenant, most) => kept.count(tenant, { index: 'changed' }, most),
  async wordsOf(tenant, id) {
    const found = await kept.get(tenant, id)
    return found && { mark: found.wordsMark ?? 1, words: await wordsOf(found) }
  },
})

const SCOPE = 'complaints?words'

export type ComplaintSearch = ReturnType<typeof complaintSearch>

export function complaintSearch(index: SearchIndex, guarded: Pick<GuardedCases, 'numbersBearing'>) {
  const narrowing = async (tenant: TenantId, { without = [], named: _, bearing: __, ...filter }: SearchFilter) => {
    const hidden = await guarded.numbersBearing(tenant, without)
    return { ...filter, hidden } satisfies Narrowing
  }

  return {
    async search(tenant: TenantId, text: string, { after, limit, ...filter }: SearchQuery): Promise<FoundCases> {
      const begunAt = performance.now()
      const asked = wantedIn(text, filter)
      const narrowed = await narrowing(tenant, filter)
      const begun = after === undefined ? null : placeIn(after, asked.length)
      return index.ask(
        tenant,
        async (view) => {
          const masks = await view.masks(asked, narrowed)
          const order = begun?.order ?? rarestFirst(masks)
          const behind = begun && begun.after !== '' ? rankBehind(view, begun.after) : view.size
          const from = { step: begun?.step ?? 0, behind }
          const found = ranksBySteps(masks, order, from, limit + 1, await fitsBearing(view, narrowed, filter))
          return pageOf(view, found, { from: from.step, order, limit, isWhole: order.length === asked.length })
        },
        begunAt,
      )
    },

    async countFound(tenant: TenantId, text: string, filter: SearchFilter, most: number): Promise<number> {
      const asked = wantedIn(text, filter)
      if (asked.length === 0) return 0
      const narrowed = await narrowing(tenant, filter)
      return index.ask(tenant, async (view) => {
        const { near } = await view.masks(asked, narrowed)
        const found = near.reduce(keepBits, await fitsBearing(view, narrowed, filter))
        return Math.min(countBits(found), most + 1)
      })
    },

    async alike(tenant: TenantId, words: readonly string[], filter: SearchFilter): Promise<readonly AlikeCase[]> {
      const narrowed = await narrowing(tenant, filter)
      return index.ask(tenant, (view) => findAlike(view, words, narrowed))
    },

    /** Returns the newest cases with one of these words that no text contains, such as a number. */
    async bearing(
      tenant: TenantId,
      words: readonly string[],
      limit: number,
      filter: SearchFilter = {},
    ): Promise<readonly string[]> {
      const narrowed = await narrowing(tenant, filter)
      return index.ask(tenant, async (view) => {
        const { of } = await view.masks([{ forms: words, typed: null, categories: [] }], narrowed)
        const ids: string[] = []
        eachFromHighest(of.reduce(keepBits, view.fitting(narrowed)), (rank) => {
          if (ids.length < limit) ids.push(view.idAt(rank))
          return ids.length < limit
        })
        return ids
      })
    },
  }
}

/** Adds to each word of a search the categories in whose names it is. */
function wantedIn(text: string, { named = [], bearing }: SearchFilter): readonly WantedWord[] {
  // Without a text, the word that they must have is what is asked for.
  if (text === '' && bearing) return bearing.map(withoutCategory)
  const names = named.map((one) => ({ code: one.code, ...nameWords(one.name) }))
  return parseSearch(text).map((word) => ({
    ...word,
    categories: names.filter((name) => isNamedBy(name, word)).map(({ code }) => code),
  }))
}

const withoutCategory = (word: AskedWord): WantedWord => ({ ...word, categories: [] })

const isNamedBy = ({ stems, written }: ReturnType<typeof nameWords>, { forms, typed }: AskedWord): boolean =>
  forms.some((form) => stems.includes(form)) || (typed !== null && written.some((word) => word.startsWith(typed)))

/** Returns the ranks that a search may find. */
async function fitsBearing(view: IndexView, narrowed: Narrowing, { bearing = [] }: SearchFilter): Promise<Bits> {
  const fits = view.fitting(narrowed)
  if (bearing.length === 0) return fits
  const { near } = await view.masks(bearing.map(withoutCategory), narrowed)
  return near.reduce(keepBits, fits)
}

const rarestFirst = ({ cases }: WordMasks): readonly number[] =>
  cases
    .map((amount, place) => ({ amount, place }))
    .filter(({ amount }) => amount > 0)
    .sort((one, other) => one.amount - other.amount)
    .map(({ place }) => place)

interface PagePlan {
  readonly from: number
  readonly order: readonly number[]
  readonly limit: number
  /** True if every word occurs in some case. */
  readonly isWhole: boolean
}

function pageOf(
  view: IndexView,
  ranks: readonly (readonly number[])[],
  { from, order, limit, isWhole }: PagePlan,
): FoundCases {
  const ids: string[] = []
  let whole = 0
  for (let step = from; step < ranks.length; step++) {
    const there = ranks[step] ?? []
    const shown = there.slice(0, limit - ids.length)
    ids.push(...shown.map((rank) => view.idAt(rank)))
    if (step <= 1 && isWhole) whole = ids.length
    if (there.length > shown.length)
      return foundCases(ids, whole, cursorIn(step, order, placeText(view, shown.at(-1) ?? null)))
    if (ids.length === limit) {
      const isLast = step === ranks.length - 1
      return foundCases(ids, whole, isLast ? null : cursorIn(step + 1, order, ''))
    }
  }
  return foundCases(ids, whole, null)
}

const foundCases = (ids: readonly string[], whole: number, nextCursor: string | null): FoundCases => ({
  ids,
  nextCursor,
  partial: ids.length - whole,
})

/** Names the last case of a page, so that the next page starts after it even if cases came meanwhile. */
function placeText(view: IndexView, last: number | null): string {
  if (last === null) return ''
  const { moment, id } = view.placeAt(last)
  return cursorOf(SCOPE, [moment, id])
}

function rankBehind(view: IndexView, after: string): number {
  const [moment, id] = placeOf(after, SCOPE, 2)
  return view.rankBefore({ moment: Number(moment), id: String(id) })
}

interface Place {
  readonly step: number
  readonly order: readonly number[]
  readonly after: string
}

/** The cursor includes the order of the words, because their frequency may change between pages. */
const cursorIn = (step: number, order: readonly number[], after: string): string => `${step}.${order.join('')}.${after}`

/** @throws InvalidCursor */
function placeIn(cursor: string, words: number): Place {
  const [, step = '', places = '', after = ''] = /^(\d{1,2})\.(\d{1,8})\.([\w-]*)$/.exec(cursor) ?? []
  const order = [...places].map(Number)
  const isOurs = order.length > 0 && new Set(order).size === order.length && order.every((place) => place < words)
  if (!isOurs || Number(step) >= 2 * stepsFor(order.length).length)
    throw new InvalidCursor('This cursor belongs to another list.')
  return { step: Number(step), order, after }
}
