import type { CaseView } from '../../../service/contract/case-view.ts'
import type { SaveViews, TodayView, ViewLists } from '../../../service/contract/register.ts'
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

const kindIn: Readonly<Partial<Record<CaseView['status'], TodayView['items'][number]['kind']>>> = {
  awaiting_approval: 'approval',
  objected: 'objection',
  received: 'verification',
  in_progress: 'handling',
}
const actOf = { approval: 'answer', objection: 'decide-objection', verification: 'verify' } as const

/** What waits for somebody with every role. @param kind lists this kind only */
export function todayOf(cases: readonly CaseView[], kind: string | undefined): TodayView {
  const lines = listPage(cases, new URLSearchParams({ sort: 'due_asc', limit: '1000' })).items
  const all = lines.flatMap((line): TodayView['items'] => {
    const its = kindIn[line.status]
    if (!its) return []
    const act = its === 'approval' || its === 'objection' || its === 'verification' ? actOf[its] : 'propose-answer'
    return [{ ...line, kind: its, act, declares: false }]
  })
  const kinds = [...new Set(all.map((one) => one.kind))]
  return {
    cases: kinds.map((one) => ({ kind: one, count: all.filter((line) => line.kind === one).length })),
    pages: [{ kind: 'letter_print', count: 3 }],
    items: all.filter((line) => !kind || line.kind === kind).slice(0, 25),
    reminders: [],
    laterReminders: 0,
    sealedWrong: [],
  }
}
