import type { CaseColumns, Narrowing } from '../search/case-table.ts'
import { meetFalling, type NumberSet } from '../search/number-sets.ts'
import type { SearchIndex } from '../search/search-index.ts'
import type { IndexView, SearchSource } from '../search/unit-index.ts'
import type { GuardMark } from '../staff/staff-member.ts'
import type { Collection } from '../storage/collection.ts'
import { InvalidCursor } from '../storage/collection.ts'
import { cursorOf, placeOf } from '../storage/cursor.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptComplaint } from './complaint-store.ts'
import { askedWords } from './search-words.ts'

/** Everything of a search but its text. */
export interface SearchFilter extends Omit<Narrowing, 'hidden'> {
  /** Cases that bear one of these marks are left out. */
  readonly without?: readonly GuardMark[]
}

export interface SearchQuery extends SearchFilter {
  readonly after?: string
  readonly limit: number
}

/** What a search found: first all that has every word, then what has only some. */
export interface Found {
  /** Numbers of cases. */
  readonly ids: readonly string[]
  /** How many at the end of the page have only some of the words. */
  readonly partial: number
  readonly nextCursor: string | null
}

/** Which words a step of a search asks for, and which it must not meet, by their places from the rarest on. */
interface Step {
  readonly having: readonly number[]
  readonly lacking: readonly number[]
}

/**
 * The steps of a search for so many words, each case in one of them at most: first all words, then without the
 * commonest, and so on; then the same without the rarest. Of more than three words, half must be there.
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

/** The keys by which a search narrows what its words find. */
const narrowedBy = ['status', 'category', 'handler', 'runs', 'channel', 'outcome', 'stars', 'timeliness'] as const

/** What an index of complaints carries, so that a search opens no case that it does not show. */
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
  wordsOf: (complaint: KeptComplaint) => Promise<readonly string[]>,
): SearchSource => ({
  columns,
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

/** @param hiddenBy cases that bear one of these marks */
export function complaintSearch(
  index: SearchIndex,
  hiddenBy: (tenant: TenantId, marks: readonly GuardMark[]) => Promise<ReadonlySet<string>>,
) {
  const narrowing = async (tenant: TenantId, { without = [], ...filter }: SearchFilter): Promise<Narrowing> => ({
    ...filter,
    hidden: await hiddenBy(tenant, without),
  })

  return {
    async search(tenant: TenantId, text: string, { after, limit, ...filter }: SearchQuery): Promise<Found> {
      const asked = askedWords(text)
      const narrowed = await narrowing(tenant, filter)
      const begun = after === undefined ? null : placeIn(after, asked.length)
      return index.ask(tenant, async (view) => {
        const sets = await setsOf(view, asked)
        const order = begun?.order ?? rarestFirst(sets)
        const ordered = order.flatMap((place) => (sets[place] ? [sets[place]] : []))
        const steps = stepsFor(ordered.length)
        const fits = view.fits(narrowed)
        const ids: string[] = []
        let whole = 0
        for (let step = begun?.step ?? 0; step < steps.length; step++) {
          const { having, lacking } = steps[step] ?? { having: [], lacking: [] }
          const place = step === begun?.step && begun.after !== '' ? begun.after : null
          const below = place === null ? undefined : rankBehind(view, place)
          const sought = (places: readonly number[]) => places.flatMap((at) => (ordered[at] ? [ordered[at]] : []))
          let last: number | null = null
          for (const rank of meetFalling(sought(having), sought(lacking), below, fits)) {
            if (ids.length === limit) return found(ids, whole, cursorIn(step, order, placeText(view, last)))
            ids.push(view.idAt(rank))
            if (having.length === asked.length) whole = ids.length
            last = rank
          }
          if (ids.length === limit) {
            const isLast = step === steps.length - 1
            return found(ids, whole, isLast ? null : cursorIn(step + 1, order, ''))
          }
        }
        return found(ids, whole, null)
      })
    },

    /** How many have every word, exactly up to `most`. */
    async countFound(tenant: TenantId, text: string, filter: SearchFilter, most: number): Promise<number> {
      const asked = askedWords(text)
      if (asked.length === 0) return 0
      const narrowed = await narrowing(tenant, filter)
      return index.ask(tenant, async (view) => {
        const fits = view.fits(narrowed)
        let count = 0
        for (const _ of meetFalling(await setsOf(view, asked), [], undefined, fits)) {
          if (++count > most) break
        }
        return count
      })
    },

    /** The newest cases that have one word which no text has. */
    async bearing(tenant: TenantId, word: string, limit: number): Promise<readonly string[]> {
      return index.ask(tenant, async (view) => {
        const ranks = await view.having([word])
        return [...ranks.slice(-limit)].reverse().map((rank) => view.idAt(rank))
      })
    },
  }
}

async function setsOf(view: IndexView, asked: readonly (readonly string[])[]): Promise<NumberSet[]> {
  const sets: NumberSet[] = []
  for (const forms of asked) sets.push(await view.having(forms))
  return sets
}

/** Places of words from the rarest to the commonest; a word that no case has is left out. */
const rarestFirst = (sets: readonly NumberSet[]): readonly number[] =>
  sets
    .map(({ length }, place) => ({ cases: length, place }))
    .filter(({ cases }) => cases > 0)
    .sort((one, other) => one.cases - other.cases)
    .map(({ place }) => place)

const found = (ids: readonly string[], whole: number, nextCursor: string | null): Found => ({
  ids,
  nextCursor,
  partial: ids.length - whole,
})

/** The last case of a page, so that the next one begins behind it whatever came meanwhile. */
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

/** The order of the words goes along: what is rare may change from page to page. */
const cursorIn = (step: number, order: readonly number[], after: string): string => `${step}.${order.join('')}.${after}`

/** @throws InvalidCursor */
function placeIn(cursor: string, words: number): Place {
  const [, step = '', places = '', after = ''] = /^(\d{1,2})\.(\d{1,8})\.([\w-]*)$/.exec(cursor) ?? []
  const order = [...places].map(Number)
  const isOurs = order.length > 0 && new Set(order).size === order.length && order.every((place) => place < words)
  if (!isOurs || Number(step) >= stepsFor(order.length).length)
    throw new InvalidCursor('This cursor belongs to another list.')
  return { step: Number(step), order, after }
}
