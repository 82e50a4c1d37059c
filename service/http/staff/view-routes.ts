import { listAs } from '../../case/access/cover-for.ts'
import { MOST_VIEWS, saveViews as saveSchema, viewLists, workView } from '../../contract/saved-views.ts'
import type { StaffMember } from '../../offices/staff/permissions.ts'
import { listWork } from '../../register/own-work.ts'
import { listViews, saveViews, type ViewLists } from '../../register/saved-views.ts'
import { json, op } from '../operation.ts'
import { caseLine } from '../views/case-view.ts'
import { sealedWrongIn } from '../views/sealed-wrong-view.ts'
import { viewContextOf } from '../views/show-case.ts'

const showLists = (lists: ViewLists, staff: StaffMember) => ({
  ...lists,
  mayShare: staff.permissions.has('cases.approve'),
  most: MOST_VIEWS,
})

export const viewOperations = [
  op('GET /views', {
    summary: 'Saved views of the register, with the number of cases in each',
    may: ['cases.read'],
    answer: json(viewLists, 'One’s own, and those of the whole unit'),
    does: async ({ office, staff }) => showLists(await listViews(office, staff), staff),
  }),
  op('PUT /views/own', {
    summary: 'Save one’s own views, the whole list in its order',
    may: ['cases.read'],
    body: saveSchema,
    answer: json(viewLists, 'Saved'),
    does: async ({ office, staff, body }) => showLists(await saveViews(office, staff, 'own', body), staff),
  }),
  op('PUT /views/shared', {
    summary: 'Save the views of the whole unit, the whole list in its order',
    may: ['cases.approve'],
    body: saveSchema,
    answer: json(viewLists, 'Saved'),
    does: async ({ office, staff, body }) => showLists(await saveViews(office, staff, 'shared', body), staff),
  }),
  op('GET /work', {
    summary: 'What one has to do, the most urgent first',
    may: ['cases.read'],
    answer: json(workView, 'Cases that one handles, and what waits for one'),
    does: async ({ office, staff, language, c }) => {
      const { items, waiting, sealedWrong, ...counts } = await listWork(office, staff)
      const seen = await viewContextOf(c, office)
      const read = await listAs(office, staff, items, language)
      const lines = { items: read.map((one) => caseLine(one, seen)), sealedWrong: sealedWrong.map(sealedWrongIn(c)) }
      return { ...counts, ...lines, waiting }
    },
  }),
]
