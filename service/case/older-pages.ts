import type { Instant } from '../shared/instant.ts'
import { keysOf } from '../shared/records.ts'
import type { Complaint, Dossier } from './shape/complaint.ts'
import type { Message, NamedPage, Older, OlderPage, PageName } from './shape/correspondence.ts'
import type { HistoryEvent } from './shape/history.ts'
import type { Notice } from './shape/notice.ts'
import { searchWords } from './words/search-words.ts'

type Lists = Omit<OlderPage, 'previous'>
type List = keyof Lists
type Item = Lists[List][number]

/** A list may grow to `most` before old items move, and keeps `keep`. */
export const heldInCase = {
  messages: { most: 16, keep: 6 },
  notes: { most: 16, keep: 6 },
  history: { most: 20, keep: 8 },
  openings: { most: 20, keep: 10 },
  notices: { most: 16, keep: 6 },
} as const satisfies Record<List, { readonly most: number; readonly keep: number }>

/** The same limits in characters over all lists, because few long items move like many short ones. */
export const charactersInCase = { most: 80_000, keep: 40_000 } as const

const ITEMS_ON_PAGE = 60
const CHARACTERS_ON_PAGE = 80_000

const MOST_ARRIVED = 200
const MOST_WORDS = 400

const listNames = keysOf(heldInCase)

const listsOf = ({ dossier, notices }: Complaint): Lists => ({
  messages: dossier.messages,
  notes: dossier.notes,
  history: dossier.history,
  openings: dossier.identityOpenings,
  notices,
})

const fromEach = (lists: Lists, choose: <I extends Item>(items: readonly I[]) => readonly I[]): Lists => ({
  messages: choose(lists.messages),
  notes: choose(lists.notes),
  history: choose(lists.history),
  openings: choose(lists.openings),
  notices: choose(lists.notices),
})

const replaceLists = (
  complaint: Complaint,
  { notices, openings, ...lists }: Lists,
  older: Older | null,
): Complaint => ({
  ...complaint,
  notices,
  dossier: { ...complaint.dossier, ...lists, identityOpenings: openings, older },
})

const momentOf = (item: Item): Instant => ('createdAt' in item ? item.createdAt : item.at)

/** Counts only the text by people and providers, because the rest of an item is small. */
function charactersOf(item: Item): number {
  if ('attempts' in item) return item.attempts.reduce((sum, { answer }) => sum + answer.length + 60, 200)
  if ('reason' in item) return item.reason.length
  const quoted = 'inbound' in item && item.inbound ? item.inbound.quoted.length : 0
  return (item.text?.length ?? 0) + quoted
}

const charactersIn = (items: readonly Item[]): number => items.reduce((sum, item) => sum + charactersOf(item), 0)

/**
 * Lists what may move. Notices on which somebody still acts stay, and so does what a waiting notice reports, because it
 * finds its text by the time.
 */
function movableOf(complaint: Complaint): Lists {
  const { notices } = complaint
  const waiting = notices.filter(({ state }) => state === 'pending' || state === 'printing')
  const waitingSince = new Set(waiting.map(({ createdAt }) => createdAt))
  const failed = new Set(notices.filter(({ state }) => state === 'failed').slice(-heldInCase.notices.most))
  const isAtRest = (notice: Notice) => notice.nextTryAt === null && !waiting.includes(notice) && !failed.has(notice)
  return fromEach(listsOf(complaint), (items) =>
    items.filter((item) => ('attempts' in item ? isAtRest(item) : !waitingSince.has(momentOf(item)))),
  )
}

/** Chooses what moves: all but the newest items of a list that is too long, and more where texts are long. */
function movingOf(complaint: Complaint): ReadonlySet<Item> {
  const lists = listsOf(complaint)
  const movable = movableOf(complaint)
  const all = listNames.flatMap((list): readonly Item[] => lists[list])
  const characters = charactersIn(all)
  const isLong = listNames.some((list) => movable[list].length > heldInCase[list].most)
  const moving = new Set<Item>()
  if (!isLong && characters <= charactersInCase.most) return moving
  for (const list of listNames) for (const item of movable[list].slice(0, -heldInCase[list].keep)) moving.add(item)
  let left = characters - charactersIn([...moving])
  // The last item of each list stays, because decisions read it.
  const next = listNames
    .flatMap((list): readonly Item[] => movable[list].slice(-heldInCase[list].keep, -1))
    .sort((one, other) => (momentOf(one) < momentOf(other) ? -1 : 1))
  for (const item of next) {
    if (left <= charactersInCase.keep) break
    moving.add(item)
    left -= charactersOf(item)
  }
  return moving
}

/** Puts the items on pages, oldest first, so that each page covers one period. */
function groupIntoPages(lists: Lists, moving: ReadonlySet<Item>): readonly Lists[] {
  const rows = listNames.map((list) => ({ items: lists[list].filter((item: Item) => moving.has(item)), at: 0 }))
  const placeOf = new Map<Item, number>()
  let [place, items, characters] = [0, 0, 0]
  for (;;) {
    // Taking the oldest next item keeps the order within each list.
    const heads = rows.flatMap((row) => {
      const item: Item | undefined = row.items[row.at]
      return item ? [{ row, item }] : []
    })
    const [first] = heads
    if (!first) break
    const next = heads.reduce((best, one) => (momentOf(one.item) < momentOf(best.item) ? one : best), first)
    const size = charactersOf(next.item)
    if (items > 0 && (items >= ITEMS_ON_PAGE || characters + size > CHARACTERS_ON_PAGE)) {
      ;[place, items, characters] = [place + 1, 0, 0]
    }
    placeOf.set(next.item, place)
    next.row.at++
    items++
    characters += size
  }
  const places = placeOf.size === 0 ? [] : Array.from({ length: place + 1 }, (_, at) => at)
  return places.map((at) => fromEach(lists, (all) => all.filter((item) => placeOf.get(item) === at)))
}

/** News of a leading case is recognised by this key, because its history line has no id. */
const newsKey = (event: HistoryEvent, at: Instant): string => `${event} ${at}`

function olderWith(before: Older | null, pages: readonly NamedPage[]): Older | null {
  const newest = pages.at(-1)
  if (!newest) return before
  const moved = pages.map(({ page }) => page)
  const lines = moved.flatMap(({ history }) => history)
  const written = moved.flatMap(({ messages, notes }) => [...messages, ...notes].map(({ text }) => text))
  return {
    newest: newest.name,
    pages: (before?.pages ?? 0) + pages.length,
    events: [...new Set([...(before?.events ?? []), ...lines.map(({ event }) => event)])],
    lastPublicAt: lines.findLast((line) => line.public)?.at ?? before?.lastPublicAt ?? null,
    openings: (before?.openings ?? 0) + moved.reduce((sum, { openings }) => sum + openings.length, 0),
    arrived: [
      ...(before?.arrived ?? []),
      ...moved.flatMap(({ messages }) => messages.filter(mayComeAgain).map(({ id }) => id)),
      ...lines.filter(({ event }) => isNews(event)).map(({ event, at }) => newsKey(event, at)),
    ].slice(-MOST_ARRIVED),
    words: wordsWith(before?.words ?? [], written),
  }
}

const isNews = (event: HistoryEvent): boolean => event === 'late' || event === 'delay_explained' || event === 'extended'

/** A message from the reporter's page comes once; one from a mailbox or a leading case may come again. */
const mayComeAgain = ({ by, inbound }: Message): boolean => by.kind !== 'reporter' || inbound !== undefined

const wordsWith = (known: readonly string[], texts: readonly string[]): readonly string[] =>
  known.length >= MOST_WORDS ? known : [...new Set([...known, ...searchWords(texts)])].slice(0, MOST_WORDS)

/**
 * Moves old items onto pages. The result depends only on the stored case, so two writers of the same version make the
 * same pages under the same names, and either may write them.
 */
export function turnPages(complaint: Complaint): {
  readonly complaint: Complaint
  readonly pages: readonly NamedPage[]
} {
  const moving = movingOf(complaint)
  if (moving.size === 0) return { complaint, pages: [] }
  const lists = listsOf(complaint)
  const { older } = complaint.dossier
  const pages: NamedPage[] = []
  let previous = older?.newest ?? null
  for (const [at, page] of groupIntoPages(lists, moving).entries()) {
    const name = `${(older?.pages ?? 0) + at + 1}.${complaint.version}` as PageName
    pages.push({ name, page: { ...page, previous } })
    previous = name
  }
  const left = fromEach(lists, (items) => items.filter((item) => !moving.has(item)))
  return { complaint: replaceLists(complaint, left, olderWith(older, pages)), pages }
}

/** Sorts by time, because what a waiting notice kept in the case is older than what moved. */
const sortByTime = <I extends Item>(items: readonly I[]): readonly I[] =>
  items.toSorted((one, other) => (momentOf(one) < momentOf(other) ? -1 : momentOf(one) > momentOf(other) ? 1 : 0))

/** Keeps the latest state of each notice, because one that is sent again is on a page and in the case. */
const dropDuplicates = (notices: readonly Notice[]): readonly Notice[] => [
  ...new Map(notices.map((notice) => [notice.id, notice])).values(),
]

/**
 * Restores the complete lists of a case.
 * @param pages oldest first
 */
export function withOlder(complaint: Complaint, pages: readonly OlderPage[]): Complaint {
  const lists = [...pages, listsOf(complaint)]
  const whole: Lists = {
    messages: sortByTime(lists.flatMap(({ messages }) => messages)),
    notes: sortByTime(lists.flatMap(({ notes }) => notes)),
    history: sortByTime(lists.flatMap(({ history }) => history)),
    openings: sortByTime(lists.flatMap(({ openings }) => openings)),
    notices: sortByTime(dropDuplicates(lists.flatMap(({ notices }) => notices))),
  }
  return replaceLists(complaint, whole, null)
}

/** Includes events on older pages. */
export const hasHappened = ({ history, older }: Dossier, event: HistoryEvent): boolean =>
  history.some((line) => line.event === event) || (older?.events.includes(event) ?? false)

export const openingsOf = ({ identityOpenings, older }: Dossier): number =>
  identityOpenings.length + (older?.openings ?? 0)

/** Tells whether a message with this id is in the case or was recently. */
export const hasMessage = ({ messages, older }: Dossier, id: string): boolean =>
  messages.some((message) => message.id === id) || (older?.arrived.includes(id) ?? false)

/** Tells whether news of a leading case from that moment is in the case or was recently. */
export const hasNews = ({ history, older }: Dossier, event: HistoryEvent, at: Instant): boolean =>
  history.some((line) => line.event === event && line.at === at) ||
  (older?.arrived.includes(newsKey(event, at)) ?? false)

export const lastPublicAt = ({ history, older }: Dossier): Instant | null =>
  history.findLast((line) => line.public)?.at ?? older?.lastPublicAt ?? null
