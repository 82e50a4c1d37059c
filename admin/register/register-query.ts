import { entriesOf } from '../../service/shared/records.ts'
import { bearsTrackingCode } from '../../service/shared/tracking-code.ts'
import type { Status } from '../api/wire.ts'

export const sorts = ['due_asc', 'received_desc', 'received_asc'] as const
export type Sort = (typeof sorts)[number]

export const views = {
  todo: ['received', 'in_progress', 'awaiting_approval', 'objected'],
  received: ['received'],
  incomplete: ['incomplete'],
  in_progress: ['in_progress'],
  awaiting_approval: ['awaiting_approval'],
  answered: ['answered'],
  objected: ['objected'],
  ended: ['closed', 'declined', 'forwarded', 'merged', 'withdrawn'],
  all: [],
  open: ['received', 'incomplete', 'in_progress', 'awaiting_approval', 'objected'],
  closed: ['closed'],
  declined: ['declined'],
  forwarded: ['forwarded'],
  merged: ['merged'],
  withdrawn: ['withdrawn'],
} as const satisfies Record<string, readonly Status[]>
export type View = keyof typeof views

/** Without a tab of their own: figures lead there. */
export const untabbed: readonly View[] = ['open', 'closed', 'declined', 'forwarded', 'merged', 'withdrawn']

/** The query of the register's address. An empty text matches everything. */
export interface RegisterQuery {
  readonly view: View
  readonly category: string
  readonly assignee: string
  readonly due: string
  readonly from: string
  readonly to: string
  readonly channel: string
  readonly outcome: string
  readonly timeliness: string
  readonly stars: string
  /** Cases that a figure of a report counts, that name one place, or that were open at the end of a day. */
  readonly figure: string
  readonly place: string
  readonly openOn: string
  readonly label: string
  readonly placeWords: string
  readonly q: string
  readonly sort: Sort
  readonly cursor: string
}

/** A paragraph that somebody pastes is searched by its beginning; the service takes no more. */
const LONGEST_SEARCH = 200
const LONGEST_PLACE = 100

const isView = (text: string): text is View => text in views
const isSort = (text: string): text is Sort => (sorts as readonly string[]).includes(text)

/** Open cases are ordered by their due dates, the others by the day on which they came in. */
const usualSort = (view: View): Sort => (view === 'todo' ? 'due_asc' : 'received_desc')

/** A code is its reporter's alone: it is not asked for in an address, which browsers and proxies remember. */
const withoutCode = (text: string): string => (bearsTrackingCode(text) ? '' : text)

export function readQuery(search: string): RegisterQuery {
  const params = new URLSearchParams(search)
  const text = (name: string) => params.get(name) ?? ''
  const words = (name: string, most: number) => withoutCode(text(name).trim()).slice(0, most)
  const status = text('status')
  const view = isView(status) ? status : 'todo'
  const sort = text('sort')
  return {
    view,
    category: text('category'),
    assignee: text('assignee'),
    due: text('due'),
    from: text('from'),
    to: text('to'),
    channel: text('channel'),
    outcome: text('outcome'),
    timeliness: text('timeliness'),
    stars: text('stars'),
    figure: text('figure'),
    place: text('place'),
    openOn: text('openOn'),
    label: text('label'),
    placeWords: words('placeWords', LONGEST_PLACE),
    q: words('q', LONGEST_SEARCH),
    sort: isSort(sort) ? sort : usualSort(view),
    cursor: text('cursor'),
  }
}

/** The address of a query, as short as it can be. A changed query begins at its first page. */
export function searchOf(query: RegisterQuery): string {
  const { view, sort, ...texts } = query
  const params = new URLSearchParams()
  if (view !== 'todo') params.set('status', view)
  if (sort !== usualSort(view)) params.set('sort', sort)
  for (const [name, text] of Object.entries(texts)) if (text) params.set(name, text)
  return params.size > 0 ? `?${params}` : ''
}

export const PAGE_SIZE = 25

export function requestOf({ view, sort, ...texts }: RegisterQuery): URLSearchParams {
  const params = new URLSearchParams({ sort, limit: String(PAGE_SIZE) })
  if (views[view].length > 0) params.set('status', views[view].join(','))
  for (const [name, text] of Object.entries(texts)) if (text) params.set(name, text)
  return params
}

export const unfiltered = {
  category: '',
  assignee: '',
  due: '',
  from: '',
  to: '',
  channel: '',
  outcome: '',
  timeliness: '',
  stars: '',
  figure: '',
  place: '',
  openOn: '',
  label: '',
  placeWords: '',
  q: '',
} as const satisfies Partial<RegisterQuery>

export const isFiltered = (query: RegisterQuery): boolean =>
  Object.keys(unfiltered).some((name) => query[name as keyof typeof unfiltered] !== '')

export const isAskedByFigures = (query: RegisterQuery): boolean =>
  (
    ['from', 'to', 'channel', 'outcome', 'timeliness', 'stars', 'figure', 'place', 'openOn', 'placeWords'] as const
  ).some((name) => query[name] !== '')

export function countOf(view: View, counts: Readonly<Partial<Record<Status, number>>>): number {
  const counted: readonly Status[] = views[view]
  const all = entriesOf(counts)
  return all.filter(([status]) => view === 'all' || counted.includes(status)).reduce((sum, [, count]) => sum + count, 0)
}

/** What is filtered by days, channel or place, below which the register has more fields. */
export const isNarrowed = ({ from, to, channel, placeWords }: RegisterQuery): boolean =>
  from + to + channel + placeWords !== ''
