import type { Collection, Page, SearchQuery, WordQuery } from '../storage/collection.ts'
import { InvalidCursor } from '../storage/collection.ts'
import type { TenantId } from '../tenants/tenant-id.ts'
import type { KeptComplaint } from './complaint-store.ts'
import type { SearchTermsOf } from './search-terms.ts'
import { askedWords } from './search-words.ts'

/** Everything of a search but its text. */
export type SearchFilter = Omit<WordQuery, 'words'>

/** What a search found: first all that has every word, then what has only some. */
export interface Found extends Page<KeptComplaint> {
  /** How many at the end of the page have only some of the words. */
  readonly partial: number
}

/** Up to so many cases a word is counted, to tell a rare one from a common one. */
const COMMON = 2_000

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

export function complaintSearch(kept: Collection<KeptComplaint>, termsOf: SearchTermsOf) {
  async function formsOf(tenant: TenantId, text: string): Promise<readonly (readonly string[])[]> {
    const hashed = await termsOf(tenant)
    return askedWords(text).map(hashed)
  }

  /** Places of words from the rarest to the commonest; a word that no case has is left out. */
  async function rarestFirst(tenant: TenantId, words: readonly (readonly string[])[]): Promise<readonly number[]> {
    const counts = await Promise.all(words.map((forms) => kept.countFound(tenant, { words: [forms] }, COMMON)))
    return counts
      .map((cases, place) => ({ cases, place }))
      .filter(({ cases }) => cases > 0)
      .sort((one, other) => one.cases - other.cases)
      .map(({ place }) => place)
  }

  return {
    async search(
      tenant: TenantId,
      text: string,
      { after, limit, without = [], ...filter }: Omit<SearchQuery, 'words'>,
    ): Promise<Found> {
      const words = await formsOf(tenant, text)
      const begun = after === undefined ? null : placeIn(after, words.length)
      const order = begun?.order ?? (await rarestFirst(tenant, words))
      const ordered = order.flatMap((place) => (words[place] ? [words[place]] : []))
      const steps = stepsFor(ordered.length)
      const items: KeptComplaint[] = []
      let whole = 0
      for (let step = begun?.step ?? 0; step < steps.length; step++) {
        const { having, lacking } = steps[step] ?? { having: [], lacking: [] }
        const page = await kept.search(tenant, {
          ...filter,
          words: having.flatMap((place) => (ordered[place] ? [ordered[place]] : [])),
          without: [...without, ...lacking.flatMap((place) => ordered[place] ?? [])],
          ...(step === begun?.step && begun.after && { after: begun.after }),
          limit: limit - items.length,
        })
        items.push(...page.items)
        if (having.length === words.length) whole = items.length
        if (page.nextCursor) return found(items, whole, cursorOf(step, order, page.nextCursor))
        if (items.length === limit) {
          const isLast = step === steps.length - 1
          return found(items, whole, isLast ? null : cursorOf(step + 1, order, ''))
        }
      }
      return found(items, whole, null)
    },

    /** How many have every word. */
    async countFound(tenant: TenantId, text: string, filter: SearchFilter, most: number): Promise<number> {
      const words = await formsOf(tenant, text)
      return words.length === 0 ? 0 : kept.countFound(tenant, { ...filter, words }, most)
    },
  }
}

const found = (items: readonly KeptComplaint[], whole: number, nextCursor: string | null): Found => ({
  items,
  nextCursor,
  partial: items.length - whole,
})

interface Place {
  readonly step: number
  readonly order: readonly number[]
  readonly after: string
}

/** The order of the words goes along: what is rare may change from page to page. */
const cursorOf = (step: number, order: readonly number[], after: string): string => `${step}.${order.join('')}.${after}`

/** @throws InvalidCursor */
function placeIn(cursor: string, words: number): Place {
  const [, step = '', places = '', after = ''] = /^(\d{1,2})\.(\d{1,8})\.([\w-]*)$/.exec(cursor) ?? []
  const order = [...places].map(Number)
  const isOurs = order.length > 0 && new Set(order).size === order.length && order.every((place) => place < words)
  if (!isOurs || Number(step) >= stepsFor(order.length).length)
    throw new InvalidCursor('This cursor belongs to another list.')
  return { step: Number(step), order, after }
}
