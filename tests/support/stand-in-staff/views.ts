import type { CaseView } from '../../../service/contract/case-view.ts'
import type { SaveViews, ViewLists, WorkView } from '../../../service/contract/saved-views.ts'
import { listPage } from './register.ts'

type Lists = Pick<ViewLists, 'own' | 'shared'>

export const noViews = (): Lists => ({ own: { revision: 0, views: [] }, shared: { revision: 0, views: [] } })

const asQuery = ({ status, ...filter }: SaveViews['views'][number]['filter']) =>
  new URLSearchParams({
    ...Object.fromEntries(Object.entries(filter).map(([name, value]) => [name, String(value)])),
    ...(status && { status: status.join() }),
    limit: '1000',
  })

/** The lists, with the number of cases in each view as they are now. */
export function countedViews(lists: Lists, cases: readonly CaseView[]): ViewLists {
  const counted = ({ revision, views }: Lists['own']) => ({
    revision,
    views: views.map((view) => ({ ...view, count: listPage(cases, asQuery(view.filter)).items.length })),
  })
  return { own: counted(lists.own), shared: counted(lists.shared), mayShare: true, most: 20 }
}

export const savedList = ({ revision, views }: SaveViews): Lists['own'] => ({
  revision: revision + 1,
  views: views.map((view) => ({ ...view, count: 0 })),
})

export function workOf(me: string, cases: readonly CaseView[]): WorkView {
  const mine = listPage(cases, new URLSearchParams({ assignee: me, sort: 'due_asc', limit: '25' })).items
  return {
    overdue: mine.filter(({ overdue }) => overdue).length,
    soon: 0,
    open: mine.length,
    withReporter: 0,
    items: mine,
    sealedWrong: [],
    waiting: [{ what: 'approval', cases: cases.filter(({ status }) => status === 'awaiting_approval').length }],
  }
}
